import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type {
  AccountChange,
  ContributionAccount,
} from '#shared/domain/contribution-account/account-state.ts';
import type { BillingSettings } from '#shared/domain/contribution-account/debt/billing-settings.ts';
import { remindOn } from '#shared/domain/contribution-account/debt/remind.ts';
import type { NewEvent } from '#shared/stores/events/event.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

export const billingActor = { id: 'contribution-accounts', role: 'service' };

/** What the service itself does to an account, under an id that is the same however often it is done. */
export function serviceEvent(
  caseId: string,
  { type, body, next }: AccountChange,
  about: { readonly at: string; readonly name: string },
): NewEvent<ContributionAccount> {
  return {
    id: derivedId([type, caseId, about.name]),
    aggregateId: caseId,
    type,
    at: about.at,
    actor: billingActor,
    request: null,
    body,
    after: next,
  };
}

/** Keeps the day of the next reminder where the schedule finds it. */
export function reminderDayWrites(
  caseId: string,
  before: ContributionAccount,
  next: ContributionAccount,
  settings: BillingSettings,
): readonly TableWrite[] {
  const on = remindOn(next, settings);
  if (on === remindOn(before, settings)) return [];
  return [
    moneyDueWrite({ owner: 'contribution-account', id: caseId, due: 'contribution-reminder' }, on),
  ];
}

/** Has the schedule look today at when the next statement is due. */
export function statementDayWrite(caseId: string, at: string): TableWrite {
  const place = {
    owner: 'contribution-account',
    id: caseId,
    due: 'contribution-statement',
  } as const;
  return moneyDueWrite(place, civilDateInLondon(at));
}
