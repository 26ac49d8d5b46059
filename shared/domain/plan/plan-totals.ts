import * as z from 'zod';
import { Pence, sumPence } from '../money/pence.ts';
import { type Funded, type Funder, type PlanLine, partOf } from './plan-line.ts';
import type { ServiceComponent } from './spending/service-component.ts';

export const Cost = z
  .strictObject({ weeklyPence: Pence, fourWeeklyPence: Pence, oneOffPence: Pence })
  .meta({ id: 'Cost' });
export type Cost = z.infer<typeof Cost>;

export const PlanTotals = z
  .strictObject({
    /** Everything in the plan, whoever pays. */
    all: Cost,
    /** The personal budget: the parts, added up. */
    budget: Cost,
    byFunder: z.strictObject({ council: Cost, s117: Cost, nhs: Cost }),
    byPart: z.record(z.string(), Cost),
  })
  .meta({ id: 'PlanTotals' });
export type PlanTotals = z.infer<typeof PlanTotals>;

/** What the totals need of a line, which a plan has before all of it is written. */
export type CostedLine = Funded & { readonly component: ServiceComponent | undefined } & (
    | { readonly kind: 'weekly'; readonly weeklyPence: Pence }
    | { readonly kind: 'one-off'; readonly oneOffPence: Pence }
  );

function costOf(lines: readonly CostedLine[]): Cost {
  const weeklyPence = sumPence(
    lines.map((line) => (line.kind === 'weekly' ? line.weeklyPence : 0)),
  );
  const oneOffPence = sumPence(
    lines.map((line) => (line.kind === 'one-off' ? line.oneOffPence : 0)),
  );
  // A pay period is four weeks (domain rule on payments); a calendar month is never used.
  return { weeklyPence, fourWeeklyPence: weeklyPence * 4, oneOffPence };
}

/** Whether a line belongs to the personal budget: the council pays it, alone or as after-care, and
 * it is not free reablement, which is left out (SI 2014/2840 reg 2). Reablement that is charged for
 * after its six weeks is planned as home support. */
function isInBudget(line: CostedLine): boolean {
  return line.funding.funder !== 'nhs' && line.component !== 'Reablement';
}

/** What the plan costs in pence: in all, as a personal budget, by funder and by budget part, each
 * by the week, by four weeks and once. */
export function planTotals(lines: readonly CostedLine[]): PlanTotals {
  const inBudget = lines.filter(isInBudget);
  const paidBy = (funder: Funder) => costOf(lines.filter((line) => line.funding.funder === funder));
  const partIds = new Set(inBudget.map(partOf).filter((id) => id !== undefined));
  return {
    all: costOf(lines),
    budget: costOf(inBudget),
    byFunder: { council: paidBy('council'), s117: paidBy('s117'), nhs: paidBy('nhs') },
    byPart: Object.fromEntries(
      [...partIds].map((id) => [id, costOf(inBudget.filter((line) => partOf(line) === id))]),
    ),
  };
}

/** The lines that a part of the budget pays for. */
export function linesOfPart(lines: readonly PlanLine[], partId: string): PlanLine[] {
  return lines.filter((line) => isInBudget(line) && partOf(line) === partId);
}

/** How the cost of lines falls to cost centres, in pence: what each costs by the week, or once where nothing
 * of them costs anything by the week, so that no money falls to nobody. */
export function costsByCentre(lines: readonly PlanLine[]): Record<string, Pence> {
  const bought = lines.filter((line) => penceOf(line) > 0);
  const weekly = bought.filter(({ kind }) => kind === 'weekly');
  const costs: Record<string, Pence> = {};
  for (const line of weekly.length > 0 ? weekly : bought) {
    if (line.funding.funder === 'nhs') continue;
    const { costCentre } = line.funding;
    costs[costCentre] = sumPence([costs[costCentre] ?? 0, penceOf(line)]);
  }
  return costs;
}

function penceOf(line: PlanLine): Pence {
  return line.kind === 'weekly' ? line.weeklyPence : line.oneOffPence;
}
