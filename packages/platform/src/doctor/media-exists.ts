import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DoctorCheck } from '../module.ts';

/** Every received file lies in the media store with its size. */
export const mediaCheck: DoctorCheck = {
  name: 'media exist',
  promise: 'every file that was received, and so every one that is referred to, lies in the media store',
  find: async ({ rows, dataDir }) => {
    const files = await rows<{ hash: string; byte_size: number }>(
      'select hash, byte_size from platform.media',
    );
    const missing: string[] = [];
    for (const { hash, byte_size } of files) {
      const size = await sizeOf(join(dataDir, 'media', hash.slice(0, 2), hash));
      if (size !== byte_size)
        missing.push(`file ${hash} has ${size ?? 'no'} bytes, ${byte_size} were received`);
    }
    return missing;
  },
};

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    (file) => file.size,
    () => undefined,
  );
}
