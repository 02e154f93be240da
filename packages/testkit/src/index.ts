export { aFinishedOrder, anOrderInService, type OrderOnTheWay } from './a-finished-order.ts';
export { anOrder } from './an-order.ts';
export { startTestApp, type TestAccount, type TestApp } from './test-app.ts';
export { createTestDatabase } from './test-database.ts';
