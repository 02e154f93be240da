import type { AccountKind } from '@firstfix/contract/pay/schemas';
import { type Names, useEngineers, useOutlets, useTerritories } from '../page/directory.ts';
import { useWords } from '../words/words.ts';

interface Owned {
  readonly kind: AccountKind;
  readonly ownerId: string | null;
}

/** Whose account it is: the engineer, outlet or territory; else what it counts. */
export function useAccountNames(): (account: Owned) => string {
  const say = useWords();
  const engineers = useEngineers();
  const outlets = useOutlets();
  const territories = useTerritories();
  const names: Readonly<Partial<Record<AccountKind, Names>>> = {
    engineer: engineers,
    cash_in_hand: engineers,
    outlet: outlets,
    cost_centre: territories,
    revenue: territories,
  };
  return ({ kind, ownerId }) =>
    ownerId === null ? say(`finance.accountKind.${kind}`) : (names[kind] ?? territories).nameOf(ownerId);
}
