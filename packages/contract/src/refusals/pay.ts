import type { Sayings } from './saying.ts';

export const pay = {
  'pay.nothing_to_pay': {
    zh: '没有要付的：保修内，或还没有同意的报价。',
    en: 'There is nothing to pay: the work is under warranty, or no quote was approved yet.',
  },
  'pay.amount_differs': {
    zh: '同意的报价是 {agreedFen|yuan}，不是 {amountFen|yuan}：请按报价付。',
    en: 'The approved quote is {agreedFen|yuan}, not {amountFen|yuan}: pay exactly the quote.',
  },
  'pay.already_paid': {
    zh: '这张工单已有一笔付款：{method|paymentMethod}，{state|paymentState}。',
    en: 'This order has a payment already: {method|paymentMethod}, {state|paymentState}.',
  },
  'pay.payment_decided': {
    zh: '这笔付款已经有结果：{state|paymentState}。',
    en: 'The payment is decided already: {state|paymentState}.',
  },
  'pay.not_paid': {
    zh: '这笔付款的状态是“{state|paymentState}”：只有付了的钱才能退。',
    en: 'The payment is {state|paymentState}: only paid money goes back.',
  },
  'pay.not_paid/receipt': {
    zh: '这笔付款的状态是“{state|paymentState}”：付款后才有收据。',
    en: 'The payment is {state|paymentState}: the receipt comes with the money.',
  },
  'pay.not_simulated': {
    zh: '这里是真实付款：请到收银台地址付。',
    en: 'Payments are real here: pay where the checkout address leads.',
  },
} as const satisfies Sayings;

export const payFields = {
  differs: { zh: '须为 {agreedFen|yuan}', en: 'must be {agreedFen|yuan}' },
  method: {
    zh: '用户在线付款；现金由收到的服务兵记录。',
    en: 'Customers pay online; engineers record cash they received.',
  },
  'required/outlet': { zh: '请指明网点。', en: 'Name the outlet.' },
} as const satisfies Sayings;
