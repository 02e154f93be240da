import type { EngineerView } from '@firstfix/contract/network/schemas';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { Link } from '@tanstack/react-router';
import { useOutlets } from '../page/directory.ts';
import { useWords } from '../words/words.ts';
import { ExpiryChip, StandingChip } from './network-chips.tsx';
import { useSkillNames } from './skill-names.ts';

/** The columns of the engineer list, in their order. */
export function useEngineerColumns(): Column<EngineerView>[] {
  const say = useWords();
  const outlets = useOutlets();
  const skillsOf = useSkillNames();
  const skillText = ({ skills }: EngineerView) => skillsOf(skills).join(' ');
  return [
    {
      key: 'name',
      title: say('network.name'),
      sort: 'name',
      fixed: true,
      cell: ({ id, name }) => (
        <Link to="/network/engineers/$id" params={{ id }} tabIndex={-1}>
          {name}
        </Link>
      ),
      text: ({ name }) => name,
    },
    {
      key: 'grade',
      title: say('network.grade'),
      cell: ({ grade }) => grade,
      text: ({ grade }) => grade,
    },
    {
      key: 'standing',
      title: say('network.standingName'),
      cell: ({ standing }) => <StandingChip standing={standing} />,
      text: ({ standing }) => say(`network.standing.${standing}`),
    },
    {
      key: 'outlet',
      title: say('network.outlet'),
      cell: ({ outletId }) => outlets.nameOf(outletId),
      text: ({ outletId }) => outlets.nameOf(outletId),
    },
    {
      key: 'stars',
      title: say('network.stars'),
      sort: 'stars',
      align: 'end',
      cell: ({ stars }) => say('network.starCount', { count: stars }),
      text: ({ stars }) => String(stars),
      typed: { kind: 'number', of: ({ stars }) => stars },
    },
    {
      key: 'points',
      title: say('network.points'),
      sort: 'points',
      align: 'end',
      cell: ({ licencePoints }) => licencePoints,
      text: ({ licencePoints }) => String(licencePoints),
      typed: { kind: 'number', of: ({ licencePoints }) => licencePoints },
    },
    {
      key: 'licence',
      title: say('network.licenceUntil'),
      cell: ({ licenceExpiresOn }) => <ExpiryChip on={licenceExpiresOn} />,
      text: ({ licenceExpiresOn }) => licenceExpiresOn,
      typed: { kind: 'day', of: ({ licenceExpiresOn }) => licenceExpiresOn },
    },
    { key: 'skills', title: say('network.skills'), cell: skillText, text: skillText },
    {
      key: 'joined',
      title: say('network.joinedOn'),
      sort: 'newest',
      cell: ({ joinedOn }) => joinedOn,
      text: ({ joinedOn }) => joinedOn,
      typed: { kind: 'day', of: ({ joinedOn }) => joinedOn },
    },
  ];
}
