import { common, commonFields } from './any-operation.ts';
import { appliances, appliancesFields } from './appliances.ts';
import { catalogue, catalogueFields } from './catalogue.ts';
import { customers, customersFields } from './customers.ts';
import { dispatch, dispatchFields } from './dispatch.ts';
import { fieldwork, fieldworkFields } from './fieldwork.ts';
import { identity, identityFields } from './identity.ts';
import { importFields } from './imports.ts';
import { insight, insightFields } from './insight.ts';
import { network, networkFields } from './network.ts';
import { orders, ordersFields } from './orders.ts';
import { pay, payFields } from './pay.ts';
import { platform, platformFields } from './platform.ts';
import { requests, requestsFields } from './requests.ts';
import { verdict, verdictFields } from './verdict.ts';

/** All that the server refuses with, in words: by `<code>` or `<code>/<case>`. */
export const REFUSALS = {
  ...common,
  ...platform,
  ...identity,
  ...customers,
  ...catalogue,
  ...appliances,
  ...network,
  ...requests,
  ...orders,
  ...dispatch,
  ...fieldwork,
  ...verdict,
  ...pay,
  ...insight,
};
export type RefusalWords = typeof REFUSALS;

/** What it says of one field. */
export const FIELD_REFUSALS = {
  ...commonFields,
  ...platformFields,
  ...identityFields,
  ...customersFields,
  ...catalogueFields,
  ...appliancesFields,
  ...networkFields,
  ...requestsFields,
  ...importFields,
  ...ordersFields,
  ...dispatchFields,
  ...fieldworkFields,
  ...verdictFields,
  ...payFields,
  ...insightFields,
};
export type FieldWords = typeof FIELD_REFUSALS;
