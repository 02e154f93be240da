import { Input, InputNumber, Select } from 'antd';
import type { Choice } from './filters.tsx';

/** One value a form asks for. */
export interface ActionField<V> {
  readonly name: keyof V & string;
  readonly label: string;
  /** Default: a line of text. */
  readonly as?: 'text' | 'words' | 'day' | 'time' | 'clock' | 'number' | 'password' | 'one' | 'many';
  /** For `one` and `many`. */
  readonly choices?: readonly Choice<string | number>[];
  /** Default: it must be filled in. */
  readonly needed?: boolean;
  readonly hint?: string;
}

interface ActionInputProps<V> {
  readonly field: ActionField<V>;
  /** Given by the form. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: () => void;
}

export function ActionInput<V>({ field, ...given }: ActionInputProps<V>) {
  switch (field.as) {
    case 'words':
      return <Input.TextArea rows={3} {...given} />;
    case 'day':
      return <Input type="date" {...given} />;
    case 'clock':
      return <Input type="time" {...given} />;
    case 'time':
      return <Input type="datetime-local" {...given} />;
    case 'password':
      return <Input.Password autoComplete="new-password" {...given} />;
    case 'number':
      return <InputNumber style={{ width: '100%' }} {...given} />;
    case 'one':
    case 'many':
      return <ChoiceInput field={field} {...given} />;
    default:
      return <Input {...given} />;
  }
}

function ChoiceInput<V>({ field, ...given }: ActionInputProps<V>) {
  return (
    <Select
      showSearch
      optionFilterProp="label"
      {...(field.as === 'many' ? { mode: 'multiple' as const } : {})}
      allowClear={field.needed === false}
      options={[...(field.choices ?? [])]}
      {...given}
    />
  );
}
