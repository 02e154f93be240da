import { useChange } from '@firstfix/client/change.ts';
import { setConsent } from '@firstfix/contract/customers/endpoints';
import { CONSENT_PURPOSES, type CustomerView } from '@firstfix/contract/customers/schemas';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { Card } from '../parts/card.tsx';
import { Choices } from '../parts/choices.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';

/** The wording shown here. */
const VERSION = '1';

/** What I agree to beyond the service itself; each tap gives or withdraws. */
export function Consents({ customer }: { customer: CustomerView }) {
  const say = useWords();
  const { mutate, error } = useChange(setConsent);
  const granted = CONSENT_PURPOSES.filter((purpose) =>
    customer.consents.some((consent) => consent.purpose === purpose && consent.granted),
  );
  return (
    <Card title={say('me.consents')}>
      <p className={form.soft}>{say('me.consentsMean')}</p>
      <Choices
        label={say('me.consents')}
        as="rows"
        choices={CONSENT_PURPOSES.map((purpose) => ({ value: purpose, label: say(`me.purpose.${purpose}`) }))}
        chosen={granted}
        onChoose={(purpose) =>
          mutate({
            params: { id: customer.id, purpose },
            body: { granted: !granted.includes(purpose), version: VERSION },
          })
        }
      />
      {error && <ProblemNotice problem={error} />}
    </Card>
  );
}
