import { unzipSync } from 'fflate';

/** How large the parts of an archive say they become; unpacking stops there. Undefined for what is no archive. */
export function unpackedBytes(archive: Uint8Array): number | undefined {
  let total = 0;
  try {
    unzipSync(archive, {
      filter: ({ size, originalSize }) => {
        // a part that hides its size could become anything; an empty one is packed into two bytes
        total += originalSize === 0 && size > 2 ? Number.POSITIVE_INFINITY : originalSize;
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return total;
}
