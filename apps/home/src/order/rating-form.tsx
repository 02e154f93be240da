import { useChange } from '@firstfix/client/change.ts';
import { changeRating, rateWorkOrder } from '@firstfix/contract/verdict/endpoints';
import { type Dimensions, RATING_TAGS, type RatingView } from '@firstfix/contract/verdict/schemas';
import { Button } from '@firstfix/ui/button.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useState } from 'react';
import { Choices } from '../parts/choices.tsx';
import { Field } from '../parts/field.tsx';
import form from '../parts/form.module.css';
import { StarPicker } from '../parts/stars.tsx';
import { useWords } from '../words/words.ts';

const DIMENSIONS = ['promptness', 'skill', 'manner', 'priceClarity', 'cleanliness'] as const;
type Tag = (typeof RATING_TAGS)[number];

interface RatingFormProps {
  readonly workOrderId: string;
  /** What was said before, to be changed. */
  readonly before: RatingView | undefined;
  readonly onDone: () => void;
}

/** Stars first; the rest only when somebody wants to say more. */
export function RatingForm({ workOrderId, before, onDone }: RatingFormProps) {
  const say = useWords();
  const [stars, setStars] = useState(before?.stars ?? 0);
  const [dimensions, setDimensions] = useState<Partial<Dimensions>>(before?.dimensions ?? {});
  const [tags, setTags] = useState<readonly Tag[]>(RATING_TAGS.filter((tag) => before?.tags.includes(tag)));
  const [words, setWords] = useState(before?.words ?? '');
  const { mutate, isPending, error } = useChange(before ? changeRating : rateWorkOrder);
  const body = { stars, dimensions, tags: [...tags], words };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ params: { id: workOrderId }, body }, { onSuccess: onDone });
      }}
    >
      <StarPicker label={say('order.overall')} value={stars} onPick={setStars} />
      {stars > 0 && (
        <>
          {DIMENSIONS.map((dimension) => (
            <StarPicker
              key={dimension}
              label={say(`order.dimension.${dimension}`)}
              value={dimensions[dimension] ?? 0}
              onPick={(given) => setDimensions({ ...dimensions, [dimension]: given })}
            />
          ))}
          <Choices
            label={say('order.tags')}
            choices={RATING_TAGS.map((tag) => ({ value: tag, label: say(`order.tag.${tag}`) }))}
            chosen={tags}
            onChoose={(tag) => setTags(toggled(tags, tag))}
          />
          <Field label={say('order.rateWords')}>
            <textarea maxLength={1000} value={words} onChange={({ target }) => setWords(target.value)} />
          </Field>
        </>
      )}
      {error && <ProblemNotice problem={error} />}
      <Button
        primary
        type="submit"
        disabled={isPending}
        {...(stars === 0 ? { disabledReason: say('order.starsFirst') } : {})}
      >
        {say('order.rateSend')}
      </Button>
    </form>
  );
}

function toggled(tags: readonly Tag[], tag: Tag): readonly Tag[] {
  return tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag];
}
