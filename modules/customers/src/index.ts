export type { Household } from './household.ts';
export { maskPhone } from './masks.ts';
export { type Customers, createCustomers } from './module.ts';
export type { NewCustomer } from './operations/register-customer.ts';
export type { TakenIn } from './operations/take-in-customers.ts';
export { PHONE_REFUSAL_WORDS, type PhoneReading, readPhone } from './phone.ts';
export type { OrderTies } from './policy.ts';
