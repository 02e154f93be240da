import type { OutletView } from '@firstfix/contract/network/schemas';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { Link } from '@tanstack/react-router';
import { useCategories } from '../page/category-names.ts';
import { useTerritories } from '../page/directory.ts';
import { useWords } from '../words/words.ts';
import { OutletStatusChip } from './network-chips.tsx';

/** The columns of the outlet list, in their order. */
export function useOutletColumns(): Column<OutletView>[] {
  const say = useWords();
  const territories = useTerritories();
  const categories = useCategories();
  const territoriesOf = ({ territoryIds }: OutletView) => territoryIds.map(territories.nameOf).join(' ');
  const categoriesOf = (outlet: OutletView) => outlet.categories.map(categories.nameOf).join(' ');
  return [
    {
      key: 'name',
      title: say('network.name'),
      sort: 'name',
      fixed: true,
      cell: ({ id, name }) => (
        <Link to="/network/outlets/$id" params={{ id }} tabIndex={-1}>
          {name}
        </Link>
      ),
      text: ({ name }) => name,
    },
    {
      key: 'status',
      title: say('network.statusName'),
      cell: ({ status }) => <OutletStatusChip status={status} />,
      text: ({ status }) => say(`network.status.${status}`),
    },
    {
      key: 'tier',
      title: say('network.tierName'),
      cell: ({ tier }) => say(`network.tier.${tier}`),
      text: ({ tier }) => say(`network.tier.${tier}`),
    },
    {
      key: 'stars',
      title: say('network.stars'),
      sort: 'stars',
      align: 'end',
      cell: ({ stars }) => say('network.starCount', { count: stars }),
      text: ({ stars }) => String(stars),
      typed: { kind: 'number', of: ({ stars }) => stars },
    },
    {
      key: 'marketTier',
      title: say('network.marketTier'),
      align: 'end',
      cell: ({ marketTier }) => marketTier,
      text: ({ marketTier }) => String(marketTier),
      typed: { kind: 'number', of: ({ marketTier }) => marketTier },
    },
    { key: 'territories', title: say('network.territories'), cell: territoriesOf, text: territoriesOf },
    { key: 'categories', title: say('network.categories'), cell: categoriesOf, text: categoriesOf },
    {
      key: 'opened',
      title: say('network.openedOn'),
      sort: 'newest',
      cell: ({ openedOn }) => openedOn,
      text: ({ openedOn }) => openedOn,
      typed: { kind: 'day', of: ({ openedOn }) => openedOn },
    },
  ];
}
