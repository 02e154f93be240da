import { MEDIA_LIMIT_BYTES, MEDIA_TYPES } from '@firstfix/contract/platform/endpoints';

/** The bodies that are files, which Fastify does not know by itself. */
export const mediaBodies = { contentTypes: [...MEDIA_TYPES], bodyLimit: MEDIA_LIMIT_BYTES };
