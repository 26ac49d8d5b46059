import type { AgreementChange, AgreementState } from '../agreement/agreement-state.ts';
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { Payment } from '../payment/payment.ts';
import { paymentLaw } from '../payment/payment-law.ts';
import { reclaimsOf } from '../reclaim/reclaim-state.ts';
import { accountFigures } from './account-figures.ts';
import type { MonitoringRule, MonitoringState } from './monitoring-state.ts';
import { nextLook } from './return-period.ts';

interface ReturnFallenDue extends AgreementChange {
  readonly type: 'return-asked' | 'return-overdue';
  readonly monitoring: MonitoringState;
}

/** What a day brings to an agreement's return, once: its days are over and it is asked for, or the payee
 * is late and somebody has to look after it. Nothing where neither is so yet, or it was made meanwhile. */
export function returnFallenDue(
  agreement: AgreementState,
  about: {
    readonly monitoring: MonitoringState;
    readonly payments: readonly Payment[];
    readonly rule: MonitoringRule;
    readonly today: CivilDate;
  },
): ReturnFallenDue | undefined {
  const { monitoring, payments, rule, today } = about;
  const look = nextLook(monitoring);
  if (look === null || look > today) return undefined;
  const isAsked = monitoring.status === 'waiting';
  const next: MonitoringState = isAsked
    ? {
        ...monitoring,
        status: 'asked',
        // Asked late, the payee still has all the days that they were promised.
        due: addDays(today, rule.evidenceDays - 1),
        figures: accountFigures(monitoring, payments, reclaimsOf(agreement)),
      }
    : { ...monitoring, status: 'overdue' };
  const { from, to, due, figures } = next;
  return {
    type: isAsked ? 'return-asked' : 'return-overdue',
    body: { from, to, due, figures, rule: paymentLaw('monitoring', today) },
    next: { ...agreement, monitoring: next },
    monitoring: next,
  };
}
