import { ask } from '@firstfix/client/api.ts';
import { getStation } from '@firstfix/contract/network/endpoints';
import type { StationView } from '@firstfix/contract/network/schemas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEngineers, useOutlets, useTerritories } from '../page/directory.ts';
import { PageHeader } from '../page/page-header.tsx';
import { Columns, Fact, Facts, Panel } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';
import { hoursText, WEEKDAY_WORDS, WEEKDAYS } from './week.ts';

const route = getRouteApi('/inside/network/stations/$id');

/** One mobile station: its crew, and where it stands on which day. */
export function StationPage() {
  const { id } = route.useParams();
  const say = useWords();
  const station = useQuery(ask(getStation, { params: { id } }));
  return (
    <Shown of={station}>
      {(data) => (
        <>
          <PageHeader
            title={data.name}
            back={<Link to="/network/stations">← {say('network.stations')}</Link>}
          />
          <Columns>
            <StationFacts station={data} />
            <Posts station={data} />
          </Columns>
        </>
      )}
    </Shown>
  );
}

function StationFacts({ station }: { station: StationView }) {
  const say = useWords();
  const outlets = useOutlets();
  const territories = useTerritories();
  const engineers = useEngineers();
  return (
    <Panel title={say('network.facts')}>
      <Facts>
        <Fact name={say('network.vehicle')}>{station.vehicle}</Fact>
        <Fact name={say('network.outlet')}>
          <Link to="/network/outlets/$id" params={{ id: station.outletId }}>
            {outlets.nameOf(station.outletId)}
          </Link>
        </Fact>
        <Fact name={say('network.territory')}>{territories.nameOf(station.territoryId)}</Fact>
        <Fact name={say('network.crew')}>
          {station.crew.map((id) => (
            <div key={id}>
              <Link to="/network/engineers/$id" params={{ id }}>
                {engineers.nameOf(id)}
              </Link>
            </div>
          ))}
        </Fact>
        <Fact name={say('network.cells')}>{station.cells.length}</Fact>
      </Facts>
    </Panel>
  );
}

function Posts({ station }: { station: StationView }) {
  const say = useWords();
  return (
    <Panel title={say('network.posts')}>
      <Facts>
        {WEEKDAYS.flatMap((weekday) =>
          station.posts
            .filter((post) => post.weekday === weekday)
            .map((post) => (
              <Fact key={`${weekday}-${post.startMinute}`} name={say(WEEKDAY_WORDS[weekday])}>
                {hoursText(post)} {post.community}
              </Fact>
            )),
        )}
      </Facts>
    </Panel>
  );
}
