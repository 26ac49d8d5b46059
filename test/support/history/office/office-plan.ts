import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { LivePlan } from '#shared/domain/plan/plan-state.ts';
import { agreementState } from '#test/support/pay-office.ts';
import type { WeeklyTerms } from '../payer.ts';

/** A plan that pays this agreement from a day on, under two keys. */
export function liveOf(
  agreementId: string,
  version: number,
  from: string,
  terms: WeeklyTerms,
): LivePlan {
  const { weeklyPence } = terms;
  const part = {
    id: agreementState.partId,
    holding: 'direct-payment',
    weeklyPence,
    oneOffPence: 0,
    chargeableWeeklyPence: weeklyPence,
    contribution: 'net',
    payee: { kind: 'self' },
    agreementId,
    startedOn: from,
  } as const;
  return {
    planVersion: version,
    startedOn: from,
    weeklyPence,
    parts: [part],
    practitionerKeyBy: 'practitioner-1',
    budgetKeyBy: 'manager-1',
  };
}

/** Finances of which just this contribution follows. */
export function financesOf({ weeklyContributionPence }: WeeklyTerms): CaseState['finances'] {
  return { status: 'assessed', weeklyContributionPence };
}
