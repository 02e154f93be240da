import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { IdParams, Nullable, PageOf, pageQuery, Timestamp, Uuid } from '../schemas.ts';
import {
  ADDRESS_REFUSALS,
  AddressCandidate,
  AddressInput,
  CONSENT_PURPOSES,
  CommunityView,
  ConsentView,
  ContactView,
  CustomerHit,
  CustomerView,
  HouseholdView,
  REVEAL_PURPOSES,
} from './schemas.ts';

const module = 'customers';

/** Codes of this module's refusals. */
export const PHONE_TAKEN = 'customers.phone_taken';
export const ID_TAKEN = 'customers.id_taken';
export const OPEN_ORDERS = 'customers.open_orders';
export const ERASED = 'customers.erased';

/** The customer, whoever has work with them, and those who answer for all of it; masked. */
const readers = {
  customer: 'own',
  engineer: 'own',
  outlet_owner: 'outlet',
  dispatcher: 'territory',
  agent: 'all',
  quality: 'all',
  director: 'all',
  admin: 'all',
} as const;

const name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
const phone = Type.String({ minLength: 1, maxLength: 40, description: 'Mobile or land line with area code' });

export const registerCustomer = endpoint({
  id: 'registerCustomer',
  method: 'POST',
  path: '/api/customers',
  module,
  summary: 'Register a customer with the home to be served',
  description:
    'An address text that could mean several districts is refused with the candidates in `candidates`: send the `districtCode` of one.',
  may: { agent: 'all', admin: 'all' },
  body: Type.Object({
    customerId: Type.Optional(Uuid),
    householdId: Type.Optional(Uuid),
    name,
    phone,
    address: AddressInput,
  }),
  response: Type.Object({ customerId: Uuid, householdId: Uuid }),
  status: 201,
  errors: [PHONE_TAKEN, ID_TAKEN],
});

export const findCustomers = endpoint({
  id: 'findCustomers',
  method: 'POST',
  path: '/api/customer-searches',
  module,
  summary: 'Find customers by phone, its last four digits, or name',
  description:
    'A POST, so that phones and names stand in no address line or log. Masked; all terms must fit.',
  may: { agent: 'all', quality: 'all', admin: 'all' },
  body: Type.Object({
    ...pageQuery,
    phone: Type.Optional(phone),
    lastFour: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
    name: Type.Optional(name),
  }),
  response: PageOf(CustomerHit),
  replayable: false,
});

export const getCustomer = endpoint({
  id: 'getCustomer',
  method: 'GET',
  path: '/api/customers/{id}',
  module,
  summary: 'A customer, masked, with households and consents',
  may: readers,
  params: IdParams,
  response: CustomerView,
});

export const revealContact = endpoint({
  id: 'revealContact',
  method: 'POST',
  path: '/api/customers/{id}/reveal',
  module,
  summary: 'Name, phone and doors in clear, for a purpose',
  description: 'Written to the audit trail with the purpose. An engineer may during a current visit there.',
  may: { agent: 'all', engineer: 'own' },
  params: IdParams,
  body: Type.Object({ purpose: Type.Enum([...REVEAL_PURPOSES]) }),
  response: ContactView,
  errors: [ERASED],
  replayable: false,
});

export const getHousehold = endpoint({
  id: 'getHousehold',
  method: 'GET',
  path: '/api/households/{id}',
  module,
  summary: 'A household: where it is and who belongs to it',
  may: readers,
  params: IdParams,
  response: HouseholdView,
});

const householdRef = Type.Object({ householdId: Uuid, version: Type.Integer() });

export const addHousehold = endpoint({
  id: 'addHousehold',
  method: 'POST',
  path: '/api/customers/{id}/households',
  module,
  summary: 'Add another home of a customer',
  may: { customer: 'own', agent: 'all' },
  params: IdParams,
  body: Type.Object({ householdId: Type.Optional(Uuid), address: AddressInput }),
  response: householdRef,
  status: 201,
  errors: [ID_TAKEN, ERASED],
});

export const joinHousehold = endpoint({
  id: 'joinHousehold',
  method: 'POST',
  path: '/api/households/{id}/members',
  module,
  summary: 'A registered customer belongs to this household too',
  may: { agent: 'all' },
  params: IdParams,
  body: Type.Object({ customerId: Uuid }),
  response: householdRef,
  errors: [ERASED],
});

export const changeAddress = endpoint({
  id: 'changeAddress',
  method: 'PUT',
  path: '/api/households/{id}/address',
  module,
  summary: 'Correct a household’s address',
  may: { customer: 'own', agent: 'all' },
  params: IdParams,
  body: Type.Object({ address: AddressInput }),
  response: householdRef,
  ifMatch: true,
});

export const setConsent = endpoint({
  id: 'setConsent',
  method: 'PUT',
  path: '/api/customers/{id}/consents/{purpose}',
  module,
  summary: 'Give or withdraw consent for one purpose',
  may: { customer: 'own', agent: 'all' },
  params: Type.Object({ id: Uuid, purpose: Type.Enum([...CONSENT_PURPOSES]) }),
  body: Type.Object({
    granted: Type.Boolean(),
    version: Type.String({ pattern: '^[\\w.-]{1,20}$', description: 'Which wording the customer saw' }),
  }),
  response: ConsentView,
  errors: [ERASED],
});

export const exportMyData = endpoint({
  id: 'exportMyData',
  method: 'GET',
  path: '/api/customers/{id}/export',
  module,
  summary: 'Everything kept about me, in clear',
  may: { customer: 'own' },
  params: IdParams,
  response: Type.Object({
    customerId: Uuid,
    name: Type.String(),
    phone: Type.String(),
    registeredAt: Timestamp,
    households: ContactView.properties.households,
    consents: Type.Array(ConsentView, { description: 'Every word on every purpose, oldest first' }),
  }),
  errors: [ERASED],
});

export const eraseCustomer = endpoint({
  id: 'eraseCustomer',
  method: 'POST',
  path: '/api/customers/{id}/erase',
  module,
  summary: 'Erase a customer’s personal data; the id stays for the books',
  description:
    'Name, phone and doors nobody else lives behind are gone for good. Refused while an order is open.',
  may: { customer: 'own', agent: 'all' },
  params: IdParams,
  response: Type.Object({ customerId: Uuid, erasedAt: Timestamp }),
  errors: [OPEN_ORDERS],
});

export const parseAddress = endpoint({
  id: 'parseAddress',
  method: 'POST',
  path: '/api/address-parses',
  module,
  summary: 'Find district, community and door in an address as people write it',
  may: { customer: 'own', engineer: 'own', agent: 'all', dispatcher: 'territory', admin: 'all' },
  body: Type.Object({ text: Type.String({ maxLength: 200 }) }),
  response: Type.Object({
    candidates: Type.Array(AddressCandidate, { description: 'One when the text is clear' }),
    reason: Nullable(Type.Enum([...ADDRESS_REFUSALS])),
  }),
  replayable: false,
});

export const findCommunities = endpoint({
  id: 'findCommunities',
  method: 'GET',
  path: '/api/communities',
  module,
  summary: 'Communities we have served whose names begin like this, with where they lie',
  description: 'The middle of the homes there, when there are at least two: never one door.',
  may: 'anyone',
  query: Type.Object({ text: Type.String({ minLength: 1, maxLength: 80 }) }),
  response: Type.Object({ items: Type.Array(CommunityView) }),
});
