import * as appliances from './appliances/endpoints.ts';
import * as catalogue from './catalogue/endpoints.ts';
import * as customers from './customers/endpoints.ts';
import * as dispatch from './dispatch/endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import * as fieldwork from './fieldwork/endpoints.ts';
import * as identity from './identity/endpoints.ts';
import * as insight from './insight/endpoints.ts';
import * as network from './network/endpoints.ts';
import * as notices from './notices/endpoints.ts';
import * as orders from './orders/endpoints.ts';
import * as pay from './pay/endpoints.ts';
import * as platform from './platform/endpoints.ts';
import * as policies from './platform/policies.ts';
import * as requests from './requests/endpoints.ts';
import * as requestImport from './requests/import.ts';
import * as verdict from './verdict/endpoints.ts';

/** Every operation of the product, by module. */
export const ALL_ENDPOINTS: readonly Endpoint[] = [
  platform,
  policies,
  identity,
  appliances,
  catalogue,
  customers,
  notices,
  network,
  orders,
  requests,
  requestImport,
  dispatch,
  fieldwork,
  verdict,
  pay,
  insight,
].flatMap((module) => Object.values(module).filter(isEndpoint));

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'path' in value && 'may' in value;
}
