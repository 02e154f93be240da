import chromium from '@sparticuz/chromium';

/** A browser's program: FIRSTFIX_CHROMIUM names one, else the one from npm is unpacked into the folder. */
export async function chromiumIn(folder: string): Promise<string> {
  return process.env.FIRSTFIX_CHROMIUM ?? (await unpackChromium(folder));
}

/** The package unpacks into the folder for temporary files, under names that other runs would meet. */
async function unpackChromium(folder: string): Promise<string> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
