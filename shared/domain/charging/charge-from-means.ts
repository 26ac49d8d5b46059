import { accept, type Outcome } from '../outcome.ts';
import type { ChargeLine } from './charge.ts';
import { partsPerPenny } from './exact-weekly.ts';
import { paysByHomeRules, type Situation } from './input/situation.ts';
import { askFor, resultLine } from './local/local-steps.ts';
import { disabilityExpenses } from './means/disability-expenses.ts';
import { personalExpensesAllowance } from './means/expenses-allowance.ts';
import { type Deduction, housingCosts } from './means/housing-costs.ts';
import { countIncome, type IncomeCounted } from './means/income.ts';
import { minimumIncomeGuarantee } from './means/minimum-income-guarantee.ts';
import { wholeSavingsDisregard } from './means/savings-credit.ts';
import type { CapitalTested } from './means/tariff-income.ts';

interface Worked {
  readonly pence: number;
  /** What would be asked for if the care cost more. */
  readonly mostPence: number;
  readonly lines: readonly ChargeLine[];
}

const nothing: Deduction = { parts: 0, lines: [] };

/** Steps 5 to 10: from income to what the person pays by the week, never more than the care
 * costs. Everything is kept in exact parts of a penny until the end. */
export function chargeFromMeans(
  situation: Situation,
  tested: CapitalTested,
  costPence: number,
): Outcome<Worked> {
  const income = countIncome(situation);
  if (!income.accepted) return income;
  const disregard = wholeSavingsDisregard(situation);
  if (!disregard.accepted) return disregard;
  const deducted = deductions(situation, income.value);
  if (!deducted.accepted) return deducted;
  const lines = [
    ...tested.lines,
    ...income.value.lines,
    ...(disregard.value ? [disregard.value] : []),
    ...deducted.value.flatMap((deduction) => deduction.lines),
  ];
  const shownPence = lines.reduce((sum, { countedPence }) => sum + countedPence, 0);
  const wholePence = tested.tariffPence + (disregard.value?.countedPence ?? 0);
  const left = deducted.value.reduce(
    (sum, { parts }) => sum - parts,
    income.value.parts + wholePence * partsPerPenny,
  );
  const isHome = paysByHomeRules(situation.input.setting);
  const asked = askFor(left, shownPence, isHome ? situation.knobs : {});
  const pence = Math.min(asked.pence, costPence);
  const capped =
    pence === asked.pence
      ? []
      : [
          resultLine(
            'Nobody pays more than their care costs',
            pence,
            pence - asked.pence,
            'Care Act 2014 s14(4)',
          ),
        ];
  return accept({ pence, mostPence: asked.pence, lines: [...lines, ...asked.lines, ...capped] });
}

/** What is taken off income, in the order of the rules. At home: housing, disability and the
 * minimum income guarantee. In a care home: the personal expenses allowance and, for as long as
 * the person means to go home, what that home costs. */
function deductions(situation: Situation, income: IncomeCounted): Outcome<readonly Deduction[]> {
  const { input, rates, knobs } = situation;
  const isHome = paysByHomeRules(input.setting);
  const housing =
    input.setting.kind === 'care-home' ? accept(nothing) : housingCosts(input.housingCosts);
  if (!housing.accepted) return housing;
  if (!isHome) {
    const allowance = personalExpensesAllowance(input.higherExpensesAllowance, rates);
    return allowance.accepted ? accept([housing.value, allowance.value]) : allowance;
  }
  const expenses = disabilityExpenses(input.disabilityExpenses, {
    isAllowed: income.hasDisabilityBenefit || (knobs.allowsExpensesWithoutBenefit ?? false),
    standardPence: knobs.standardExpensesWeeklyPence,
  });
  const guarantee = minimumIncomeGuarantee(input.person, rates, knobs.guarantee);
  return guarantee.accepted ? accept([housing.value, expenses, guarantee.value]) : guarantee;
}
