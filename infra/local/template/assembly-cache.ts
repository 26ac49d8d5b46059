import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const hourMs = 60 * 60 * 1000;
const keptMs = 48 * hourMs;

/** Says that an assembly is in use now. */
export function markUsed(folder: string): void {
  const now = new Date();
  utimesSync(folder, now, now);
}

/** Says so every hour until it is told to stop: a running service loads parts of its code late, and
 * another start must not take them away from under it. */
export function keepInUse(folder: string): () => void {
  const repeated = setInterval(() => markUsed(folder), hourMs);
  repeated.unref();
  return () => clearInterval(repeated);
}

/** Removes what nobody has used for two days. */
export function forgetUnused(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (statSync(path).mtimeMs < Date.now() - keptMs) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}
