import { api, ask } from '@firstfix/client/api.ts';
import { createOutlet, listCities, listOutlets } from '@firstfix/contract/network/endpoints';
import { OUTLET_TIERS, type OutletTier } from '@firstfix/contract/network/states';
import { useQuery } from '@tanstack/react-query';
import { ActionDialog } from '../page/action-dialog.tsx';
import { useCategories } from '../page/category-names.ts';
import { useTerritories } from '../page/directory.ts';
import { useWords } from '../words/words.ts';

interface NewOutletValues {
  readonly name: string;
  readonly cityId: string;
  readonly territoryIds: string[];
  readonly tier: OutletTier;
  readonly marketTier: number;
  readonly categories: string[];
  readonly openedOn: string;
  readonly lat: number;
  readonly lng: number;
}

/** Takes an outlet into the network. */
export function NewOutlet() {
  const say = useWords();
  const territories = useTerritories();
  const cities = useQuery(ask(listCities, { query: { limit: 200 } }));
  const categories = useCategories();
  return (
    <ActionDialog<NewOutletValues>
      title={say('network.newOutlet')}
      endpoint={createOutlet}
      fields={[
        { name: 'name', label: say('network.name') },
        {
          name: 'cityId',
          label: say('network.city'),
          as: 'one',
          choices: (cities.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        },
        { name: 'territoryIds', label: say('network.territories'), as: 'many', choices: territories.choices },
        {
          name: 'tier',
          label: say('network.tierName'),
          as: 'one',
          choices: OUTLET_TIERS.map((tier) => ({ value: tier, label: say(`network.tier.${tier}`) })),
        },
        {
          name: 'marketTier',
          label: say('network.marketTier'),
          as: 'one',
          choices: MARKET_TIERS.map((tier) => ({ value: tier, label: String(tier) })),
        },
        {
          name: 'categories',
          label: say('network.categories'),
          as: 'many',
          choices: categories.choices,
        },
        { name: 'openedOn', label: say('network.openedOn'), as: 'day' },
        { name: 'lat', label: say('network.latitude'), as: 'number' },
        { name: 'lng', label: say('network.longitude'), as: 'number' },
      ]}
      send={({ lat, lng, ...outlet }) => api.call(createOutlet, { body: { ...outlet, point: { lat, lng } } })}
      changes={[listOutlets]}
    />
  );
}

export const MARKET_TIERS = [1, 2, 3];
