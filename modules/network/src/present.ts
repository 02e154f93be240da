import type {
  AbsenceView,
  EngineerDetail,
  EngineerView,
  OutletView,
  TerritoryView,
} from '@firstfix/contract/network/schemas';
import { toRfc3339 } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Absence } from './absence.ts';
import { type EngineerRecord, isActiveOn } from './engineer.ts';
import type { Outlet } from './outlet.ts';
import { skillsOf } from './skills.ts';
import type { Territory } from './territory.ts';
import type { WorkingDay } from './working-days.ts';

/** Aggregate → contract. */
export function presentTerritory(territory: Territory): TerritoryView {
  return { ...territory };
}

export function presentOutlet(outlet: Outlet): OutletView {
  return { ...outlet, territoryIds: [...outlet.territoryIds], categories: [...outlet.categories] };
}

/** With the skills of `today`, a date in the territory's zone. */
export function presentEngineer(engineer: EngineerRecord, today: LocalDate): EngineerView {
  const { home: _, certificates, shifts: __, outletStatus: ___, standingBy: ____, ...shown } = engineer;
  return {
    ...shown,
    active: isActiveOn(engineer, today),
    skills: skillsOf(engineer.grade, certificates, today),
  };
}

export function presentEngineerDetail(
  engineer: EngineerRecord,
  absences: readonly Absence[],
  today: LocalDate,
): EngineerDetail {
  return {
    ...presentEngineer(engineer, today),
    home: engineer.home,
    certificates: engineer.certificates.map((one) => ({ ...one })),
    shifts: engineer.shifts,
    absences: absences.map(presentAbsence),
  };
}

export function presentAbsence({ id, kind, start, end }: Absence): AbsenceView {
  return { id, kind, start: toRfc3339(start), end: toRfc3339(end) };
}

export function presentWorkingDay(day: WorkingDay) {
  return {
    engineerId: day.engineerId,
    date: day.date,
    start: toRfc3339(day.start),
    end: toRfc3339(day.end),
    breaks: day.breaks.map(({ window, seconds }) => ({
      window: { start: toRfc3339(window.start), end: toRfc3339(window.end) },
      seconds,
    })),
  };
}
