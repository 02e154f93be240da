import { useNow } from '@firstfix/ui/business-time.tsx';
import { dateOf } from '@firstfix/ui/moment.ts';

/** The business day where the homes are. */
export function useToday(): string {
  return dateOf(useNow());
}
