import type { CivilDate } from '../calendar/civil-date.ts';
import { type Pence, type SignedPence, sumPence } from '../money/pence.ts';
import type { Payment } from '../payment/payment.ts';
import type { Reclaim } from '../reclaim/reclaim-state.ts';
import type { AccountFigures, MonitoringState } from './monitoring-state.ts';

/** Money is paid in advance: the first return is also about what came before its first day. */
function isWithin({ from, to, last }: MonitoringState, on: CivilDate): boolean {
  return on <= to && (last === null || on >= from);
}

/** The figures of an account for the days of a return. A payment that came back from the bank never
 * reached it. */
export function accountFigures(
  monitoring: MonitoringState,
  payments: readonly Payment[],
  reclaims: readonly Reclaim[],
): AccountFigures {
  const paid = payments.filter(
    ({ state, payOn }) => state === 'sent' && isWithin(monitoring, payOn),
  );
  const receipts = reclaims
    .flatMap((reclaim) => reclaim.receipts)
    .filter(({ on }) => isWithin(monitoring, on));
  return {
    openingPence: monitoring.last?.closingPence ?? 0,
    receivedPence: sumPence(paid.map(({ amountPence }) => amountPence)),
    paidBackPence: sumPence(receipts.map(({ pence }) => pence)),
  };
}

/** The figures of a return that is asked for already, with what the books learnt since of one of its
 * days. */
export function withLateFigure(
  monitoring: MonitoringState,
  late: {
    readonly on: CivilDate;
    readonly receivedPence?: SignedPence;
    readonly paidBackPence?: Pence;
  },
): MonitoringState {
  const { figures } = monitoring;
  if (!figures || !isWithin(monitoring, late.on)) return monitoring;
  const receivedPence = figures.receivedPence + (late.receivedPence ?? 0);
  const paidBackPence = figures.paidBackPence + (late.paidBackPence ?? 0);
  return { ...monitoring, figures: { ...figures, receivedPence, paidBackPence } };
}

/** What may be kept on an account before it is looked at as a surplus: so many weeks of the budget, and
 * besides what an employer will have to pay (domain rules section 7). */
export function surplusOf(
  account: { readonly closingPence: Pence; readonly reservePence: Pence },
  budget: { readonly weeklyPence: Pence; readonly surplusWeeks: number },
): Pence {
  const kept = account.reservePence + budget.weeklyPence * budget.surplusWeeks;
  return Math.max(0, account.closingPence - kept);
}
