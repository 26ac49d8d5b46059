import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder and those above it, or throws. Node's own recursive making tries for ever where the
 * system says that a folder which is there has no room for others, as under `/proc`. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    // What lies in it is a council's record: other users of the machine have no business there.
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another part may have made it in that very moment.
    if (!existsSync(folder)) throw error;
  }
}
