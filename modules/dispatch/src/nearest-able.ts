import { distanceMetres } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import type { EngineerDay } from './territory-day.ts';

/** The able engineers who live nearest to the order. */
export function nearestAble(days: readonly EngineerDay[], order: WorkOrder, most: number): EngineerDay[] {
  return days
    .filter(({ skills }) => order.work.skills.every((skill) => skills.includes(skill)))
    .map((day) => ({ day, metres: distanceMetres(day.home, order.place.point) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, most)
    .map(({ day }) => day);
}
