import type { BodyOf, Endpoint } from '@firstfix/contract';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../button.tsx';
import { useUiWords } from '../language.ts';
import { useProblemWords } from '../problem-words.ts';
import { Control } from './control.tsx';
import { Field } from './field.tsx';
import { asEntered, faultOf, rulesOf } from './field-rules.ts';
import styles from './form.module.css';
import type { FormField } from './form-field.ts';
import { pointedErrors } from './pointed-errors.ts';

interface ContractFormProps<E extends Endpoint> {
  /** The command the form is for: its body says what is needed, how long and of which kind. */
  readonly endpoint: E;
  readonly fields: readonly (FormField & { readonly name: keyof BodyOf<E> & string })[];
  /** What stands in the fields at first. */
  readonly initial?: Readonly<Record<string, string>>;
  /** The verb on the button. */
  readonly verb: string;
  readonly busy?: boolean;
  /** The server's refusal of what was sent last. */
  readonly problem?: Error | null;
  /** Hears a body that keeps the contract's rules, provided that `fields` names all it needs. */
  readonly onSend: (body: BodyOf<E>) => void;
}

/** A form made from the contract: rules checked here first, refusals of the server at the field they point to. */
export function ContractForm<E extends Endpoint>(props: ContractFormProps<E>) {
  const { endpoint, fields, verb, busy = false, problem = null, onSend } = props;
  const say = useUiWords();
  const form = useRef<HTMLFormElement>(null);
  const [entered, setEntered] = useState<Readonly<Record<string, string>>>(props.initial ?? {});
  const [checked, setChecked] = useState(false);
  const parts = fields.map((field) => {
    const rules = rulesOf(endpoint.body, field.name);
    const text = entered[field.name] ?? '';
    return { field, rules, text, fault: faultOf(rules, text) };
  });
  const refused = pointedErrors(
    problem,
    fields.map(({ name }) => name),
    useProblemWords(),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const wrong = parts.findIndex(({ fault }) => fault !== undefined);
    if (wrong >= 0) return form.current?.querySelectorAll<HTMLElement>('[data-control]')[wrong]?.focus();
    const values = parts.flatMap(({ field, rules, text }) => {
      const value = asEntered(rules, text);
      return value === undefined ? [] : [[field.name, value] as const];
    });
    onSend(Object.fromEntries(values) as BodyOf<E>);
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      {refused.general && (
        <p role="alert" className={styles.refusal}>
          {refused.general}
        </p>
      )}
      {parts.map(({ field, rules, text, fault }) => (
        <Field
          key={field.name}
          label={field.label}
          help={field.help}
          optional={!rules.needed}
          error={
            checked && fault
              ? say(`form.${fault.fault}`, { limit: fault.limit })
              : refused.byField.get(field.name)
          }
        >
          {(ties) => (
            <Control
              {...ties}
              field={field}
              rules={rules}
              text={text}
              onText={(next) => setEntered({ ...entered, [field.name]: next })}
            />
          )}
        </Field>
      ))}
      <Button compact primary type="submit" disabled={busy}>
        {verb}
      </Button>
    </form>
  );
}
