import { CANNOT_COMPLETE_REASONS, type OrderClock, type VisitAction } from '@firstfix/contract/orders/states';
import { type Id, type Instant, SECOND } from '@firstfix/kernel';
import type { PastClock } from '@firstfix/platform';
import { chain, EMPTY_JOURNEY, type JourneyFact } from '../journey-store.ts';
import { BLANK_ORDER } from '../operations/open-work-order.ts';
import { windowFacts } from '../operations/promise-window.ts';
import { moveVisit, planVisit, type Visit } from '../visit.ts';
import {
  assign,
  cancel,
  close,
  complete,
  confirm,
  dueAt,
  mirrorVisit,
  offer,
  promiseWindow,
  restingState,
  returnUnfinished,
  solveRemotely,
  urge,
  type WorkOrder,
} from '../work-order.ts';
import type { DatedDeed, PastWorkOrder } from './past-work-order.ts';

type Order = Omit<WorkOrder, 'number'>;
type JourneyRow = ReturnType<typeof chain>['row'];

/** What a story left behind. */
export interface Lived {
  readonly order: Order;
  readonly visits: readonly Visit[];
  readonly entries: readonly JourneyRow[];
  readonly clocks: readonly PastClock[];
}

/** Lets an order live its story by the module's own rules: what they forbid, no story can tell. */
export function relive({ order, opened, deeds }: PastWorkOrder): Lived {
  const life = new Life({ ...BLANK_ORDER, ...order, openedAt: opened.at });
  life.tell(opened, { kind: 'opened', facts: { workType: order.work.workType, reworkOf: order.reworkOf } });
  for (const deed of deeds) life.follow(deed);
  return life.result();
}

class Life {
  #order: Order;
  readonly #visits = new Map<Id, Visit>();
  readonly #entries: JourneyRow[] = [];
  readonly #clocks = new Map<OrderClock, PastClock>();
  readonly #stopped: PastClock[] = [];

  constructor(order: Order) {
    this.#order = order;
    this.#start('response', order.openedAt, dueAt(order), 'role:dispatcher');
  }

  result(): Lived {
    return {
      order: this.#order,
      visits: [...this.#visits.values()],
      entries: this.#entries,
      clocks: [...this.#stopped, ...this.#clocks.values()],
    };
  }

  tell({ at, actor }: Pick<DatedDeed, 'at' | 'actor'>, fact: JourneyFact): void {
    const head = this.#entries.at(-1) ?? EMPTY_JOURNEY;
    this.#entries.push(chain({ now: at, actor }, this.#order.id, head, fact).row);
  }

  follow(deed: DatedDeed): void {
    const before = this.#order;
    const fact = this.#change(deed);
    if (this.#order !== before) this.#order = { ...this.#order, version: before.version + 1 };
    this.tell(deed, fact);
  }

  /** The rules work on whole orders; a number is given when the order is stored. */
  #apply(rule: (order: WorkOrder) => WorkOrder): void {
    this.#order = rule({ ...this.#order, number: '' });
  }

  #change(deed: DatedDeed): JourneyFact {
    const { at } = deed;
    switch (deed.does) {
      case 'promise':
        this.#apply((order) => promiseWindow(order, deed.window));
        this.#stop('response', at);
        this.#start('promise', at, deed.window.end, this.#owner());
        return { kind: 'window_promised', facts: windowFacts(deed.window) };
      case 'assign':
        return this.#assign(deed.visit);
      case 'endUnfinished':
        return this.#endUnfinished(deed.reason, at);
      case 'confirm':
        this.#apply(confirm);
        return { kind: 'confirmed', facts: { by: deed.by } };
      case 'close':
        this.#apply((order) => close(order, at));
        return { kind: 'closed' };
      case 'cancel':
        this.#cancelVisit(at);
        this.#apply((order) => cancel(order, at));
        this.#stopAll(at);
        return { kind: 'cancelled', facts: { reason: deed.reason, by: deed.actor.role } };
      case 'urge':
        this.#apply(urge);
        return { kind: 'urged', facts: { by: deed.actor.role } };
      case 'offer':
        this.#apply(offer);
        return { kind: 'offered' };
      case 'solveRemotely':
        this.#apply(solveRemotely);
        this.#stopAll(at);
        return { kind: 'solved_remotely' };
      case 'note':
        return deed.fact;
      default:
        return this.#move(deed.does, at);
    }
  }

  #assign({ how, ...visit }: Extract<DatedDeed, { does: 'assign' }>['visit']): JourneyFact {
    const { visitId, engineerId, outletId } = visit;
    this.#visits.set(visitId, planVisit([this.#order], visit));
    this.#apply((order) => assign(order, { engineerId, outletId, visitId }));
    return { kind: 'assigned', facts: { engineerId, how } };
  }

  #move(action: keyof typeof MOVES, at: Instant): JourneyFact {
    this.#moveVisit(action, at);
    const { kind, state } = MOVES[action];
    if (action === 'finish') this.#apply((order) => complete(order, at));
    else if (state === null) this.#order = { ...this.#order };
    else this.#apply((order) => mirrorVisit(order, state));
    if (action === 'arrive') {
      this.#stop('response', at);
      this.#stop('promise', at);
      this.#start('on_site', at, at + this.#order.work.limitSeconds * SECOND, this.#owner());
    }
    if (action === 'finish') this.#stop('on_site', at);
    return { kind };
  }

  #endUnfinished(reason: keyof typeof CANNOT_COMPLETE_REASONS, at: Instant): JourneyFact {
    const outcome = CANNOT_COMPLETE_REASONS[reason];
    this.#moveVisit('cannotComplete', at, reason);
    if (outcome === 'closes_with_visit_fee') {
      this.#apply((order) => complete(order, at));
      this.#stopAll(at);
    } else {
      this.#apply((order) => {
        const returned = returnUnfinished(order, outcome, reason);
        return { ...returned, state: restingState(returned) };
      });
      this.#stop('on_site', at);
    }
    return { kind: 'could_not_complete', facts: { reason } };
  }

  #cancelVisit(at: Instant): void {
    if (this.#order.visitId !== null) this.#moveVisit('cancel', at, 'order_cancelled');
  }

  #moveVisit(action: VisitAction, at: Instant, reason: string | null = null): void {
    const visit = this.#visits.get(this.#order.visitId ?? '');
    if (!visit) throw new RangeError(`nobody is assigned to ${this.#order.id}, it cannot ${action}`);
    const moved = moveVisit(visit, action, at, reason);
    this.#visits.set(visit.id, { ...moved, version: visit.version + 1 });
  }

  #owner(): string {
    return this.#order.engineerId === null ? 'role:dispatcher' : `engineer:${this.#order.engineerId}`;
  }

  #start(kind: OrderClock, startedAt: Instant, due: Instant, owner: string): void {
    const { id: subjectId, territoryId } = this.#order;
    const subject = { subjectType: 'work-order', subjectId, territoryId };
    this.#clocks.set(kind, { ...subject, kind, owner, startedAt, dueAt: due, stoppedAt: null });
  }

  #stop(kind: OrderClock, at: Instant): void {
    const clock = this.#clocks.get(kind);
    if (!clock) return;
    this.#clocks.delete(kind);
    this.#stopped.push({ ...clock, stoppedAt: at });
  }

  #stopAll(at: Instant): void {
    for (const kind of [...this.#clocks.keys()]) this.#stop(kind, at);
  }
}

const MOVES = {
  accept: { kind: 'visit_accepted', state: null },
  depart: { kind: 'engineer_departed', state: 'en_route' },
  arrive: { kind: 'engineer_arrived', state: 'on_site' },
  begin: { kind: 'work_began', state: 'in_service' },
  finish: { kind: 'work_finished', state: null },
} as const;
