import { cheshire2008 } from './presets/cheshire-2008.ts';
import { example } from './presets/example.ts';
import { southwark2010 } from './presets/southwark-2010.ts';
import { warwickshire } from './presets/warwickshire.ts';
import { worcestershire } from './presets/worcestershire.ts';
import type { Council } from './schema.ts';

export const councils: readonly Council[] = [
  example,
  southwark2010,
  cheshire2008,
  warwickshire,
  worcestershire,
];

/** The preset of that id. Throws, naming the presets that there are, when there is no such preset. */
export function councilNamed(id: string): Council {
  const found = councils.find((council) => council.id === id);
  if (found === undefined) {
    const ids = councils.map((council) => council.id).join(', ');
    throw new Error(`There is no council preset "${id}". The presets are: ${ids}.`);
  }
  return found;
}
