import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';
// A container has 64 megabytes of it unless told otherwise, which a long story would fill.
const bytesMin = 2 ** 30;

/** Makes a folder for a table that nobody keeps: in memory where the system has room for it there,
 * because each write to a disk would wait until it is safe. */
export function makePassingFolder(): string {
  return mkdtempSync(join(hasRoomInMemory() ? inMemory : tmpdir(), 'adult-social-care-table-'));
}

function hasRoomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= bytesMin;
  } catch {
    // Only Linux has it.
    return false;
  }
}
