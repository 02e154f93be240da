import type { ResponseOf } from '@firstfix/contract';
import type { listCallBacks } from '@firstfix/contract/requests/endpoints';

/** A customer who got advice and is owed the question whether it helped. */
export type CallBack = ResponseOf<typeof listCallBacks>['items'][number];
