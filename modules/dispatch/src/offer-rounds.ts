import type { CapacityPolicy } from './capacity-policy.ts';

export interface Candidate {
  readonly engineerId: string;
  readonly grade: string;
  readonly standing: string;
  readonly distanceMetres: number;
}

const GRADE_RANK: Readonly<Record<string, number>> = { 'A+': 0, A: 1, B: 2, C: 3, D: 4 };
const STANDING_RANK: Readonly<Record<string, number>> = { exemplary: 0, normal: 1, warning: 2 };

/**
 * In which round each candidate is asked: exemplary standing first, then the nearest; among equally near
 * (by kilometre) the better grade. Those beyond the last round's reach are not asked.
 */
export function roundsOf(
  candidates: readonly Candidate[],
  policy: CapacityPolicy,
): (Candidate & { round: number })[] {
  const sorted = candidates.toSorted(
    (a, b) =>
      rank(STANDING_RANK, a.standing) - rank(STANDING_RANK, b.standing) ||
      Math.floor(a.distanceMetres / 1000) - Math.floor(b.distanceMetres / 1000) ||
      rank(GRADE_RANK, a.grade) - rank(GRADE_RANK, b.grade) ||
      (a.engineerId < b.engineerId ? -1 : 1),
  );
  const asked: (Candidate & { round: number })[] = [];
  policy.offerRounds.forEach(({ best, withinMetres }, round) => {
    for (const candidate of sorted) {
      if (asked.length >= best) return;
      const isNew = !asked.some(({ engineerId }) => engineerId === candidate.engineerId);
      if (isNew && candidate.distanceMetres <= withinMetres) asked.push({ ...candidate, round: round + 1 });
    }
  });
  return asked;
}

function rank(ranks: Readonly<Record<string, number>>, name: string): number {
  return ranks[name] ?? 9;
}
