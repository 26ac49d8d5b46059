import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { SignedPence } from '../../money/pence.ts';
import { comparePlans, type PlanToCompare } from '../versions/compare-plans.ts';
import { LineInWords, lineInWords } from './line-in-words.ts';

const PlanChange = z.strictObject({
  change: z.enum(['added', 'removed', 'changed']),
  before: LineInWords.nullable(),
  after: LineInWords.nullable(),
});

/** What is another in a plan than in one before it, as the person reads it. */
export const ChangesInWords = z
  .strictObject({
    since: CivilDate,
    lines: z.array(PlanChange),
    /** The parts besides the lines that say something else. */
    parts: z.array(z.string()),
    weeklyPence: SignedPence,
    oneOffPence: SignedPence,
  })
  .meta({ id: 'PlanChangesInWords' });
export type ChangesInWords = z.infer<typeof ChangesInWords>;

const partsInWords: Readonly<Record<string, string>> = {
  needs: 'What you need, and how it is met',
  outcomesWanted: 'What you want',
  notCovered: 'What the plan does not pay for',
  parts: 'Who holds your budget',
  budgetFrom: 'When your budget starts',
  optionsDiscussed: 'What we talked through',
  contingency: 'What happens if somebody does not come',
  risks: 'What could go wrong',
  emergency: 'What to do in an emergency',
  informalSupport: 'What family and friends do',
  preventionAdvice: 'What can help you stay well',
  difference: 'Why it costs more than was indicated',
};

export function changesSince(before: PlanToCompare, plan: PlanToCompare): ChangesInWords {
  // Versions are told apart by their place alone: nobody reads their numbers here.
  const compared = comparePlans({ version: 1, plan: before }, { version: 2, plan });
  const { lines, sections, difference } = compared;
  return {
    since: before.writtenOn,
    lines: lines.map((line) => ({
      change: line.change,
      before: 'before' in line ? lineInWords(line.before) : null,
      after: 'after' in line ? lineInWords(line.after) : null,
    })),
    parts: sections.flatMap(({ section }) => partsInWords[section] ?? []),
    weeklyPence: difference.weeklyPence,
    oneOffPence: difference.oneOffPence,
  };
}
