import type { BudgetHolding } from '../../budget/holding.ts';
import { formatPounds } from '../../money/pence.ts';
import type { ContributionStatement, LineReason, StatementLine } from './statement.ts';

const partInWords: Readonly<Record<BudgetHolding, string>> = {
  'direct-payment': 'your direct payment',
  'council-managed': 'the care that we arrange',
  'third-party': 'the budget that an organisation holds for you',
};

const reasonInWords: Readonly<Record<Exclude<LineReason, 'this-period'>, string>> = {
  'not-billed-before': 'we had not billed it before',
  'care-reported-late': 'we know only now what the care cost',
  'care-corrected': 'the care cost something else than we knew',
  'charge-changed': 'what you are asked to pay has changed for those days',
  'days-changed': 'the days of your support were others than we knew',
};

/** A statement in sentences: each line, what came in, and what is to be paid by when. Days stand as they
 * are stored, for whoever prints them to write out. */
export function explainStatement(
  statement: Omit<ContributionStatement, 'explanation'>,
): readonly string[] {
  const { lines, totalPence, broughtForwardPence, receivedPence, isProvisional } = statement;
  return [
    ...lines.map(lineInWords),
    `Together this makes ${formatPounds(totalPence)}.`,
    ...(broughtForwardPence === 0 ? [] : [broughtForward(broughtForwardPence)]),
    ...(receivedPence === 0
      ? []
      : [`Since then ${formatPounds(receivedPence)} was paid or taken off.`]),
    toPay(statement),
    ...(isProvisional
      ? ['Your finances are not assessed yet. When they are, this is put right from the start.']
      : []),
    'You never pay more than your care costs (Care Act 2014 s14(4)).',
  ];
}

function lineInWords(line: StatementLine): string {
  const { from, to, days, contributionPence, costPence, pence, why } = line;
  const what = partInWords[line.holding];
  if (why !== 'this-period') {
    const change = `${formatPounds(Math.abs(pence))} ${pence < 0 ? 'less' : 'more'}`;
    return `${from} to ${to}, ${what}: ${change}, because ${reasonInWords[why]}.`;
  }
  const asked = `${from} to ${to}, ${what}: your contribution for ${days} days is ${formatPounds(contributionPence)}.`;
  if (costPence === null) {
    return `${asked} We do not know yet what the care cost. We bill you for it later, and never for more than it cost.`;
  }
  const cost = pence < contributionPence ? ` The care cost only ${formatPounds(costPence)}.` : '';
  return `${asked}${cost} You pay ${formatPounds(pence)}.`;
}

function broughtForward(pence: number): string {
  return pence > 0
    ? `From before, ${formatPounds(pence)} was to be paid.`
    : `From before, you had ${formatPounds(-pence)} in credit.`;
}

function toPay({ balancePence, dueOn }: Pick<ContributionStatement, 'balancePence' | 'dueOn'>) {
  if (balancePence > 0) return `To pay in all: ${formatPounds(balancePence)}, by ${dueOn}.`;
  return balancePence === 0
    ? 'There is nothing to pay.'
    : `You have ${formatPounds(-balancePence)} in credit. It pays what comes next, or we pay it back if you ask.`;
}
