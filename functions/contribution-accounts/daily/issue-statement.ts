import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { dueAfter } from '#shared/domain/calendar/time-limit.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { ContributionAccount } from '#shared/domain/contribution-account/account-state.ts';
import {
  issueStatement,
  type StatementDue,
} from '#shared/domain/contribution-account/statement/issue-statement.ts';
import { entryOfStatement } from '#shared/domain/ledger/entry-of-contribution.ts';
import { sumPence } from '#shared/domain/money/pence.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { contributionAccounts } from '#shared/stores/money/contributions/account-log.ts';
import { owedWrites } from '#shared/stores/money/contributions/debt-store.ts';
import {
  billedPeriods,
  statementWrite,
} from '#shared/stores/money/contributions/statement-store.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { type MoneyDueRow, takeMoneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { reminderDayWrites, serviceEvent } from '../account-writes.ts';
import { lookTask } from '../debt/debt-tasks.ts';
import { tellOnCaseWrite } from '../tell-on-case.ts';
import { billingFacts } from './billing-facts.ts';

/** Bills the next period of an account, in one transaction with its permanent key, the ledger and what the
 * person is told; or moves the row to the day on which there is something to bill. */
export async function issueStatementWhenDue(
  row: MoneyDueRow,
  ports: DailyPorts,
): Promise<readonly TableWrite[]> {
  const { table, cases, council, system } = ports;
  const [last, held, billed] = await Promise.all([
    contributionAccounts(table).last(row.id),
    cases.last(row.id),
    billedPeriods(table, row.id),
  ]);
  if (!last || !held) throw new Error(`contribution account ${row.id} is missing`);
  const at = system.now();
  const today = civilDateInLondon(at);
  const from = billed[0]?.from ?? last.after.terms[0]?.from ?? last.after.openedOn;
  const due = issueStatement(
    last.after,
    {
      billed,
      facts: await billingFacts(held, last.after, { from, to: today }, ports),
      isProvisional: isProvisional(held.after),
      calendar: council.payCalendar,
      settings: council.billing,
    },
    { today, event: last.sequence + 1 },
  );
  if ('on' in due) return [takeMoneyDueWrite(row, due.on)];
  return [takeMoneyDueWrite(row, due.nextOn), ...billedWrites({ due, last, held, at }, ports)];
}

function isProvisional({ finances }: CaseState): boolean {
  return finances === null || finances.status === 'provisional';
}

interface Billing {
  readonly due: Exclude<StatementDue, { readonly on: unknown }>;
  readonly last: RecordedEvent<ContributionAccount>;
  readonly held: RecordedEvent<CaseState>;
  readonly at: string;
}

function billedWrites(
  { due, last, held, at }: Billing,
  { cases, table, council }: DailyPorts,
): readonly TableWrite[] {
  const { period, lines, issued } = due;
  const caseId = last.aggregateId;
  const issuedOn = civilDateInLondon(at);
  const totalPence = sumPence(lines.map(({ pence }) => pence));
  const key = { ...period, lines: [...lines], totalPence, issuedOn };
  if (!issued) return [statementWrite(caseId, { ...key, dueOn: null, event: null })];
  const { statement, next } = issued;
  const event = last.sequence + 1;
  const entryId = derivedId(['contribution-statement', caseId, period.from]);
  const entry = entryOfStatement({ entryId, caseId, on: issuedOn, pence: totalPence });
  const name = period.from;
  const { billing } = council;
  return [
    statementWrite(caseId, { ...key, dueOn: statement.dueOn, event }),
    contributionAccounts(table).asWrite(last, serviceEvent(caseId, issued, { at, name })),
    tellOnCaseWrite(
      held,
      { type: 'contributions-billed', at, name, explanation: told(statement.explanation, billing) },
      { cases },
    ),
    ...(entry ? bookedWrites(entry, issuedOn) : []),
    ...reminderDayWrites(caseId, last.after, next, billing),
    ...owedWrites(caseId, last.after, next),
    ...(next.lookAsked === event
      ? [
          lookTask(caseId, event, {
            state: held.after,
            due: lookBy(issuedOn, billing),
            at,
            council,
          }),
        ]
      : []),
  ];
}

function told(
  explanation: readonly string[],
  { howToPay }: DailyPorts['council']['billing'],
): readonly string[] {
  return [...explanation, howToPay];
}

/** The day by which somebody has looked at what is owed. */
export function lookBy(
  today: string,
  { disputeReviewWithin }: DailyPorts['council']['billing'],
): string {
  return dueAfter(today, disputeReviewWithin);
}
