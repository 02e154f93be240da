import { ask } from '@firstfix/client/api.ts';
import { listSymptoms } from '@firstfix/contract/catalogue/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { useQuery } from '@tanstack/react-query';
import { Choices } from '../parts/choices.tsx';
import { Field } from '../parts/field.tsx';
import form from '../parts/form.module.css';
import { useNameOf } from '../words/named.ts';
import { useWords } from '../words/words.ts';
import { type Wish, wordsOf } from './wish.ts';

interface StepProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly onNext: () => void;
}

/** What is wrong: tapped, in own words, or both. */
export function TroubleStep({ wish, onWish, onNext }: StepProps) {
  const say = useWords();
  const nameOf = useNameOf();
  const { category } = wish;
  const { data } = useQuery({
    ...ask(listSymptoms, { query: { category: category ?? '' } }),
    enabled: category !== undefined,
  });
  const { symptoms } = wish;
  const names = wish.workType === 'repair' ? (data?.items ?? []).map(nameOf) : [];
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <Choices
        label={say('book.symptoms')}
        choices={names.map((name) => ({ value: name, label: name }))}
        chosen={symptoms}
        onChoose={(name) =>
          onWish({
            ...wish,
            symptoms: symptoms.includes(name) ? symptoms.filter((one) => one !== name) : [...symptoms, name],
          })
        }
      />
      <Field label={say('book.words')}>
        <textarea
          maxLength={1500}
          placeholder={say('book.wordsHint')}
          value={wish.words}
          onChange={({ target }) => onWish({ ...wish, words: target.value })}
        />
      </Field>
      <Choices
        label={say('book.urgent')}
        choices={[{ value: 'urgent', label: say('book.urgent') }]}
        chosen={wish.urgent ? ['urgent'] : []}
        onChoose={() => onWish({ ...wish, urgent: !wish.urgent })}
      />
      <p className={form.soft}>{say('book.danger')}</p>
      <Button
        primary
        type="submit"
        {...(wordsOf(wish) === '' ? { disabledReason: say('book.wordsFirst') } : {})}
      >
        {say('book.next')}
      </Button>
    </form>
  );
}
