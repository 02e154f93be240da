/** Ring roads, great streets, those that gather, and those where people live. */
export const STREET_CLASSES = ['ring', 'arterial', 'collector', 'local'] as const;
export type StreetClass = (typeof STREET_CLASSES)[number];

/** Metres a second that a van makes on the average, lights included. */
export const SPEEDS: Readonly<Record<StreetClass, number>> = {
  ring: 15,
  arterial: 9.5,
  collector: 7,
  local: 4.5,
};
