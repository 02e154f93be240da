/** Where an offer stands; all but the first are final. */
export const OFFER_STATES = ['open', 'claimed', 'expired', 'withdrawn'] as const;
export type OfferState = (typeof OFFER_STATES)[number];
