import { api, ask } from '@firstfix/client/api.ts';
import { claimOffer, listOffers } from '@firstfix/contract/dispatch/endpoints';
import type { ResponseOf } from '@firstfix/contract/endpoint';
import { getExpectedWage } from '@firstfix/contract/pay/endpoints';
import { fen, formatYuan, newId, parseInstant, SECOND } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Act } from '../parts/act.tsx';
import panel from '../parts/panel.module.css';
import { Refusal } from '../parts/refusal.tsx';
import { LOOK_FOR_OFFERS_MS } from '../shell/tabs.tsx';
import { useWords } from '../words/words.ts';
import { useJobName } from '../work/catalogue-names.ts';

type Offer = ResponseOf<typeof listOffers>['items'][number];

/** Orders that may be taken: what each would pay, why it is offered, how long it waits. */
export function OffersPage() {
  const say = useWords();
  const asked = ask(listOffers, { query: {} });
  const { data, error, refetch } = useQuery({ ...asked, refetchInterval: LOOK_FOR_OFFERS_MS });
  const [lost, setLost] = useState<Lost>();
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return (
    <section className={panel.rows}>
      <h1>{say('offers.title')}</h1>
      {lost && !data.items.some(({ id }) => id === lost.offer.id) && <LostOffer lost={lost} />}
      {data.items.length === 0 && <Empty>{say('offers.none')}</Empty>}
      {data.items.map((offer) => (
        <OfferCard key={offer.id} offer={offer} onLost={(problem) => setLost({ offer, problem })} />
      ))}
    </section>
  );
}

/** An offer this engineer reached for and did not get: it leaves the list, the reason stays. */
interface Lost {
  readonly offer: Offer;
  readonly problem: Error;
}

function LostOffer({ lost: { offer, problem } }: { lost: Lost }) {
  const nameOf = useJobName();
  return (
    <article className={panel.panel}>
      <h2>
        {nameOf(offer)} · {offer.community}
      </h2>
      <Refusal problem={problem} />
    </article>
  );
}

function OfferCard({ offer, onLost }: { offer: Offer; onLost: (problem: Error) => void }) {
  const say = useWords();
  const nameOf = useJobName();
  const moments = useMoments();
  const left = Math.max(0, Math.ceil((parseInstant(offer.roundEndsAt) - useNow()) / SECOND));
  const claim = useClaim(offer.id, onLost);
  const { arrivalWindow: window, distanceMetres } = offer;
  return (
    <article className={panel.panel}>
      <div className={panel.row}>
        <h2>{nameOf(offer)}</h2>
        <strong role="timer">{left > 0 ? say('offers.left', { seconds: left }) : say('offers.over')}</strong>
      </div>
      <p className={panel.title}>{offer.community}</p>
      <p>
        {window
          ? moments.window(parseInstant(window.start), parseInstant(window.end))
          : say('offers.toAppoint')}
      </p>
      <Pay workOrderId={offer.workOrderId} />
      <p className={panel.note}>
        {distanceMetres !== null && say('offers.distance', { km: (distanceMetres / 1000).toFixed(1) })}
        {say('offers.why', { difficulty: offer.difficulty, round: offer.round })}
      </p>
      <Act
        onAct={() => claim.mutate()}
        busy={claim.isPending}
        problem={claim.error}
        not={left === 0 ? say('offers.roundOver') : undefined}
      >
        {say('offers.claim')}
      </Act>
    </article>
  );
}

/** The same key for the same offer: a lost answer is asked for, not claimed twice. */
function useClaim(id: string, onLost: (problem: Error) => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const idempotencyKey = useMemo(() => newId(), []);
  return useMutation({
    mutationFn: () => api.call(claimOffer, { params: { id }, idempotencyKey }),
    onSuccess: (visit) => navigate({ to: '/visits/$id', params: { id: visit.id } }),
    onError: onLost,
    onSettled: () => queries.invalidateQueries(),
  });
}

function Pay({ workOrderId }: { workOrderId: string }) {
  const say = useWords();
  const { data } = useQuery(ask(getExpectedWage, { params: { id: workOrderId }, query: {} }));
  if (!data) return null;
  const amounts = data.items.map(({ amountFen }) => amountFen);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  const from = formatYuan(fen(least));
  return (
    <div>
      <p className={panel.money}>{least === most ? from : `${from} – ${formatYuan(fen(most))}`}</p>
      <p className={panel.note}>{say(least === most ? 'offers.atStars' : 'offers.byDiagnosis')}</p>
    </div>
  );
}
