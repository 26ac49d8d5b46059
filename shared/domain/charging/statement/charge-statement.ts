import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { formatPounds, Pence, SignedPence } from '../../money/pence.ts';
import type { Charge, ChargeLine, ChargeSection } from '../charge.ts';
import { DifferenceStatement } from '../recalculate.ts';
import { notesOn } from './statement-notes.ts';

const StatementRow = z.strictObject({
  label: z.string(),
  statedPence: SignedPence,
  countedPence: SignedPence,
  law: z.string(),
  rateVersion: z.string().optional(),
  isRateReadAtSource: z.boolean().optional(),
  evidence: z.string().optional(),
});

/** A charge as the person gets it: each line with what it was worked from, in the order in which it
 * was worked, and what they can do about it (Care Act 2014 s17(6)). */
export const ChargeStatement = z
  .strictObject({
    title: z.string(),
    isEstimate: z.boolean(),
    on: CivilDate,
    weeklyPence: Pence,
    costOfCareWeeklyPence: Pence,
    councilWeeklyPence: Pence,
    rule: z.string(),
    rateVersion: z.string(),
    summary: z.array(z.string()),
    sections: z.array(
      z.strictObject({
        title: z.string(),
        rows: z.array(StatementRow),
        /** What the lines of the section add up to. */
        totalPence: SignedPence,
      }),
    ),
    notes: z.array(z.string()),
    /** Who it is for, and who worked it out from when on; none of an estimate. */
    assessed: z
      .strictObject({
        personName: z.string(),
        assessedByName: z.string(),
        assessedOn: CivilDate,
        appliesFrom: CivilDate,
      })
      .optional(),
    /** The time behind us that was charged for otherwise. */
    difference: DifferenceStatement.optional(),
  })
  .meta({ id: 'ChargeStatement' });
export type ChargeStatement = z.infer<typeof ChargeStatement>;

const sectionTitles = {
  care: 'What your care costs by the week',
  capital: 'Your savings and other capital',
  income: 'Your income by the week',
  housing: 'What your home costs you by the week',
  disability: 'What your disability costs you by the week',
  kept: 'What you keep by the week',
} satisfies Record<Exclude<ChargeSection, 'result'>, string>;

/** Says a charge in words and lines. An estimate is worked in the same way and says that it is
 * one. */
export function stateCharge(
  charge: Charge,
  { isEstimate }: { readonly isEstimate: boolean },
): ChargeStatement {
  return {
    title: isEstimate ? 'An estimate of what you would pay' : 'What you pay for your care',
    isEstimate,
    on: charge.on,
    weeklyPence: charge.weeklyPence,
    costOfCareWeeklyPence: charge.costOfCareWeeklyPence,
    councilWeeklyPence: charge.councilWeeklyPence,
    rule: charge.rule,
    rateVersion: charge.rateVersion,
    summary: summaryOf(charge, isEstimate),
    sections: sectionsOf(charge),
    notes: notesOn(charge, isEstimate),
  };
}

function summaryOf(charge: Charge, isEstimate: boolean): string[] {
  const person = formatPounds(charge.weeklyPence);
  const council = formatPounds(charge.councilWeeklyPence);
  const cost = formatPounds(charge.costOfCareWeeklyPence);
  return [
    isEstimate ? `You would pay ${person} a week.` : `You pay ${person} a week.`,
    asSentence(charge.reason),
    `What we may charge for costs ${cost} a week, of which the council pays ${council}.`,
  ];
}

function asSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

type Section = ChargeStatement['sections'][number];

function sectionsOf({ lines, weeklyPence }: Charge): Section[] {
  // Keys of an object keep the order in which they are written.
  const worked = Object.entries(sectionTitles).flatMap(([name, title]) => {
    const own = lines.filter(({ section }) => section === name);
    return own.length === 0 ? [] : [{ title, rows: own.map(rowOf), totalPence: sumOf(own) }];
  });
  return [...worked, endOf(lines, weeklyPence)];
}

/** The last section leads from what the others come to, to what the person pays. */
function endOf(lines: readonly ChargeLine[], weeklyPence: Pence): Section {
  const left = lines.filter(({ section }) => leadToEnd.includes(section));
  const leftPence = sumOf(left);
  const start = {
    label: 'Your income, less what is taken off and what you keep',
    statedPence: leftPence,
    countedPence: leftPence,
    law: 'Care Act 2014 s14(7), s17',
  };
  const steps = lines.filter(({ section }) => section === 'result').map(rowOf);
  return {
    title: 'What you pay by the week',
    rows: left.length === 0 ? steps : [start, ...steps],
    totalPence: weeklyPence,
  };
}

const leadToEnd: readonly ChargeSection[] = ['income', 'housing', 'disability', 'kept'];

function sumOf(lines: readonly ChargeLine[]): number {
  return lines.reduce((sum, { countedPence }) => sum + countedPence, 0);
}

function rowOf({ label, statedPence, countedPence, law, rate, evidence }: ChargeLine) {
  return {
    label,
    statedPence,
    countedPence,
    law,
    ...(rate && { rateVersion: rate.version, isRateReadAtSource: rate.isReadAtSource }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}
