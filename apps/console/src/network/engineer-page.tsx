import { ask } from '@firstfix/client/api.ts';
import { getEngineer } from '@firstfix/contract/network/endpoints';
import type { EngineerDetail } from '@firstfix/contract/network/schemas';
import { getEngineerEarnings } from '@firstfix/contract/pay/endpoints';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { mayCall, useSession } from '../connection/session.ts';
import { useOutlets, useTerritories } from '../page/directory.ts';
import { PageHeader } from '../page/page-header.tsx';
import { Columns, Fact, Facts, Panel, Tags } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';
import { Absences } from './absences.tsx';
import { Certificates } from './certificates.tsx';
import { EngineerActions } from './engineer-actions.tsx';
import { ExpiryChip, StandingChip } from './network-chips.tsx';
import { Shifts } from './shifts.tsx';
import { useSkillNames } from './skill-names.ts';

const route = getRouteApi('/inside/network/engineers/$id');

/** One engineer: licence, certificates, skills, shifts and absences. */
export function EngineerPage() {
  const { id } = route.useParams();
  const engineer = useQuery(ask(getEngineer, { params: { id } }));
  return <Shown of={engineer}>{(data) => <Engineer engineer={data} />}</Shown>;
}

function Engineer({ engineer }: { engineer: EngineerDetail }) {
  const say = useWords();
  const { role } = useSession();
  const { id } = engineer;
  return (
    <>
      <PageHeader
        title={`${engineer.name} · ${engineer.grade}`}
        back={<Link to="/network/engineers">← {say('network.engineers')}</Link>}
        actions={<EngineerActions engineer={engineer} />}
      >
        <StandingChip standing={engineer.standing} />
        {mayCall(getEngineerEarnings, role) && (
          <Link to="/finance/earnings/$engineerId" params={{ engineerId: id }}>
            {say('network.earnings')}
          </Link>
        )}
      </PageHeader>
      <Columns>
        <EngineerFacts engineer={engineer} />
        <Shifts engineer={engineer} />
        <Absences engineer={engineer} />
      </Columns>
      <Certificates engineer={engineer} />
    </>
  );
}

function EngineerFacts({ engineer }: { engineer: EngineerDetail }) {
  const say = useWords();
  const outlets = useOutlets();
  const territories = useTerritories();
  const skillsOf = useSkillNames();
  const { outletId } = engineer;
  return (
    <Panel title={say('network.facts')}>
      <Facts>
        <Fact name={say('network.outlet')}>
          <Link to="/network/outlets/$id" params={{ id: outletId }}>
            {outlets.nameOf(outletId)}
          </Link>
        </Fact>
        <Fact name={say('network.territory')}>{territories.nameOf(engineer.territoryId)}</Fact>
        {engineer.standingReason && <Fact name={say('network.reason')}>{engineer.standingReason}</Fact>}
        <Fact name={say('network.stars')}>{say('network.starCount', { count: engineer.stars })}</Fact>
        <Fact name={say('network.licence')}>{engineer.licenceNumber}</Fact>
        <Fact name={say('network.licenceUntil')}>
          <ExpiryChip on={engineer.licenceExpiresOn} />
        </Fact>
        <Fact name={say('network.points')}>{engineer.licencePoints}</Fact>
        <Fact name={say('network.skills')}>
          <Tags of={skillsOf(engineer.skills)} />
        </Fact>
        <Fact name={say('network.joinedOn')}>{engineer.joinedOn}</Fact>
        {engineer.leftOn && <Fact name={say('network.leftOn')}>{engineer.leftOn}</Fact>}
      </Facts>
    </Panel>
  );
}
