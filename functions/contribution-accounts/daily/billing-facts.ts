import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { ContributionAccount } from '#shared/domain/contribution-account/account-state.ts';
import type { BillingFacts } from '#shared/domain/contribution-account/statement/charge-days.ts';
import { askedBefore } from '#shared/domain/finances/what-was-asked.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { actualsOfCase } from '#shared/stores/money/orders/actual-store.ts';
import { findHeads } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { Ports } from '../../ports.ts';

/** What is known today of the charge, the care that was given, and what was paid out, from the first day
 * that a statement may still change. */
export async function billingFacts(
  held: RecordedEvent<CaseState>,
  account: ContributionAccount,
  days: { readonly from: CivilDate; readonly to: CivilDate },
  { table, cases, council }: Pick<Ports, 'table' | 'cases' | 'council'>,
): Promise<Omit<BillingFacts, 'terms' | 'lastDay'>> {
  const caseId = held.aggregateId;
  const { finances } = held.after.records;
  const agreementIds = account.terms.flatMap(({ parts }) =>
    parts.flatMap(({ agreementId, contribution }) =>
      contribution === 'gross' && agreementId !== null ? [agreementId] : [],
    ),
  );
  const [charge, delivered, heads] = await Promise.all([
    finances === undefined ? undefined : cases.at(caseId, finances),
    // A period that support began in the middle of is reported under its first day.
    actualsOfCase(table, caseId, { from: addDays(days.from, -27), to: days.to }),
    findHeads(table, [...new Set(agreementIds)]),
  ]);
  return {
    asked: askedBefore(charge?.body),
    provisionalWeeklyPence: council.charging.provisionalWeeklyPence,
    delivered,
    paidOut: heads.map(({ agreementId, startsOn, payUntil, pauses = [] }) => ({
      agreementId,
      startsOn,
      payUntil,
      pauses,
    })),
  };
}
