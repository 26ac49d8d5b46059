import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence, formatPounds, type Pence } from '../../money/pence.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { ChargeLine } from '../charge.ts';
import type { CareSetting } from '../input/care-lines.ts';
import type { Disregards } from '../rates/disregards.ts';
import { whyCapitalIgnored } from './capital-disregards.ts';
import { CapitalKind, capitalRules } from './capital-kinds.ts';

const capitalFields = {
  id: z.string().trim().min(1).max(80),
  /** What it is worth today; for land, what the person's own share of it is worth. */
  valuePence: EnteredPence,
  /** How many people hold it: each is taken to have an equal share (reg 24). */
  holders: z.int().min(1).max(10).default(1),
  /** What is owed on it. */
  debtPence: EnteredPence.default(0),
  /** Whether selling it would cost something: then a tenth is taken off (reg 20). */
  costsToSell: z.boolean().default(false),
  evidence: Reason,
};

export const CapitalItem = z
  .strictObject({
    ...capitalFields,
    kind: CapitalKind,
    /** Who lives in the home, where the person has left it for a care home. */
    occupiedBy: z
      .enum(['partner', 'relative-60-or-over', 'incapacitated-relative', 'child-under-18'])
      .optional(),
    /** Why the council leaves the home out although the law does not say so (Sch 2 para 4). */
    councilsReason: Reason.optional(),
    /** The day from which the 12 weeks count, where it is not the first day as a permanent
     * resident: the relative who lived in the home has died or moved, for example. */
    twelveWeeksFrom: CivilDate.optional(),
    /** The day on which the money came in, where it is left out for some weeks. */
    receivedOn: CivilDate.optional(),
    /** The last day of a reasonable time to sell. */
    ignoredUntil: CivilDate.optional(),
    /** The day from which capital that was given up counts with this value: from then on it goes
     * down by what it adds to the charge (reg 23). */
    countedFrom: CivilDate.optional(),
    /** The scheme that paid, as the dated list names it. */
    scheme: z.string().min(1).max(80).optional(),
  })
  .meta({ id: 'CapitalItem' });
export type CapitalItem = z.infer<typeof CapitalItem>;

export interface CapitalCounted {
  readonly capitalPence: Pence;
  readonly lines: readonly ChargeLine[];
}

// A share of one to ten holders, less a tenth, is a whole number of these parts of a penny.
const partsPerPenny = 25_200;

/** The person's own capital: savings, an equal share of what is held jointly and what was given up,
 * less what Schedule 2 leaves out. A fraction of a penny is left out. Refuses `invalid-input` where
 * a disregard lacks the day or the scheme that it rests on. */
export function countCapital(
  items: readonly CapitalItem[],
  facts: {
    readonly setting: CareSetting;
    readonly on: CivilDate;
    readonly disregards: Disregards;
    /** What each item has gone down by, in their order (reg 23); none where nothing has. */
    readonly reductions: readonly Pence[];
  },
): Outcome<CapitalCounted> {
  let parts = 0;
  const lines: ChargeLine[] = [];
  for (const [place, item] of items.entries()) {
    const ignored = whyCapitalIgnored(item, facts);
    if (!ignored.accepted) {
      const { kind, detail, pointer } = ignored.refusal;
      return refuse(kind, detail, `/capital/${place}/${pointer}`);
    }
    const reducedPence = facts.reductions[place] ?? 0;
    const own = ignored.value ? 0 : ownShareParts(item, reducedPence);
    parts += own;
    lines.push({
      section: 'capital',
      label: labelOf(item, ignored.value?.why, reducedPence),
      statedPence: item.valuePence,
      countedPence: wholePence(own),
      law: `SI 2014/2672 ${ignored.value?.law ?? lawOfShare(item, reducedPence)}`,
      evidence: item.evidence,
    });
  }
  return accept({ capitalPence: wholePence(parts), lines });
}

function ownShareParts(
  { valuePence, holders, debtPence, costsToSell }: CapitalItem,
  reducedPence: Pence,
): number {
  const tenths = valuePence * (costsToSell ? 9 : 10) - debtPence * 10;
  const own = Math.max(0, tenths) * (partsPerPenny / 10 / holders);
  return Math.max(0, own - reducedPence * partsPerPenny);
}

function wholePence(parts: number): Pence {
  return (parts - (parts % partsPerPenny)) / partsPerPenny;
}

function lawOfShare({ kind, holders }: CapitalItem, reducedPence: Pence): string {
  return [
    capitalRules[kind].law,
    ...(reducedPence > 0 ? ['reg 23'] : []),
    ...(holders > 1 ? ['reg 24'] : []),
  ].join(', ');
}

function labelOf(item: CapitalItem, why: string | undefined, reducedPence: Pence): string {
  const { label } = capitalRules[item.kind];
  if (why !== undefined) return `${label}: ${why}`;
  const facts = [
    item.costsToSell ? 'less a tenth for the cost of selling' : undefined,
    item.debtPence > 0 ? `less ${formatPounds(item.debtPence)} owed on it` : undefined,
    reducedPence > 0
      ? `less ${formatPounds(reducedPence)} that it has already added to what you paid`
      : undefined,
    item.holders > 1 ? `your equal share of what ${item.holders} people hold` : undefined,
  ].filter((fact) => fact !== undefined);
  return facts.length === 0 ? label : `${label}, ${facts.join(', ')}`;
}
