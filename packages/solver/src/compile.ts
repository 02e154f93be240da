import { assertProblem } from './door.ts';
import { at, NEVER } from './flat.ts';
import { Model } from './model.ts';
import type { Problem } from './problem.ts';
import { startAt } from './schedule/windows.ts';

/**
 * Turns a problem into flat integers.
 * @throws when the problem means nothing, with the offending value
 */
export function compile(problem: Problem): Model {
  assertProblem(problem);
  const model = new Model(problem);
  for (let t = 0; t < model.technicianCount; t++)
    if (model.frozenVisits(t).length > 0) makeRoomForFrozen(model, t);
  return model;
}

/** What has started is fixed: windows, breaks and the shift give way as far as the frozen visits need. */
function makeRoomForFrozen(model: Model, t: number): void {
  let node = model.startNode(t);
  let clock = at(model.shiftFrom, t);
  for (const j of model.frozenVisits(t)) {
    const arrival = clock + model.rows.between(node, j);
    if (startAt(model, j, arrival) === NEVER) {
      const start = Math.max(arrival, Math.ceil(model.job(j).releasedAt ?? arrival));
      model.setWindows(j, [[start, start]]);
    }
    clock = startAt(model, j, arrival) + at(model.service, j);
    node = j;
  }
  for (let i = t * model.mostBreaks; i < t * model.mostBreaks + at(model.breakCount, t); i++) {
    model.breakTo[i] = Math.max(at(model.breakTo, i), clock);
    clock = Math.max(clock, at(model.breakFrom, i)) + at(model.breakSeconds, i);
  }
  const home = clock + model.rows.between(node, model.endNode(t));
  model.shiftTo[t] = Math.max(at(model.shiftTo, t), home);
}
