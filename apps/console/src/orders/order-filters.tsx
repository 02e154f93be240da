import { ask } from '@firstfix/client/api.ts';
import { countWorkOrders } from '@firstfix/contract/orders/endpoints';
import { WORK_ORDER_STATES, type WorkOrderState } from '@firstfix/contract/orders/states';
import { useUiWords } from '@firstfix/ui/language.ts';
import { wordOf } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Tag } from 'antd';
import { useWords } from '../words/words.ts';
import type { OrdersSearch } from './orders-search.ts';

interface OrderFiltersProps {
  readonly search: OrdersSearch;
  readonly onSearch: (search: OrdersSearch) => void;
}

/** Words and states; every change starts from the first page. */
export function OrderFilters({ search, onSearch }: OrderFiltersProps) {
  const say = useWords();
  const change = (filter: Partial<OrdersSearch>) => onSearch({ ...search, ...filter, cursor: undefined });
  const whose = search.customerId ?? search.engineerId;
  const filtered = search.text ?? search.state ?? whose;
  return (
    <>
      <Input.Search
        key={search.text}
        allowClear
        defaultValue={search.text}
        aria-label={say('orders.search')}
        placeholder={say('orders.search')}
        style={{ width: 240 }}
        onSearch={(text) => change({ text: text.trim() || undefined })}
      />
      <StateFilter states={search.state} onStates={(state) => change({ state })} />
      {whose && <Tag>{say(search.customerId === undefined ? 'orders.ofEngineer' : 'orders.ofCustomer')}</Tag>}
      {filtered && <Button onClick={() => change(NO_FILTER)}>{say('orders.clear')}</Button>}
    </>
  );
}

const NO_FILTER = { text: undefined, state: undefined, customerId: undefined, engineerId: undefined };

interface StateFilterProps {
  readonly states: readonly WorkOrderState[] | undefined;
  readonly onStates: (states: readonly WorkOrderState[] | undefined) => void;
}

function StateFilter({ states, onStates }: StateFilterProps) {
  const say = useWords();
  const ui = useUiWords();
  const { data: counts } = useQuery(ask(countWorkOrders, {}));
  return (
    <Select
      mode="multiple"
      aria-label={say('orders.states')}
      placeholder={say('orders.states')}
      style={{ minWidth: 200 }}
      maxTagCount="responsive"
      value={[...(states ?? [])]}
      onChange={(chosen: WorkOrderState[]) => onStates(chosen.length > 0 ? chosen : undefined)}
      options={WORK_ORDER_STATES.map((state) => ({
        value: state,
        label: `${wordOf(ui, 'workOrderState', state)} ${counts?.byState[state] ?? 0}`,
      }))}
    />
  );
}
