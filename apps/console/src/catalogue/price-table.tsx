import type { PriceLine } from '@firstfix/contract/catalogue/schemas';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { useCategories } from '../page/category-names.ts';
import { LocalTable } from '../page/local-table.tsx';
import { useNamed } from '../page/named.ts';
import { yuan } from '../page/yuan.ts';
import { useCodeWords, useWords } from '../words/words.ts';

/** The lines of a price list. */
export function PriceTable({ lines }: { lines: readonly PriceLine[] | undefined }) {
  const say = useWords();
  return (
    <LocalTable
      name={say('catalogue.priceLines')}
      columns={usePriceColumns()}
      rowKey={({ code }) => code}
      data={{ rows: lines }}
      empty={say('catalogue.noPrice')}
    />
  );
}

function usePriceColumns(): Column<PriceLine>[] {
  const say = useWords();
  const nameOf = useNamed();
  const categories = useCategories();
  const sayCode = useCodeWords();
  const unitOf = ({ unit }: PriceLine) => sayCode('catalogue.unitOf', unit);
  const kindOf = ({ kind }: PriceLine) => say(`catalogue.priceKind.${kind}`);
  const classOf = ({ repairClass }: PriceLine) =>
    repairClass === null ? '' : say(`catalogue.repairClass.${repairClass}`);
  const categoryOf = ({ category }: PriceLine) =>
    category === null ? say('catalogue.everyCategory') : categories.nameOf(category);
  return [
    { key: 'name', title: say('catalogue.name'), fixed: true, cell: nameOf, text: nameOf },
    { key: 'kind', title: say('catalogue.kind'), cell: kindOf, text: kindOf },
    { key: 'category', title: say('catalogue.category'), cell: categoryOf, text: categoryOf },
    { key: 'class', title: say('catalogue.repairClassName'), cell: classOf, text: classOf },
    {
      key: 'price',
      title: say('catalogue.price'),
      align: 'end',
      cell: ({ unitFen }) => yuan(unitFen),
      text: ({ unitFen }) => yuan(unitFen),
      typed: { kind: 'fen', of: ({ unitFen }) => unitFen },
    },
    { key: 'unit', title: say('catalogue.unit'), cell: unitOf, text: unitOf },
    { key: 'code', title: say('catalogue.code'), cell: ({ code }) => code, text: ({ code }) => code },
  ];
}
