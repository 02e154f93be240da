import { createAppliances } from '@firstfix/appliances';
import { createCatalogue } from '@firstfix/catalogue';
import { createCustomers, maskPhone } from '@firstfix/customers';
import { createDispatch } from '@firstfix/dispatch';
import { createFieldwork } from '@firstfix/fieldwork';
import { createIdentity } from '@firstfix/identity';
import { createInsight } from '@firstfix/insight';
import { createNetwork } from '@firstfix/network';
import { createNotices } from '@firstfix/notices';
import { createOrders } from '@firstfix/orders';
import { createPay, paymentSimulator } from '@firstfix/pay';
import type { ModuleParts, Runtime } from '@firstfix/platform';
import { createRequests } from '@firstfix/requests';
import { createVerdict, isPublicHoliday } from '@firstfix/verdict';
import {
  DEMO_CUSTOMER_PHONES,
  DEMO_ENGINEER_PHONES,
  DEMO_PASSWORD,
  demoUserNames,
} from './demo/demo-accounts.ts';

export type Modules = Awaited<ReturnType<typeof createModules>>;

/** Every module of the product, each given what it may use. */
export async function createModules(runtime: Runtime) {
  const catalogue = createCatalogue(runtime);
  const appliances = createAppliances(runtime, { catalogue });
  const orders = createOrders(runtime);
  const customers = await createCustomers(runtime, orders.ties);
  const network = createNetwork(runtime, {
    hashPhone: (phone) => customers.keyedHash('network.engineer_phone', phone),
  });
  const notices = createNotices(runtime, {
    // an engineer's phone is known by its hash only
    phoneOf: async (tx, to, purpose) =>
      'customerId' in to ? customers.phoneOf(tx, to.customerId, purpose) : undefined,
    findWorkOrder: orders.findOrderName,
    vault: customers,
    maskPhone,
    isDemo: () => identity.isDemo(),
  });
  const identity = createIdentity(runtime, {
    findPersonByPhone: (phone, role) =>
      role === 'customer' ? customers.findPersonByPhone(phone) : network.findPersonByPhone(phone, role),
    async registerCustomer(tx, newcomer) {
      const { customerId } = await customers.registerCustomer(tx, newcomer);
      return { userId: customerId, ownId: customerId, outletId: null, territoryIds: [] };
    },
    sendCode: notices.sendCode,
    findWorkOrder: orders.findOrderName,
    async sendLink(tx, { customerId, workOrderId, number, url }) {
      await notices.sendSms(tx, {
        customerId,
        template: 'order_link',
        variables: { number, url },
        subjectType: 'work-order',
        subjectId: workOrderId,
      });
    },
    keyedHash: customers.keyedHash,
    demo: {
      userNames: demoUserNames(),
      password: DEMO_PASSWORD,
      engineerPhones: DEMO_ENGINEER_PHONES,
      customerPhones: DEMO_CUSTOMER_PHONES,
    },
  });
  const dispatch = createDispatch(runtime, { orders, network });
  const requests = createRequests(runtime, {
    appliances,
    catalogue,
    customers,
    network,
    orders,
  });
  const fieldwork = createFieldwork(runtime, { orders, appliances, catalogue, network });
  const verdict = createVerdict(runtime, {
    orders,
    keyedHash: customers.keyedHash,
    async sendCompletionCode(tx, { customerId, workOrderId, number, code }) {
      await notices.sendSms(tx, {
        customerId,
        template: 'completion_code',
        variables: { code, number },
        subjectType: 'work-order',
        subjectId: workOrderId,
      });
    },
  });
  const pay = createPay(runtime, {
    orders,
    summaryOf: fieldwork.summaryOf,
    findEngineer: (id) => network.findEngineer(id),
    findTerritory: (id) => network.findTerritory(id),
    isOfferedTo: dispatch.isOfferedTo,
    isPublicHoliday,
    provider: paymentSimulator,
  });
  const insight = createInsight(runtime);
  const parts: ModuleParts[] = [
    identity.parts,
    appliances.parts,
    catalogue.parts,
    customers.parts,
    network.parts,
    notices.parts,
    orders.parts,
    requests.parts,
    dispatch.parts,
    fieldwork.parts,
    verdict.parts,
    pay.parts,
    insight.parts,
  ];
  return {
    parts,
    identity,
    appliances,
    catalogue,
    customers,
    network,
    notices,
    orders,
    requests,
    dispatch,
    fieldwork,
    verdict,
    pay,
    authenticator: identity.authenticator,
  };
}
