import { useWords } from '../words/words.ts';
import { useBoardDesk } from './board-context.ts';

/** Name and grade, because names are shared; somebody who is not on the board that day stays without one. */
export function useEngineerName(engineerId: string): string {
  const say = useWords();
  const { board } = useBoardDesk();
  const row = board.rows.find(({ engineer }) => engineer.id === engineerId);
  return row ? `${row.engineer.name} ${row.engineer.grade}` : say('dispatch.notToday');
}
