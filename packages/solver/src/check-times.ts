import { leavesFrom, type Room, roomForFrozen } from './check-frozen.ts';
import type { Stop } from './plan.ts';
import type { Id, Job, Technician } from './problem.ts';
import type { Place, Travel } from './travel.ts';
import type { BrokenRule, Violation } from './violation.ts';

/** Walks a technician's day: nothing starts before the last thing is over and the way is travelled. */
export class Walk {
  readonly violations: Violation[] = [];
  travelSeconds = 0;
  private readonly technician: Technician;
  private readonly jobs: ReadonlyMap<Id, Job>;
  private readonly travel: Travel;
  private place: Place;
  /** When the last stop was over. */
  private over: number;
  /** When the last visit was over, plus the breaks since: travel may have gone on between them. */
  private busy: number;
  private works = false;
  private readonly room: Room;

  constructor(technician: Technician, jobs: ReadonlyMap<Id, Job>, travel: Travel) {
    this.technician = technician;
    this.jobs = jobs;
    this.travel = travel;
    this.place = technician.start ?? technician.home;
    this.over = leavesFrom(technician);
    this.busy = this.over;
    this.room = roomForFrozen(technician, jobs, travel);
  }

  day(stops: readonly Stop[]): void {
    for (const stop of stops) {
      if (stop.start < this.over) this.report('too-early', this.over - stop.start);
      if ('break' in stop) this.rest(stop.break, stop.start);
      else this.visit(stop.job, stop.start);
    }
    this.goHome();
  }

  private rest(index: number, start: number): void {
    const pause = this.technician.breaks?.[index];
    if (!pause) {
      this.report('unknown');
      return;
    }
    const early = pause.window[0] - start;
    const late = start - (this.room.breakEnds.get(pause) ?? pause.window[1]);
    if (early > 0 || late > 0) this.report('break-window', Math.max(early, late));
    this.over = start + pause.durationSeconds;
    this.busy += pause.durationSeconds;
  }

  private visit(id: Id, start: number): void {
    const job = this.jobs.get(id);
    if (!job) return;
    const reached = this.busy + this.goTo(job.location);
    if (start < reached) this.report('too-early', reached - start, id);
    this.works = true;
    this.startsInTime(job, start);
    this.over = start + job.serviceSeconds;
    this.busy = this.over;
  }

  private startsInTime(job: Job, start: number): void {
    const isFrozen = this.technician.frozen?.includes(job.id) ?? false;
    const fixed = job.pinned?.start;
    if (fixed !== undefined) {
      if (isFrozen ? start < fixed : start !== fixed) this.report('pinned', Math.abs(start - fixed), job.id);
      return;
    }
    const released = job.releasedAt ?? start;
    if (start < released) this.report('too-early', released - start, job.id);
    const missed = Math.min(...job.windows.map(([from, to]) => Math.max(from - start, start - to, 0)));
    if (missed > 0 && !isFrozen) this.report('window', missed, job.id);
  }

  private goHome(): void {
    const home = Math.max(this.over, this.busy + this.goTo(this.technician.home));
    if (this.works && home > this.room.home) this.report('shift-end', home - this.room.home);
  }

  private goTo(place: Place): number {
    const seconds = this.travel.seconds(this.place, place);
    this.travelSeconds += seconds;
    this.place = place;
    return seconds;
  }

  private report(rule: BrokenRule, seconds?: number, job?: Id): void {
    this.violations.push({ rule, technician: this.technician.id, job, seconds });
  }
}
