import { readFile } from 'node:fs/promises';

/** A file that was named at the keyboard. Throws, where it cannot be read, in words for whoever named it. */
export function readGivenFile(path: string): Promise<Buffer> {
  return readFile(path).catch((fault: unknown) => {
    throw new Error(`${path} cannot be read (${Object(fault).code}): is that where it is?`);
  });
}
