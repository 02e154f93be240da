import { ask } from '@firstfix/client/api.ts';
import { getAppliance } from '@firstfix/contract/appliances/endpoints';
import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { SignedIn } from '../shell/signed-in.tsx';
import { useWords } from '../words/words.ts';
import styles from './book-page.module.css';
import { MachineStep } from './machine-step.tsx';
import { PlaceStep } from './place-step.tsx';
import { TroubleStep } from './trouble-step.tsx';
import { WhenStep } from './when-step.tsx';
import { NO_WISH, type Wish } from './wish.ts';

const route = getRouteApi('/home/book');
const STEPS = ['machine', 'trouble', 'place', 'when'] as const;
type Step = (typeof STEPS)[number];

/** From “something is wrong” to a promised window: what, what's wrong, where, when. */
export function BookPage() {
  const say = useWords();
  const go = useNavigate();
  const chosen = useChosen();
  const [step, setStep] = useState<Step>();
  const [wish, setWish] = useState<Wish>(NO_WISH);
  const [request, setRequest] = useState<ServiceRequestView>();
  const at = step ?? (chosen.applianceId ? 'trouble' : 'machine');
  const wanted = { ...wish, ...(wish.category ? {} : chosen) };
  const screens: Readonly<Record<Step, ReactNode>> = {
    machine: <MachineStep wish={wanted} onWish={setWish} onNext={() => setStep('trouble')} />,
    trouble: <TroubleStep wish={wanted} onWish={setWish} onNext={() => setStep('place')} />,
    place: (
      <SignedIn>
        {(customerId) => (
          <PlaceStep
            customerId={customerId}
            wish={wanted}
            onRegistered={(registered) => {
              setRequest(registered);
              setStep('when');
            }}
          />
        )}
      </SignedIn>
    ),
    when: request && (
      <WhenStep
        request={request}
        onBooked={(id) => go({ to: '/home/orders/$id', params: { id }, replace: true })}
      />
    ),
  };
  return (
    <>
      <h1>{say(`book.title.${at}`)}</h1>
      <Progress at={at} onBack={request ? undefined : setStep} />
      {screens[at]}
    </>
  );
}

/** The appliance the address names. */
function useChosen(): { applianceId?: string; category?: string } {
  const { appliance } = route.useSearch();
  const { data } = useQuery({
    ...ask(getAppliance, { params: { id: appliance ?? '' } }),
    enabled: appliance !== undefined,
  });
  return data ? { applianceId: data.id, category: data.category } : {};
}

/** Where in the booking one is; steps behind can be gone back to, until the request is registered. */
function Progress({ at, onBack }: { at: Step; onBack: ((step: Step) => void) | undefined }) {
  const say = useWords();
  return (
    <ol className={styles.progress}>
      {STEPS.map((step) => {
        const behind = STEPS.indexOf(step) < STEPS.indexOf(at);
        return (
          <li key={step} data-behind={behind} aria-current={step === at ? 'step' : undefined}>
            {behind && onBack ? (
              <button type="button" onClick={() => onBack(step)}>
                {say(`book.step.${step}`)}
              </button>
            ) : (
              say(`book.step.${step}`)
            )}
          </li>
        );
      })}
    </ol>
  );
}
