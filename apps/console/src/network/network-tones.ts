import type { OutletStatus, Standing } from '@firstfix/contract/network/states';
import { DAY, type Instant } from '@firstfix/kernel';
import { dateOf } from '@firstfix/ui/moment.ts';
import type { Tone } from '@firstfix/ui/state-look.ts';

export const OUTLET_STATUS_TONES: Readonly<Record<OutletStatus, Tone>> = {
  active: 'celadon',
  rectifying: 'amber',
  terminated: 'ash',
};

export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  exemplary: 'celadon',
  normal: 'ink',
  warning: 'amber',
  suspended: 'vermilion',
  revoked: 'ash',
};

const SOON = 30 * DAY;

/** How a paper stands by its last day: over, soon over, or good. */
export function paperTone(expiresOn: string, now: Instant): Tone {
  if (expiresOn < dateOf(now)) return 'vermilion';
  return expiresOn < dateOf(now + SOON) ? 'amber' : 'celadon';
}
