import type { Sayings } from './saying.ts';

export const dispatch = {
  'dispatch.slot_full': {
    zh: '这个时间段已满。最近的空闲时间：{alternatives|moment}。',
    en: 'The window is full. The nearest that are free: {alternatives|moment}.',
  },
  'dispatch.slot_full/none_near': {
    zh: '这个时间段已满，近几天也没有空闲。',
    en: 'The window is full, and none is free in the next days.',
  },
  'dispatch.slot_too_late': {
    zh: '这个时间段剩下的时间已不够路程和服务。最近的空闲时间：{alternatives|moment}。',
    en: 'The window leaves no time for the way and the work any more. The nearest that are free: {alternatives|moment}.',
  },
  'dispatch.slot_too_late/none_near': {
    zh: '这个时间段剩下的时间已不够路程和服务，近几天也没有空闲。',
    en: 'The window leaves no time for the way and the work any more, and none is free in the next days.',
  },
  'dispatch.hold_over': {
    zh: '这个时间段不再为这张工单保留：请重新选择。',
    en: 'The window is no longer held for this order: choose one again.',
  },
  'dispatch.base_moved': {
    zh: '计算之后，当天的工单、上门或人员有变化：请重新计算。',
    en: 'Orders, visits or engineers of the day changed since it was computed: compute it again.',
  },
  'dispatch.plan_not_ready': {
    zh: '计划的状态是“{state|planState}”，只有“已提出”的才能采用。',
    en: 'The plan is {state|planState}; only a proposed one can be applied.',
  },
  'dispatch.breaks_rules': {
    zh: '这样派会违反：{broken|rule}。请确认，或另选。',
    en: 'This breaks: {broken|rule}. Confirm it, or choose otherwise.',
  },
  'dispatch.not_eligible': {
    zh: '这位服务兵 {date|day} 不在这个区域上班，或不能接单。',
    en: 'The engineer does not work in this territory on {date|day}, or may not.',
  },
  'dispatch.nobody_to_ask': {
    zh: '那天这个区域没有能做的服务兵上班。',
    en: 'Nobody able to do it works in this territory on that day.',
  },
  'dispatch.not_offered': { zh: '这张工单还没有轮到您。', en: 'The offer has not reached you yet.' },
  'dispatch.offer_taken': { zh: '已被别人抢走。', en: 'Somebody was faster.' },
  'dispatch.offer_taken/over': {
    zh: '抢单已结束：{state|offerState}。',
    en: 'The offer is {state|offerState}.',
  },
  'dispatch.claim_cap': {
    zh: '一天内您已抢了 {cap} 单：请先完成这些。',
    en: 'You already claimed {cap} orders in the last day: do those first.',
  },
} as const satisfies Sayings;

export const dispatchFields = {
  slot: {
    zh: '这不是可选的时间段：请先查询可选时间。',
    en: 'This is not one of the windows offered: ask for the slots first.',
  },
  off_duty: { zh: '{date|day} 不在这里上班', en: 'does not work here on {date|day}' },
  'past/start': { zh: '已经过去', en: 'lies in the past' },
  too_far: {
    zh: '在 {days} 天以后：那时的班次还不知道',
    en: 'lies more than {days} days ahead: shifts are not known so far',
  },
} as const satisfies Sayings;
