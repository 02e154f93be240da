import { ask } from '@firstfix/client/api.ts';
import { listTerritories } from '@firstfix/contract/network/endpoints';
import type { TerritoryView } from '@firstfix/contract/network/schemas';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { dateOf } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import { BoardDesk } from './board-desk.tsx';
import { BoardHeader } from './board-header.tsx';
import { useBoard } from './use-board.ts';

const route = getRouteApi('/inside/dispatch');

/** The dispatcher's day: what waits, who goes where when, and the way from one to the other. */
export function BoardPage() {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(listTerritories, { query: { limit: 200 } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <Empty>{say('dispatch.noTerritory')}</Empty>;
  return <TerritoryBoard territories={data.items} />;
}

function TerritoryBoard({ territories }: { territories: readonly TerritoryView[] }) {
  const search = route.useSearch();
  const today = dateOf(useNow());
  const date = search.date ?? today;
  const territory = territories.find(({ id }) => id === search.territory) ?? territories[0];
  const territoryId = territory?.id ?? '';
  const { board, problem, again } = useBoard(territoryId, date);
  return (
    <>
      <BoardHeader territories={territories} territoryId={territoryId} date={date} board={board} />
      {problem && <ProblemNotice problem={problem} onAgain={again} />}
      {!board && !problem && <Loading />}
      {board && <BoardDesk key={`${territoryId}:${date}`} board={board} isToday={date === today} />}
    </>
  );
}
