import { api } from '@firstfix/client/api.ts';
import {
  changeAuthority,
  createAccount,
  deactivateAccount,
  listAccounts,
  resetPassword,
} from '@firstfix/contract/identity/endpoints';
import { ACCOUNT_ROLES, type AccountView } from '@firstfix/contract/identity/schemas';
import { useUiWords } from '@firstfix/ui/language.ts';
import { ActionDialog } from '../page/action-dialog.tsx';
import type { ActionField } from '../page/action-input.tsx';
import { useOutlets, useTerritories } from '../page/directory.ts';
import { useWords } from '../words/words.ts';

interface AuthorityValues {
  readonly role: AccountView['role'];
  readonly outletId?: string;
  readonly territoryIds?: string[];
}

/** Role and rows, as every form about an account asks for them. */
function useAuthorityFields(): ActionField<AuthorityValues>[] {
  const say = useWords();
  const ui = useUiWords();
  const outlets = useOutlets();
  const territories = useTerritories();
  return [
    {
      name: 'role',
      label: say('admin.role'),
      as: 'one',
      choices: ACCOUNT_ROLES.map((role) => ({ value: role, label: ui(`role.${role}`) })),
    },
    {
      name: 'outletId',
      label: say('admin.outlet'),
      as: 'one',
      choices: outlets.choices,
      needed: false,
      hint: say('admin.outletHint'),
    },
    {
      name: 'territoryIds',
      label: say('admin.territories'),
      as: 'many',
      choices: territories.choices,
      needed: false,
      hint: say('admin.territoriesHint'),
    },
  ];
}

export function NewAccount() {
  const say = useWords();
  const fields = useAuthorityFields();
  return (
    <ActionDialog<AuthorityValues & { userName: string; password: string }>
      title={say('admin.newAccount')}
      endpoint={createAccount}
      fields={[
        { name: 'userName', label: say('admin.userName') },
        { name: 'password', label: say('admin.password'), as: 'password', hint: say('admin.passwordHint') },
        ...fields,
      ]}
      send={(body) => api.call(createAccount, { body })}
      changes={[listAccounts]}
    />
  );
}

/** What may be done to an account. */
export function AccountActions({ account }: { account: AccountView }) {
  return (
    <>
      <ChangeAuthority account={account} /> <ResetPassword account={account} />{' '}
      <Deactivate account={account} />
    </>
  );
}

function ChangeAuthority({ account }: { account: AccountView }) {
  const say = useWords();
  const { role, outletId, territoryIds, ownId } = account;
  return (
    <ActionDialog<AuthorityValues>
      title={say('admin.changeAuthority')}
      endpoint={changeAuthority}
      disabledReason={account.active ? undefined : say('admin.isClosed')}
      start={{ role, territoryIds, ...(outletId === null ? {} : { outletId }) }}
      fields={useAuthorityFields()}
      send={(values) =>
        api.call(changeAuthority, {
          params: { id: account.id },
          body: { ...values, ownId, outletId: values.outletId ?? null },
        })
      }
      changes={[listAccounts]}
    />
  );
}

function ResetPassword({ account }: { account: AccountView }) {
  const say = useWords();
  return (
    <ActionDialog<{ password: string }>
      title={say('admin.resetPassword')}
      endpoint={resetPassword}
      disabledReason={account.active ? undefined : say('admin.isClosed')}
      fields={[
        { name: 'password', label: say('admin.password'), as: 'password', hint: say('admin.passwordHint') },
      ]}
      send={(body) => api.call(resetPassword, { params: { id: account.id }, body })}
      changes={[listAccounts]}
    />
  );
}

function Deactivate({ account }: { account: AccountView }) {
  const say = useWords();
  return (
    <ActionDialog
      title={say('admin.deactivate')}
      endpoint={deactivateAccount}
      disabledReason={account.active ? undefined : say('admin.isClosed')}
      danger
      fields={[]}
      send={() => api.call(deactivateAccount, { params: { id: account.id } })}
      changes={[listAccounts]}
    />
  );
}
