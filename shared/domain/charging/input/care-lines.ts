import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { reablementFreeUntil } from '../../calendar/clocks.ts';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence, formatPounds, type Pence } from '../../money/pence.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { ChargeLine } from '../charge.ts';
import { splitSharedCost } from '../shared-costs.ts';
import type { ChargedPerson } from './charge-input.ts';

/** Where the care is given. A temporary stay is meant to last up to 52 weeks, or in exceptional
 * circumstances a little longer; one of up to 8 weeks may be charged for as care at home is (SI
 * 2014/2672 reg 2, reg 8). */
export const CareSetting = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('home') }),
    z.strictObject({ kind: z.literal('care-home'), permanentSince: CivilDate }),
    z.strictObject({
      kind: z.literal('care-home-for-a-time'),
      expectedWeeks: z.int().min(1).max(60),
      exceptionalReason: Reason.optional(),
      usesHomeRules: z.boolean().default(false),
    }),
  ])
  .meta({ id: 'CareSetting' });
export type CareSetting = z.infer<typeof CareSetting>;

/** A visit or a cost that several people share, each charged for an equal part of the invoice; the
 * first of them bears the odd pennies. */
const Shared = z
  .strictObject({ people: z.int().min(2).max(12), place: z.int().min(1).max(12) })
  .refine(({ people, place }) => place <= people, 'There are not so many people.');

const lineFields = {
  id: z.string().trim().min(1).max(80),
  label: z.string().trim().min(1).max(200),
  /** All that it costs by the week. */
  weeklyPence: EnteredPence,
  shared: Shared.optional(),
  /** Where it was seen what it costs. */
  evidence: Reason.optional(),
  /** What others pay of it: the NHS, such as its contribution to nursing, or council and NHS
   * together as after-care. The council pays for the rest. */
  paidByOthers: z
    .array(z.strictObject({ funder: z.enum(['nhs', 's117']), weeklyPence: EnteredPence }))
    .max(4)
    .default([]),
};

export const CareLine = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...lineFields, kind: z.literal('care') }),
    z.strictObject({ ...lineFields, kind: z.literal('aid') }),
    z.strictObject({ ...lineFields, kind: z.literal('adaptation'), costPence: EnteredPence }),
    z.strictObject({ ...lineFields, kind: z.literal('reablement'), firstDay: CivilDate }),
    z.strictObject({ ...lineFields, kind: z.literal('intermediate-care'), firstDay: CivilDate }),
    z.strictObject({ ...lineFields, kind: z.literal('assessment-or-advice') }),
    z.strictObject({ ...lineFields, kind: z.literal('replacement-care') }),
  ])
  .meta({ id: 'CareLine' });
export type CareLine = z.infer<typeof CareLine>;

export interface CareCost {
  readonly chargeablePence: Pence;
  readonly lines: readonly ChargeLine[];
}

interface Free {
  readonly why: string;
  readonly law: string;
}

/** What the council arranges and may charge for, by the week. Refuses `parts-do-not-add-up` where
 * others pay more of a line than it costs. */
export function chargeableCare(
  care: readonly CareLine[],
  person: ChargedPerson,
  on: CivilDate,
): Outcome<CareCost> {
  let chargeablePence = 0;
  const lines: ChargeLine[] = [];
  for (const [place, line] of care.entries()) {
    const others = line.paidByOthers.reduce((sum, { weeklyPence }) => sum + weeklyPence, 0);
    const own = ownCostPence(line);
    if (others > own) {
      const detail = `Others pay more for ${line.label} than it costs.`;
      return refuse('parts-do-not-add-up', detail, `/care/${place}/paidByOthers`);
    }
    const free = whyFree(line, person, on);
    const countedPence = free ? 0 : own - others;
    chargeablePence += countedPence;
    lines.push({
      section: 'care',
      label: labelOf(line, free, others),
      statedPence: line.weeklyPence,
      countedPence,
      law: free?.law ?? lawOf(line),
      ...(line.evidence !== undefined && { evidence: line.evidence }),
    });
  }
  return accept({ chargeablePence, lines });
}

function ownCostPence({ weeklyPence, shared }: CareLine): Pence {
  if (shared === undefined) return weeklyPence;
  return splitSharedCost(weeklyPence, shared.people)[shared.place - 1] ?? 0;
}

// SI 2014/2672 reg 3(1): a minor adaptation costs 1,000 pounds or less.
const minorAdaptationPence = 100_000;

function whyFree(line: CareLine, person: ChargedPerson, on: CivilDate): Free | undefined {
  if (person.hasCreutzfeldtJakobDisease) {
    return { why: 'free for people with Creutzfeldt-Jakob disease', law: 'SI 2014/2672 reg 4' };
  }
  switch (line.kind) {
    case 'care':
      return undefined;
    case 'aid':
      return { why: 'an aid, always free', law: 'SI 2014/2672 reg 3' };
    case 'adaptation':
      return line.costPence > minorAdaptationPence
        ? undefined
        : { why: 'a minor adaptation, free', law: 'SI 2014/2672 reg 3' };
    case 'reablement':
    case 'intermediate-care': {
      const freeUntil = reablementFreeUntil(line.firstDay);
      return on > freeUntil
        ? undefined
        : { why: `free until ${freeUntil}`, law: 'SI 2014/2672 reg 3' };
    }
    case 'assessment-or-advice':
      return { why: 'never charged for', law: 'Care Act 2014 s14(1)' };
    case 'replacement-care':
      // It meets the needs of the person who is cared for, and is charged to them or to nobody.
      return person.assessedAs === 'carer'
        ? { why: 'never charged to the carer', law: 'Care Act 2014 s14(3)' }
        : undefined;
  }
}

function lawOf({ paidByOthers }: CareLine): string {
  const funders = paidByOthers.map(({ funder }) => funder);
  return [
    'Care Act 2014 s14(1)',
    ...(funders.includes('nhs') ? ['s22'] : []),
    ...(funders.includes('s117') ? ['Mental Health Act 1983 s117'] : []),
  ].join(', ');
}

function labelOf(line: CareLine, free: Free | undefined, othersPence: Pence): string {
  if (free) return `${line.label}: ${free.why}`;
  const told =
    line.shared === undefined
      ? line.label
      : `${line.label}, your equal share of what ${line.shared.people} people use`;
  return othersPence > 0 ? `${told}, of which others pay ${formatPounds(othersPence)}` : told;
}
