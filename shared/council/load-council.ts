import { type CouncilInput, defineCouncil } from './define-council.ts';
import type { Council } from './schema.ts';

/** Every preset that is shipped, each loaded only when it is asked for: a function serves one
 * council and carries the words and tables of no other. */
const presets: Readonly<Record<string, () => Promise<CouncilInput>>> = {
  example: async () => (await import('./presets/example.ts')).example,
  'southwark-2010': async () => (await import('./presets/southwark-2010.ts')).southwark2010,
  'cheshire-2008': async () => (await import('./presets/cheshire-2008.ts')).cheshire2008,
  warwickshire: async () => (await import('./presets/warwickshire.ts')).warwickshire,
  worcestershire: async () => (await import('./presets/worcestershire.ts')).worcestershire,
};

/** The council of that id. Throws, naming the presets that there are, when there is no such preset,
 * and naming the field when the preset is wrong. */
export async function loadCouncil(id: string): Promise<Council> {
  const load = presets[id];
  if (load === undefined) {
    const ids = Object.keys(presets).join(', ');
    throw new Error(`There is no council preset "${id}". The presets are: ${ids}.`);
  }
  return defineCouncil(await load());
}
