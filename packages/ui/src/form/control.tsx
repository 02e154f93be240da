import { useUiWords } from '../language.ts';
import type { FieldTies } from './field.tsx';
import type { FieldRules } from './field-rules.ts';
import type { FormField } from './form-field.ts';

interface ControlProps extends FieldTies {
  readonly field: FormField;
  readonly rules: FieldRules;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The control that fits a value of this kind. */
export function Control({ field, rules, text, onText, ...ties }: ControlProps) {
  const say = useUiWords();
  const shared = { ...ties, name: field.name, value: text, 'data-control': true };
  const options = optionsOf(field, rules, { yes: say('form.yes'), no: say('form.no') });
  if (options.length > 0) {
    return (
      <select {...shared} onChange={({ target }) => onText(target.value)}>
        <option value="">{say('form.choose')}</option>
        {options.map(({ value, word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    );
  }
  if (field.long) return <textarea {...shared} rows={3} onChange={({ target }) => onText(target.value)} />;
  return (
    <input
      {...shared}
      type={rules.kind === 'day' ? 'date' : 'text'}
      inputMode={rules.kind === 'number' ? 'decimal' : undefined}
      onChange={({ target }) => onText(target.value)}
    />
  );
}

function optionsOf(
  { choiceWords }: FormField,
  { kind, choices }: FieldRules,
  words: { yes: string; no: string },
) {
  if (kind === 'yes-no') {
    return [
      { value: 'true', word: words.yes },
      { value: 'false', word: words.no },
    ];
  }
  return choices.map((value) => ({ value, word: choiceWords?.[value] ?? value }));
}
