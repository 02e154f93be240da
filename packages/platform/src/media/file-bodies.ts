import { MEDIA_LIMIT_BYTES, MEDIA_TYPES } from '@firstfix/contract/platform/endpoints';
import { IMPORT_FILE_TYPES, IMPORT_LIMIT_BYTES } from '@firstfix/contract/requests/import';

/** The bodies that are files, which Fastify does not know by itself. */
export const fileBodies = [
  { contentTypes: [...MEDIA_TYPES], bodyLimit: MEDIA_LIMIT_BYTES },
  { contentTypes: [...IMPORT_FILE_TYPES], bodyLimit: IMPORT_LIMIT_BYTES },
];
