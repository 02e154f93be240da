import { api } from '@firstfix/client/api.ts';
import {
  changeOutlet,
  changeOutletStatus,
  getOutlet,
  listOutlets,
} from '@firstfix/contract/network/endpoints';
import type { OutletView } from '@firstfix/contract/network/schemas';
import { OUTLET_STATUS_CHANGES, type OutletStatus } from '@firstfix/contract/network/states';
import { ActionDialog } from '../page/action-dialog.tsx';
import { useCategories } from '../page/category-names.ts';
import { useTerritories } from '../page/directory.ts';
import { useWords } from '../words/words.ts';
import { MARKET_TIERS } from './new-outlet.tsx';

/** What may be done to an outlet. */
export function OutletActions({ outlet }: { outlet: OutletView }) {
  return (
    <>
      <ChangeOutlet outlet={outlet} />
      <ChangeStatus outlet={outlet} />
    </>
  );
}

const CHANGES = [getOutlet, listOutlets];

interface OutletValues {
  readonly name: string;
  readonly territoryIds: string[];
  readonly marketTier: number;
  readonly categories: string[];
  readonly qualityCertificateUntil?: string;
}

function ChangeOutlet({ outlet }: { outlet: OutletView }) {
  const say = useWords();
  const territories = useTerritories();
  const categories = useCategories();
  const { name, territoryIds, marketTier, qualityCertificateUntil } = outlet;
  return (
    <ActionDialog<OutletValues>
      title={say('network.changeOutlet')}
      endpoint={changeOutlet}
      start={{
        name,
        territoryIds,
        marketTier,
        categories: outlet.categories,
        ...(qualityCertificateUntil === null ? {} : { qualityCertificateUntil }),
      }}
      fields={[
        { name: 'name', label: say('network.name') },
        { name: 'territoryIds', label: say('network.territories'), as: 'many', choices: territories.choices },
        { name: 'categories', label: say('network.categories'), as: 'many', choices: categories.choices },
        {
          name: 'marketTier',
          label: say('network.marketTier'),
          as: 'one',
          choices: MARKET_TIERS.map((tier) => ({ value: tier, label: String(tier) })),
        },
        {
          name: 'qualityCertificateUntil',
          label: say('network.qualityCertificate'),
          as: 'day',
          needed: false,
        },
      ]}
      send={(values) =>
        api.call(changeOutlet, {
          params: { id: outlet.id },
          body: { ...values, qualityCertificateUntil: values.qualityCertificateUntil || null },
          ifMatch: outlet.version,
        })
      }
      changes={CHANGES}
    />
  );
}

function ChangeStatus({ outlet }: { outlet: OutletView }) {
  const say = useWords();
  const next = OUTLET_STATUS_CHANGES[outlet.status];
  return (
    <ActionDialog<{ status: OutletStatus; reason: string }>
      title={say('network.changeStatus')}
      endpoint={changeOutletStatus}
      disabledReason={next.length === 0 ? say('network.terminatedStays') : undefined}
      fields={[
        {
          name: 'status',
          label: say('network.statusName'),
          as: 'one',
          choices: next.map((status) => ({ value: status, label: say(`network.status.${status}`) })),
        },
        { name: 'reason', label: say('network.reason'), as: 'words' },
      ]}
      send={(body) =>
        api.call(changeOutletStatus, { params: { id: outlet.id }, body, ifMatch: outlet.version })
      }
      changes={CHANGES}
    />
  );
}
