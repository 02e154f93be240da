/** Channel on which servers hear which topics have news. */
export const LIVE_CHANNEL = 'firstfix_live';

/** Topics with news; clients fetch again what they show. Ids only, never content. */
export interface LiveMessage {
  readonly topics: readonly string[];
}
