import type { Id, TimeWindow } from '@firstfix/kernel';
import { addDays, instantAt, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import type { Territory } from '@firstfix/network';
import type { WorkingEngineer } from '../capacity.ts';
import type { Needs } from '../needs.ts';
import type { EngineerDay } from '../territory-day.ts';

/** Who works in the territory on the days, with what they can do. */
export async function listEngineerDays(
  needs: Needs,
  territoryId: Id,
  from: LocalDate,
  to: LocalDate,
): Promise<EngineerDay[]> {
  const [engineers, days] = await Promise.all([
    needs.network.listEngineers(territoryId),
    needs.network.workingDays(territoryId, from, to),
  ]);
  const byId = new Map(engineers.map((engineer) => [engineer.id, engineer]));
  return days.flatMap((day) => {
    const engineer = byId.get(day.engineerId);
    if (!engineer?.active || !['exemplary', 'normal', 'warning'].includes(engineer.standing)) return [];
    return {
      engineerId: engineer.id,
      home: engineer.home,
      skills: engineer.skills,
      start: day.start,
      end: day.end,
      breaks: day.breaks.map(({ window, seconds }) => ({ start: window.start, end: window.end, seconds })),
    };
  });
}

export function toWorkingEngineer(day: EngineerDay): WorkingEngineer {
  const breakSeconds = day.breaks.reduce((sum, { seconds }) => sum + seconds, 0);
  return { engineerId: day.engineerId, skills: day.skills, start: day.start, end: day.end, breakSeconds };
}

/** The local day of the territory that holds the instant, from midnight to midnight. */
export function dayOf(territory: Territory, instant: number): { date: LocalDate; day: TimeWindow } {
  const date = localDateOf(instant, territory.zone);
  return { date, day: dayWindow(territory, date) };
}

export function dayWindow(territory: Territory, date: LocalDate): TimeWindow {
  return { start: instantAt(date, 0, territory.zone), end: instantAt(addDays(date, 1), 0, territory.zone) };
}
