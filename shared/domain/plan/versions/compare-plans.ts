import * as z from 'zod';

import { CivilDate } from '../../calendar/civil-date.ts';
import { Pence, SignedPence, sumPence } from '../../money/pence.ts';
import { isSame } from '../../person/is-same.ts';
import { PlanLine } from '../plan-line.ts';
import { Cost, planTotals } from '../plan-totals.ts';
import { AgainstIndicative, against } from './total-draft.ts';

/** The parts of a plan besides its lines, of which a version may say something else. */
const sections = [
  'needs',
  'outcomesWanted',
  'notCovered',
  'parts',
  'budgetFrom',
  'optionsDiscussed',
  'contingency',
  'risks',
  'emergency',
  'informalSupport',
  'preventionAdvice',
  'difference',
] as const;

/** What comparing needs of the body of a plan that was written. */
export const PlanToCompare = z.looseObject({
  writtenOn: CivilDate,
  lines: z.array(PlanLine),
  checkedAgainst: z
    .object({ indicativeBudget: z.object({ weeklyPence: Pence }).optional() })
    .default({}),
});
export type PlanToCompare = z.infer<typeof PlanToCompare>;

const ComparedVersion = z
  .strictObject({
    version: z.int().positive(),
    writtenOn: CivilDate,
    /** The personal budget of that version. */
    budget: Cost,
    /** As it was indicated when that version was written; null where nothing had been. */
    againstIndicative: AgainstIndicative.nullable(),
  })
  .meta({ id: 'ComparedPlanVersion' });

const LineChange = z
  .discriminatedUnion('change', [
    z.strictObject({ change: z.literal('added'), after: PlanLine }),
    z.strictObject({ change: z.literal('removed'), before: PlanLine }),
    z.strictObject({
      change: z.literal('changed'),
      before: PlanLine,
      after: PlanLine,
      /** The fields of the line that are not the same. */
      fields: z.array(z.string()),
    }),
  ])
  .meta({ id: 'PlanLineChange' });
type LineChange = z.infer<typeof LineChange>;

/** Two versions of a plan side by side. */
export const PlanComparison = z
  .strictObject({
    from: ComparedVersion,
    to: ComparedVersion,
    lines: z.array(LineChange),
    /** What else is another, as each version has it; null for what a version leaves out. */
    sections: z.array(
      z
        .strictObject({ section: z.enum(sections), before: z.unknown(), after: z.unknown() })
        .meta({ id: 'PlanSectionChange' }),
    ),
    difference: z.strictObject({
      weeklyPence: SignedPence,
      fourWeeklyPence: SignedPence,
      oneOffPence: SignedPence,
    }),
  })
  .meta({ id: 'PlanComparison' });
export type PlanComparison = z.infer<typeof PlanComparison>;

interface Version {
  readonly version: number;
  readonly plan: PlanToCompare;
}

/** What became of the lines from one version to the other, known by their ids, and what that does to
 * the totals, in pence. */
export function comparePlans(one: Version, other: Version): PlanComparison {
  const [from, to] = [side(one), side(other)];
  const differenceOf = (sum: keyof Cost) => sumPence([to.budget[sum], -from.budget[sum]]);
  return {
    from,
    to,
    lines: changesOf(one.plan.lines, other.plan.lines),
    sections: sections.flatMap((section) => {
      const [before, after] = [one.plan[section] ?? null, other.plan[section] ?? null];
      return isSame(before, after) ? [] : [{ section, before, after }];
    }),
    difference: {
      weeklyPence: differenceOf('weeklyPence'),
      fourWeeklyPence: differenceOf('fourWeeklyPence'),
      oneOffPence: differenceOf('oneOffPence'),
    },
  };
}

function side({ version, plan }: Version): PlanComparison['from'] {
  const { budget } = planTotals(plan.lines);
  const indicative = plan.checkedAgainst.indicativeBudget?.weeklyPence;
  return {
    version,
    writtenOn: plan.writtenOn,
    budget,
    againstIndicative: indicative === undefined ? null : against(indicative, budget),
  };
}

function changesOf(before: readonly PlanLine[], after: readonly PlanLine[]): LineChange[] {
  const removed = before.filter(({ id }) => !after.some((line) => line.id === id));
  return [
    ...removed.map((line) => ({ change: 'removed' as const, before: line })),
    ...after.flatMap((line) =>
      changeOf(
        before.find(({ id }) => id === line.id),
        line,
      ),
    ),
  ];
}

function changeOf(before: PlanLine | undefined, after: PlanLine): LineChange[] {
  if (!before) return [{ change: 'added', after }];
  const fields = fieldsThatDiffer(before, after);
  return fields.length === 0 ? [] : [{ change: 'changed', before, after, fields }];
}

function fieldsThatDiffer(before: PlanLine, after: PlanLine): string[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names.filter((name) => !isSame(was.get(name), is.get(name)));
}
