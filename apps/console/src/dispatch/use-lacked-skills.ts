import { useBoardDesk } from './board-context.ts';
import { useSkillNames } from './use-skill-names.ts';
import type { Wish } from './verdict.ts';

/** Skills and certificates the order needs and the engineer has not, by their names; empty when none is lacking. */
export function useLackedSkills({ orderId, engineerId }: Wish): string {
  const { board } = useBoardDesk();
  const nameOfSkill = useSkillNames();
  const engineer = board.rows.find((row) => row.engineer.id === engineerId)?.engineer;
  const order = board.orders.find(({ id }) => id === orderId);
  const lacking = order?.work.skills.filter((skill) => !engineer?.skills.includes(skill)) ?? [];
  return lacking.map(nameOfSkill).join(' · ');
}
