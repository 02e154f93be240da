import { Type } from 'typebox';
import { AddressInput } from '../customers/schemas.ts';
import { endpoint } from '../endpoint.ts';
import { IdParams, Nullable, PageOf, pageQuery, Uuid } from '../schemas.ts';
import {
  ACCOUNT_ROLES,
  AccountView,
  authority,
  DemoView,
  OpenedSession,
  SessionRow,
  SessionView,
} from './schemas.ts';

const module = 'identity';

/** Codes of this module's refusals. */
export const WRONG_CREDENTIALS = 'identity.wrong_credentials';
export const LOCKED_OUT = 'identity.locked_out';
export const WRONG_CODE = 'identity.wrong_code';
export const NOT_REGISTERED = 'identity.not_registered';
export const LINK_UNKNOWN = 'identity.link_unknown';
export const NAME_TAKEN = 'identity.name_taken';
export const LAST_ADMIN = 'identity.last_admin';

const mobile = Type.String({ pattern: '^1[3-9]\\d{9}$' });
const password = Type.String({ minLength: 10, maxLength: 200 });

export const signIn = endpoint({
  id: 'signIn',
  method: 'POST',
  path: '/api/sessions',
  module,
  summary: 'Staff sign in with a name and a password',
  description: 'Five wrong tries lock the name for 15 minutes, whether anybody bears it or not.',
  may: 'anyone',
  body: Type.Object({
    userName: Type.String({ minLength: 1, maxLength: 60 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  response: OpenedSession,
  status: 201,
  errors: [WRONG_CREDENTIALS, LOCKED_OUT],
});

export const getDemo = endpoint({
  id: 'getDemo',
  method: 'GET',
  path: '/api/demo',
  module,
  summary: 'Whom anybody may sign in as, when this is a demo',
  description: 'In production, and where the demo’s password was changed, there is nobody to pick.',
  may: 'anyone',
  response: DemoView,
});

export const requestCode = endpoint({
  id: 'requestCode',
  method: 'POST',
  path: '/api/sign-in-codes',
  module,
  summary: 'Send a one-time code to a phone',
  description:
    'The answer is the same whether the phone is known or not; anybody may become a customer, engineers must be known. The code holds for 5 minutes and 5 tries; one code a minute to a phone, ten an hour from an address.',
  may: 'anyone',
  body: Type.Object({ phone: mobile, role: Type.Enum(['customer', 'engineer']) }),
  response: Type.Object({
    sentTo: Type.String({ description: 'The phone, masked' }),
    seconds: Type.Integer({ description: 'How long the code holds' }),
  }),
  status: 202,
  errors: ['rate_limited'],
});

export const signInWithCode = endpoint({
  id: 'signInWithCode',
  method: 'POST',
  path: '/api/code-sessions',
  module,
  summary: 'Customers and engineers sign in with the code sent to their phone',
  description:
    'The right code for a phone no customer has is answered `identity.not_registered` and stays good: send it again with `newcomer` to become one.',
  may: 'anyone',
  body: Type.Object({
    phone: mobile,
    role: Type.Enum(['customer', 'engineer']),
    code: Type.String({ pattern: '^\\d{6}$' }),
    newcomer: Type.Optional(
      Type.Object({
        name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
        address: AddressInput,
      }),
    ),
  }),
  response: OpenedSession,
  status: 201,
  errors: [WRONG_CODE, NOT_REGISTERED],
});

export const openLinkSession = endpoint({
  id: 'openLinkSession',
  method: 'POST',
  path: '/api/link-sessions',
  module,
  summary: 'A customer opens the link to one order',
  description: 'The session sees that order only and ends with the link at the latest.',
  may: 'anyone',
  body: Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) }),
  response: OpenedSession,
  status: 201,
  errors: [LINK_UNKNOWN],
});

export const sendOrderLink = endpoint({
  id: 'sendOrderLink',
  method: 'POST',
  path: '/api/work-orders/{id}/send-link',
  module,
  summary: 'Send the customer a link to the order',
  description:
    'By message to the phone on file. The link opens that order without signing in and holds for 30 days; nobody else is told it.',
  may: { agent: 'all' },
  params: IdParams,
  response: Type.Object({ workOrderId: Uuid, sent: Type.Boolean() }),
});

const everybody = {
  customer: 'own',
  engineer: 'own',
  outlet_owner: 'own',
  agent: 'own',
  dispatcher: 'own',
  quality: 'own',
  finance: 'own',
  director: 'own',
  admin: 'own',
} as const;

export const getSession = endpoint({
  id: 'getSession',
  method: 'GET',
  path: '/api/session',
  module,
  summary: 'Who am I',
  may: everybody,
  response: SessionView,
});

export const getVisitor = endpoint({
  id: 'getVisitor',
  method: 'GET',
  path: '/api/visitor',
  module,
  summary: 'Who is here: a session, or nobody yet',
  description: 'For pages that open before anybody signed in; being nobody is no refusal.',
  may: 'anyone',
  response: Type.Object({ session: Nullable(SessionView) }),
});

export const signOut = endpoint({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  module,
  summary: 'End this session',
  may: everybody,
  response: Type.Object({ ended: Type.Boolean() }),
});

export const listSessions = endpoint({
  id: 'listSessions',
  method: 'GET',
  path: '/api/sessions',
  module,
  summary: 'Open sessions: mine, or for an admin anybody’s',
  may: { ...everybody, admin: 'all' },
  query: Type.Object({ ...pageQuery, userId: Type.Optional(Uuid) }),
  response: PageOf(SessionRow),
});

export const revokeSession = endpoint({
  id: 'revokeSession',
  method: 'DELETE',
  path: '/api/sessions/{id}',
  module,
  summary: 'End a session of mine, or for an admin anybody’s',
  may: { ...everybody, admin: 'all' },
  params: IdParams,
  response: Type.Object({ ended: Type.Boolean() }),
});

const admins = { admin: 'all' } as const;

export const createAccount = endpoint({
  id: 'createAccount',
  method: 'POST',
  path: '/api/accounts',
  module,
  summary: 'A new account for a member of staff',
  may: admins,
  body: Type.Object({
    userName: Type.String({ minLength: 2, maxLength: 60, pattern: '^\\S+$' }),
    password,
    ...authority,
  }),
  response: AccountView,
  status: 201,
  errors: [NAME_TAKEN],
});

export const listAccounts = endpoint({
  id: 'listAccounts',
  method: 'GET',
  path: '/api/accounts',
  module,
  summary: 'Staff accounts by user name',
  may: admins,
  query: Type.Object({
    ...pageQuery,
    role: Type.Optional(Type.Enum([...ACCOUNT_ROLES])),
    active: Type.Optional(Type.Boolean()),
  }),
  response: PageOf(AccountView),
});

export const changeAuthority = endpoint({
  id: 'changeAuthority',
  method: 'PUT',
  path: '/api/accounts/{id}/authority',
  module,
  summary: 'Give an account another role or other rows',
  description: 'Its sessions end: whoever goes on signs in with the new authority.',
  may: admins,
  params: IdParams,
  body: Type.Object(authority),
  response: AccountView,
  errors: [LAST_ADMIN],
});

export const resetPassword = endpoint({
  id: 'resetPassword',
  method: 'POST',
  path: '/api/accounts/{id}/reset-password',
  module,
  summary: 'Set a new password; the account’s sessions and lock-out end',
  may: admins,
  params: IdParams,
  body: Type.Object({ password }),
  response: AccountView,
});

export const deactivateAccount = endpoint({
  id: 'deactivateAccount',
  method: 'POST',
  path: '/api/accounts/{id}/deactivate',
  module,
  summary: 'Close an account: it signs in no more and its sessions end',
  may: admins,
  params: IdParams,
  response: AccountView,
  errors: [LAST_ADMIN],
});
