export { searchTerms, toTsquery } from './bigrams.ts';
export { businessTime, type Clock, type ClockAnchor, changeFactor, wallTimeOf } from './clock.ts';
export {
  codeOfWords,
  DomainError,
  type ErrorStatus,
  type FieldError,
  type Missed,
  type RefusalFacts,
  type RefusalParams,
} from './domain-error.ts';
export { type Id, newId } from './ids.ts';
export {
  DAY,
  HOUR,
  type Instant,
  MINUTE,
  parseInstant,
  SECOND,
  toDate,
  toDateOrNull,
  toRfc3339,
  toRfc3339OrNull,
} from './instant.ts';
export { maskPhones } from './mask-phones.ts';
export {
  addMoney,
  allocate,
  fen,
  formatYuan,
  type Money,
  negate,
  timesBasisPoints,
  timesQuantity,
  ZERO,
} from './money.ts';
export { distanceMetres, type Point } from './point.ts';
export {
  pauseSlaClock,
  resumeSlaClock,
  retargetSlaClock,
  type SlaClock,
  slaClockState,
  startSlaClock,
  stopSlaClock,
} from './sla-clock.ts';
export { stableId } from './stable-id.ts';
export { keeps, overlaps, type TimeWindow, timeWindow } from './time-window.ts';
