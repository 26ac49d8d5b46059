import * as z from 'zod';
import { CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import {
  type AccountChange,
  ContributionAccount,
} from '#shared/domain/contribution-account/account-state.ts';
import { AgedDebt, agedDebt } from '#shared/domain/contribution-account/debt/open-items.ts';
import { accept, type Outcome } from '#shared/domain/outcome.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { contributionAccounts } from '#shared/stores/money/contributions/account-log.ts';
import { owedWrites } from '#shared/stores/money/contributions/debt-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { type ChangeRequest, changeAggregate } from '../cases/change-aggregate.ts';
import type { Ports } from '../ports.ts';
import { reminderDayWrites } from './account-writes.ts';
import { endedInstalmentsTask } from './debt/debt-tasks.ts';

export const accountReaders = [
  'finance-officer',
  'finance-approver',
  'head-of-service',
  'practitioner',
  'team-manager',
] as const satisfies readonly [Role, ...Role[]];

export const accountTag = 'Contributions';

/** What every command on an account has in common. */
export const accountCommand = {
  method: 'POST',
  tag: accountTag,
  params: CaseParams,
  query: NoQuery,
} as const;

/** Where a contribution account stands, and what is owed by how long it has been due. */
export const AccountAnswer = ContributionAccount.omit({
  recent: true,
  terms: true,
  receivedSincePence: true,
  lookAsked: true,
})
  .extend({
    caseId: Id,
    event: z.int().positive(),
    on: CivilDate,
    debt: AgedDebt,
    /** Somebody is asked to look at the person's means and needs. */
    isToBeLookedAt: z.boolean(),
  })
  .meta({ id: 'ContributionAccount' });

export interface AccountRequest extends ChangeRequest {
  readonly params: { readonly caseId: string };
}

interface AccountCommand<C extends AccountChange> {
  readonly decide: (
    account: ContributionAccount,
    moment: Moment,
  ) => Outcome<C> | Promise<Outcome<C>>;
  /** What must be written with the event, or not at all. */
  readonly also?: (
    change: C,
    last: RecordedEvent<ContributionAccount>,
    at: string,
  ) => readonly TableWrite[] | Promise<readonly TableWrite[]>;
}

/** Carries out one command on a contribution account: load, decide, write one event, answer. */
export function changeAccount<C extends AccountChange>(
  request: AccountRequest,
  ports: Pick<Ports, 'table' | 'council' | 'system'>,
  command: AccountCommand<C>,
): Promise<Reply> {
  const { caseId } = request.params;
  return changeAggregate(request, ports, {
    log: contributionAccounts(ports.table),
    id: caseId,
    decide: (last, moment) => command.decide(last.after, moment),
    also: async (change: C, last, at) => [
      ...reminderDayWrites(caseId, last.after, change.next, ports.council.billing),
      ...owedWrites(caseId, last.after, change.next),
      ...endedInstalmentsTask(caseId, last.after, change.next),
      ...((await command.also?.(change, last, at)) ?? []),
    ],
    answer: (event) => answerAccount(event, ports),
  });
}

export function answerAccount(
  { aggregateId: caseId, sequence, after }: RecordedEvent<ContributionAccount>,
  { system }: Pick<Ports, 'system'>,
): Reply {
  const on = civilDateInLondon(system.now());
  const { recent: _recent, terms: _terms, receivedSincePence: _since, lookAsked, ...shown } = after;
  const isToBeLookedAt = lookAsked !== null;
  const body = { ...shown, caseId, event: sequence, on, debt: agedDebt(after, on), isToBeLookedAt };
  return accept({ status: 200, body, version: sequence });
}
