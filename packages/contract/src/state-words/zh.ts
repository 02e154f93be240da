import type { Hold, VisitState, WorkOrderState } from '../orders/states.ts';
import type { RequestState } from '../requests/states.ts';
import type { Role } from '../roles.ts';
import type { ComplaintState, FollowUpState } from '../verdict/schemas.ts';

/** One Chinese word for every state, hold and role: screens and refusals say the same. */
export const zh = {
  workOrderState: {
    draft: '草稿',
    open: '待安排',
    offered: '抢单中',
    assigned: '已派工',
    scheduled: '已预约',
    en_route: '在途',
    on_site: '已到达',
    in_service: '服务中',
    completed: '已完工',
    confirmed: '已验收',
    closed: '已关闭',
    solved_remotely: '远程解决',
    cancelled: '已取消',
  } satisfies Record<WorkOrderState, string>,
  visitState: {
    planned: '已计划',
    accepted: '已接单',
    en_route: '在途',
    on_site: '已到达',
    in_service: '服务中',
    finished: '已完成',
    cannot_complete: '无法完工',
    no_show: '未上门',
    cancelled: '已取消',
  } satisfies Record<VisitState, string>,
  hold: {
    awaiting_parts: '等备件',
    awaiting_customer: '等用户',
    awaiting_support: '等支持',
  } satisfies Record<Hold, string>,
  requestState: {
    registered: '已登记',
    triaged: '已分诊',
    awaiting_call_back: '待回电',
    closed: '已关闭',
    cancelled: '已取消',
  } satisfies Record<RequestState, string>,
  complaintState: {
    open: '待处理',
    answered: '已答复',
    judged: '已判责',
    closed: '已关闭',
  } satisfies Record<ComplaintState, string>,
  followUpState: {
    open: '待回访',
    refill: '退回补录',
    answered: '已回访',
    ended: '已结束',
  } satisfies Record<FollowUpState, string>,
  role: {
    customer: '用户',
    engineer: '服务兵',
    outlet_owner: '网点',
    agent: '坐席',
    dispatcher: '调度',
    quality: '质量',
    finance: '财务',
    director: '总监',
    admin: '管理员',
  } satisfies Record<Role, string>,
};
