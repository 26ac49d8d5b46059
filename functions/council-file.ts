import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Council } from '#shared/council/schema.ts';

// Lambda names here the folder that the function's code lies in.
const codeFolder = () => process.env['LAMBDA_TASK_ROOT'] ?? '.';

/** As it was checked when the code was bundled: a cold start checks nothing a second time, and carries
 * no preset's schema. */
const CheckedCouncil = z.custom<Council>((value) => typeof value === 'object');

/** The council of that id, from the file beside the code. Throws, naming it, where there is none. */
export function readCouncil(id: string, folder: string = codeFolder()): Council {
  const file = join(folder, 'councils', `${id}.json`);
  try {
    return CheckedCouncil.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`the council "${id}" was not bundled with the code`, { cause });
  }
}
