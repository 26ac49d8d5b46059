import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Where the functions and the gateway write their logs. */
export interface Logs {
  /** Appends to the log of that name; lines keep the order in which they were written. */
  write(name: string, text: string): void;
  /** All that was written, for tests that look for what must not be there. */
  text(): string;
}

// A test reads everything; a long-lived start keeps the newest part in memory and all in files.
const memoryMaxCharacters = 20_000_000;

export function createLogs(folder: string | undefined, echo: boolean): Logs {
  const kept: string[] = [];
  let keptCharacters = 0;
  if (folder !== undefined) makeFolder(folder);

  return {
    write(name, text) {
      kept.push(text);
      keptCharacters += text.length;
      while (keptCharacters > memoryMaxCharacters) keptCharacters -= kept.shift()?.length ?? 0;
      if (folder !== undefined) appendFileSync(join(folder, `${name}.log`), text);
      if (echo) process.stdout.write(text);
    },
    text: () => kept.join(''),
  };
}
