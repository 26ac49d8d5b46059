import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { lastDayOfSupport } from '#shared/domain/case/ending/last-day-of-support.ts';
import type {
  AccountChange,
  ContributionAccount,
} from '#shared/domain/contribution-account/account-state.ts';
import {
  openAccount,
  withCaseEnded,
  withDeath,
  withoutDeath,
  withTerms,
} from '#shared/domain/contribution-account/follow-support.ts';
import {
  mayBeBilled,
  termsOfLive,
} from '#shared/domain/contribution-account/statement/billing-terms.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { contributionAccounts } from '#shared/stores/money/contributions/account-log.ts';
import { owedWrites } from '#shared/stores/money/contributions/debt-store.ts';
import { TableBusy } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';
import { reminderDayWrites, serviceEvent, statementDayWrite } from './account-writes.ts';
import { endedInstalmentsTask } from './debt/debt-tasks.ts';

type FollowingPorts = Pick<Ports, 'table' | 'people' | 'council' | 'system'>;

// Whoever works on the account at the same moment wins the number of the event.
const attemptsMax = 3;

/** Keeps the contribution account of a case in step with its support: it is opened when support starts of
 * which anything may be billed, and no day after the end of the case or a death is billed. Done twice,
 * or late, it comes to the same. */
export async function followSupport(
  event: RecordedEvent<CaseState>,
  ports: FollowingPorts,
): Promise<void> {
  // Nothing is billed where no support has ever started.
  if (event.after.records.start === undefined) return;
  const diedOn = await dayOfDeath(event.after, ports);
  // Some events say two things, such as an end by a death: each is an event of its own.
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const outcome = await followOnce(event, diedOn, ports);
    if (outcome === 'done') return;
    if (outcome === 'written') attempt = 0;
  }
  throw new TableBusy('the contribution account was being changed by others at each attempt');
}

async function followOnce(
  event: RecordedEvent<CaseState>,
  diedOn: string | undefined,
  { table, council, system }: FollowingPorts,
): Promise<'done' | 'written' | 'race'> {
  const accounts = contributionAccounts(table);
  const caseId = event.aggregateId;
  const last = await accounts.last(caseId);
  const at = system.now();
  const change = last
    ? changeOf(last.after, event, diedOn)
    : openingOf(event, civilDateInLondon(at));
  if (!change) return 'done';
  const before = last?.after ?? change.next;
  const written = await accounts.append(
    last,
    serviceEvent(caseId, change, { at, name: `${event.sequence}-${last?.sequence ?? 0}` }),
    [
      ...reminderDayWrites(caseId, before, change.next, council.billing),
      ...owedWrites(caseId, before, change.next),
      ...endedInstalmentsTask(caseId, before, change.next),
      statementDayWrite(caseId, at),
    ],
  );
  return written.appended ? 'written' : 'race';
}

function openingOf({ after }: RecordedEvent<CaseState>, today: string): AccountChange | undefined {
  const terms = termsOfLive(after);
  return terms && mayBeBilled(terms) ? openAccount(terms, today) : undefined;
}

function changeOf(
  account: ContributionAccount,
  { after, body, sequence: event }: RecordedEvent<CaseState>,
  diedOn: string | undefined,
): AccountChange | undefined {
  const terms = termsOfLive(after);
  const ended =
    after.status === 'closed'
      ? withCaseEnded(account, { event, lastDay: lastDayOfSupport(after, body) })
      : terms && withTerms(account, terms);
  if (ended) return ended;
  if (diedOn !== undefined) return withDeath(account, { event, lastDay: diedOn });
  return after.death?.status === 'reversed' ? withoutDeath(account) : undefined;
}

/** The day of a death that the case knows of. */
async function dayOfDeath(
  { death, personId }: CaseState,
  { people }: FollowingPorts,
): Promise<string | undefined> {
  if (death?.status !== 'stands') return undefined;
  const person = await people.last(personId);
  const onRecord = person && factsOf(person.after).death;
  return onRecord?.status === 'stands' ? onRecord.diedOn : undefined;
}
