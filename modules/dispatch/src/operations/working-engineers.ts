import type { Id, TimeWindow } from '@firstfix/kernel';
import { addDays, instantAt, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import type { Engineer, Territory, WorkingDay } from '@firstfix/network';
import type { Needs } from '../needs.ts';
import type { EngineerDay } from '../territory-day.ts';

/** Who works in the territory on the date and may be sent, with what they can do. */
export async function listEngineerDays(
  { network }: Pick<Needs, 'network'>,
  territoryId: Id,
  date: LocalDate,
): Promise<readonly EngineerDay[]> {
  const [engineers, days] = await Promise.all([
    network.listEngineers(territoryId),
    network.workingDaysOn(territoryId, date),
  ]);
  const known = lastAnswers.get(days);
  if (known?.engineers === engineers) return known.engineerDays;
  const engineerDays = engineerDaysOf(engineers, days);
  lastAnswers.set(days, { engineers, engineerDays });
  return engineerDays;
}

/** Every slot asks for the same few days: as long as the network gives the same lists, the answer is the same. */
const lastAnswers = new WeakMap<
  readonly WorkingDay[],
  { readonly engineers: readonly Engineer[]; readonly engineerDays: readonly EngineerDay[] }
>();

function engineerDaysOf(engineers: readonly Engineer[], days: readonly WorkingDay[]): EngineerDay[] {
  const byId = new Map(engineers.map((engineer) => [engineer.id, engineer]));
  return days.flatMap((day) => {
    const engineer = byId.get(day.engineerId);
    if (!engineer?.active || !['exemplary', 'normal', 'warning'].includes(engineer.standing)) return [];
    return {
      engineerId: engineer.id,
      outletId: engineer.outletId,
      home: engineer.home,
      skills: engineer.skills,
      start: day.start,
      end: day.end,
      breaks: day.breaks.map(({ window, seconds }) => ({ start: window.start, end: window.end, seconds })),
      breakSeconds: day.breaks.reduce((sum, { seconds }) => sum + seconds, 0),
    };
  });
}

/** The local day of the territory that holds the instant, from midnight to midnight. */
export function dayOf(territory: Territory, instant: number): { date: LocalDate; day: TimeWindow } {
  const date = localDateOf(instant, territory.zone);
  return { date, day: dayWindow(territory, date) };
}

export function dayWindow(territory: Territory, date: LocalDate): TimeWindow {
  return { start: instantAt(date, 0, territory.zone), end: instantAt(addDays(date, 1), 0, territory.zone) };
}
