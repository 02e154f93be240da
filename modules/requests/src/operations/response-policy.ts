import { definePolicy } from '@firstfix/contract';
import { Type } from 'typebox';

const Limit = (description: string) => Type.Integer({ minimum: 60, maximum: 30 * 86_400, description });

/** How fast we answer; the standard document is the figure of the promise for each market. */
export const RESPONSE_POLICY = definePolicy({
  name: 'requests.response',
  summary: 'Limits from request to arrival by urgency and market tier, to triage, and to call back',
  schema: Type.Object(
    {
      urgentSeconds: Limit('Request to arrival when it cannot wait'),
      firstTierSeconds: Limit('Request to arrival in first-tier markets'),
      secondTierSeconds: Limit('Request to arrival in second-tier markets'),
      thirdTierSeconds: Limit('Request to arrival in third-tier markets'),
      triageSeconds: Limit('Until somebody looks at a request that does not triage itself'),
      callBackSeconds: Limit('Until the customer is asked whether advice helped'),
    },
    { additionalProperties: false },
  ),
  standard: {
    urgentSeconds: 2 * 3600,
    firstTierSeconds: 12 * 3600,
    secondTierSeconds: 18 * 3600,
    thirdTierSeconds: 24 * 3600,
    triageSeconds: 1800,
    callBackSeconds: 1800,
  },
});
