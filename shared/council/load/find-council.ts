import { type CouncilInput, defineCouncil } from '../define-council.ts';
import { cheshire2008 } from '../presets/cheshire-2008.ts';
import { example } from '../presets/example.ts';
import { southwark2010 } from '../presets/southwark-2010.ts';
import { warwickshire } from '../presets/warwickshire.ts';
import { worcestershire } from '../presets/worcestershire.ts';
import type { Council } from '../schema.ts';

const presets: readonly CouncilInput[] = [
  example,
  southwark2010,
  cheshire2008,
  warwickshire,
  worcestershire,
];

export const councilIds: readonly string[] = presets.map((preset) => preset.id);

/** The council of that id, checked: at synthesis, when it is written beside the code for a function to
 * read, and in tests. Throws, naming the presets that there are, when there is no such preset, and
 * naming the field when the preset is wrong. */
export function councilNamed(id: string): Council {
  const preset = presets.find((candidate) => candidate.id === id);
  if (preset === undefined) {
    throw new Error(
      `There is no council preset "${id}". The presets are: ${councilIds.join(', ')}.`,
    );
  }
  return defineCouncil(preset);
}
