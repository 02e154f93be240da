import { ask } from '@firstfix/client/api.ts';
import { findCommunities } from '@firstfix/contract/customers/endpoints';
import type { AddressInput, CommunityView } from '@firstfix/contract/customers/schemas';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWords } from '../words/words.ts';
import { Choices } from './choices.tsx';
import { Field } from './field.tsx';
import form from './form.module.css';
import { HereButton } from './here-button.tsx';

export type Home = AddressInput;

/**
 * Where a home is: its community picked from those we know, or the whole address with the phone's own position;
 * and the door. Says `undefined` while it is not enough.
 */
export function AddressFields({ onChange }: { onChange: (home: Home | undefined) => void }) {
  const say = useWords();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<CommunityView>();
  const [here, setHere] = useState<Home['point']>();
  const [door, setDoor] = useState('');
  useEffect(() => onChange(homeOf({ text, picked, here, door })), [text, picked, here, door, onChange]);
  return (
    <>
      <Field label={say('start.community')}>
        <input
          autoComplete="street-address"
          placeholder={say('start.communityHint')}
          required
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setPicked(undefined);
          }}
        />
      </Field>
      {picked === undefined && text.trim() !== '' && (
        <>
          <Suggestions
            text={text.trim()}
            onPick={(community) => {
              setPicked(community);
              setText(community.community);
            }}
          />
          <HereButton known={here !== undefined} onHere={setHere} />
        </>
      )}
      <Field label={say('start.door')}>
        <input
          placeholder={say('start.doorHint')}
          required
          value={door}
          onChange={({ target }) => setDoor(target.value)}
        />
      </Field>
    </>
  );
}

interface Typed {
  readonly text: string;
  readonly picked: CommunityView | undefined;
  readonly here: Home['point'] | undefined;
  readonly door: string;
}

function homeOf({ text, picked, here, door }: Typed): Home | undefined {
  if (door.trim() === '') return undefined;
  if (picked) {
    const { districtCode, community, point } = picked;
    return { districtCode, community, door, point };
  }
  return here && text.trim() !== '' ? { text, door, point: here } : undefined;
}

function Suggestions({ text, onPick }: { text: string; onPick: (community: CommunityView) => void }) {
  const say = useWords();
  const { data } = useQuery({
    ...ask(findCommunities, { query: { text } }),
    placeholderData: keepPreviousData,
  });
  if (!data) return null;
  if (data.items.length === 0) return <p className={form.soft}>{say('start.communityUnknown')}</p>;
  return (
    <Choices
      label={say('start.community')}
      as="rows"
      chosen={[]}
      choices={data.items.map(({ community, area, districtCode }, index) => ({
        value: index,
        // the demo's districts have no name
        label: `${community} ${area || districtCode}`,
      }))}
      onChoose={(index) => {
        const community = data.items[index];
        if (community) onPick(community);
      }}
    />
  );
}
