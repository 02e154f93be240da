import { ask } from '@firstfix/client/api.ts';
import { OwnSessions } from '@firstfix/client/own-sessions.tsx';
import { leave } from '@firstfix/client/session.ts';
import { getCustomer } from '@firstfix/contract/customers/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { SignedIn } from '../shell/signed-in.tsx';
import { useWords } from '../words/words.ts';
import { Consents } from './consents.tsx';
import { Messages } from './messages.tsx';
import { Privacy } from './privacy.tsx';

/** Who I am here, what I was told, what is kept about me. */
export function MePage() {
  return <SignedIn>{(customerId) => <Me customerId={customerId} />}</SignedIn>;
}

function Me({ customerId }: { customerId: string }) {
  const say = useWords();
  const ui = useUiWords();
  const { data, error, refetch } = useQuery(ask(getCustomer, { params: { id: customerId } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return (
    <>
      <h1>{say('me.title')}</h1>
      <Card title={say('me.who')}>
        <Facts
          facts={[
            [say('me.name'), data.name],
            [say('me.phone'), data.phone],
            [
              say('me.homes'),
              data.households.map(({ id, place, door }) => (
                <div key={id}>
                  {place.community} {door}
                </div>
              )),
            ],
          ]}
        />
      </Card>
      <Messages />
      <Consents customer={data} />
      <Card title={ui('sessions.title')}>
        <OwnSessions />
      </Card>
      <Privacy customerId={customerId} />
      <Button onClick={leave}>{say('start.leave')}</Button>
    </>
  );
}
