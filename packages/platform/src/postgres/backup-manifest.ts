/** The last file of a backup. It lists all others, so a backup without it, or in disagreement with it, is no backup. */
export const MANIFEST_NAME = 'firstfix-backup.json';
export const MANIFEST_FORMAT = 1;

export type BackupManifest = {
  format: typeof MANIFEST_FORMAT;
  /** RFC 3339 */
  createdAt: string;
  /** the positions of the log between which the files were copied */
  startLsn: string;
  stopLsn: string;
  /** path → SHA-256 in hex */
  files: Record<string, string>;
};
