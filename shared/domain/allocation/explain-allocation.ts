import { formatPounds } from '../money/pence.ts';
import type { AllocationInputs, DomainPoints, IndicativeBudget } from './indicative-budget.ts';
import type { AllocationTable } from './tables.ts';

function pointsText(hundredths: number): string {
  return `${hundredths / 100} point${hundredths === 100 ? '' : 's'}`;
}

function domainLine(domain: DomainPoints, support: AllocationInputs['informalSupport']): string {
  const scored = `${domain.name}: ${pointsText(domain.points * 100)}`;
  if (domain.adjustmentHundredths > 0) {
    const off = pointsText(domain.adjustmentHundredths);
    return `${scored}, less ${off} for the help of family and friends.`;
  }
  const given = support[domain.domainId];
  return given !== undefined && !(given.isWilling && given.isAble)
    ? `${scored}. Nothing is taken off, because the carer is not willing or not able to go on.`
    : `${scored}.`;
}

function tableLine(table: AllocationTable, hundredths: number, grossWeeklyPence: number): string {
  const gross = formatPounds(grossWeeklyPence);
  const points = pointsText(hundredths);
  return table.kind === 'price-per-point'
    ? `${points} at ${formatPounds(table.pencePerPoint)} a point is ${gross} a week.`
    : `${points} in table ${table.version} is ${gross} a week.`;
}

export type Amounts = Pick<
  IndicativeBudget,
  | 'grossWeeklyPence'
  | 'contingencyWeeklyPence'
  | 'indicativeWeeklyPence'
  | 'contributionWeeklyPence'
  | 'netWeeklyPence'
>;

function amountLines(amounts: Amounts): string[] {
  const held = amounts.contingencyWeeklyPence;
  const contribution = amounts.contributionWeeklyPence;
  const indicative = formatPounds(amounts.indicativeWeeklyPence);
  const net = formatPounds(amounts.netWeeklyPence);
  return [
    ...(held > 0 ? [`${formatPounds(held)} a week is held back for what cannot be foreseen.`] : []),
    `The indicative budget is ${indicative} a week. It is a starting point, not a decision.`,
    contribution === undefined
      ? 'What the person pays towards it is not known yet.'
      : `The person pays ${formatPounds(contribution)} a week and the council ${net}.`,
  ];
}

/** The allocation told line by line in plain words, so that the person can follow and question it
 * (the test of transparency: Savva v Kensington and Chelsea [2010] EWCA Civ 1209). */
export function explainAllocation(
  table: AllocationTable,
  scored: {
    readonly domains: readonly DomainPoints[];
    readonly remainingHundredths: number;
    readonly informalSupport: AllocationInputs['informalSupport'];
  },
  amounts: Amounts,
): string[] {
  return [
    ...scored.domains.map((domain) => domainLine(domain, scored.informalSupport)),
    tableLine(table, scored.remainingHundredths, amounts.grossWeeklyPence),
    ...amountLines(amounts),
  ];
}
