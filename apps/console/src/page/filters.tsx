import { Input, Select } from 'antd';

interface FilterProps<T> {
  readonly name: string;
  readonly value: T | undefined;
  readonly onValue: (value: T | undefined) => void;
}

/** Words looked for. */
export function TextFilter({ name, value, onValue }: FilterProps<string>) {
  return (
    <Input.Search
      key={value}
      allowClear
      defaultValue={value}
      aria-label={name}
      placeholder={name}
      style={{ width: 240 }}
      onSearch={(text) => onValue(text.trim() || undefined)}
    />
  );
}

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
}

interface ChoiceFilterProps<T> extends FilterProps<T> {
  readonly choices: readonly Choice<T>[];
  /** One of them must be chosen. */
  readonly needed?: boolean;
}

/** One of a few. */
export function ChoiceFilter<T extends string | number>(props: ChoiceFilterProps<T>) {
  const { name, value, onValue, choices, needed = false } = props;
  return (
    <Select<T>
      allowClear={!needed}
      showSearch
      optionFilterProp="label"
      aria-label={name}
      placeholder={name}
      style={{ minWidth: 144 }}
      value={value}
      onChange={(chosen: T | undefined) => onValue(chosen)}
      options={[...choices]}
    />
  );
}

/** A calendar day. */
export function DayFilter({ name, value, onValue }: FilterProps<string>) {
  return (
    <Input
      type="date"
      aria-label={name}
      title={name}
      style={{ width: 152 }}
      value={value}
      onChange={({ target }) => onValue(target.value || undefined)}
    />
  );
}
