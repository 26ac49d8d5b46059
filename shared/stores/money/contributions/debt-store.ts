import * as z from 'zod';
import { CivilDate } from '../../../domain/calendar/civil-date.ts';
import {
  balanceOf,
  type ContributionAccount,
  disputedNames,
  leftToPay,
} from '../../../domain/contribution-account/account-state.ts';
import { Pence, SignedPence } from '../../../domain/money/pence.ts';
import { partition } from '../../table/keys.ts';
import type { Item, Table, TableWrite, Value } from '../../table/table.ts';

/** What somebody owes, as finance finds it among all that is owed. */
export const OwedContributions = z
  .object({
    caseId: z.string(),
    /** Since when the oldest of it should have been paid. */
    oldestDueOn: CivilDate,
    balancePence: SignedPence,
    disputedPence: Pence,
    hasInstalments: z.boolean(),
    isToBeLookedAt: z.boolean(),
    remindersSent: z.int().nonnegative(),
    /** Support has ended, or the person has died. */
    ended: z.enum(['case-ended', 'death']).nullable(),
  })
  .meta({ id: 'OwedContributions' });
export type OwedContributions = z.infer<typeof OwedContributions>;

export const owedList = 'CONTRIBUTIONS-OWED';

/** Keeps what a person owes in the one list of it, the oldest first, in the transaction of whatever changes
 * it; whoever owes nothing is not in it. Nobody's name is. */
export function owedWrites(
  caseId: string,
  before: Pick<ContributionAccount, 'items'>,
  account: ContributionAccount,
): readonly TableWrite[] {
  const owesNothing = before.items.length === 0 && account.items.length === 0;
  return owesNothing ? [] : [owedWrite(caseId, account)];
}

function owedWrite(caseId: string, account: ContributionAccount): TableWrite {
  const key = { pk: partition('contribution-account', caseId), sk: 'OWED' };
  const [oldest] = account.items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  if (!oldest) return { delete: key };
  const disputed = disputedNames(account);
  const row: OwedContributions = {
    caseId,
    oldestDueOn: oldest.dueOn,
    balancePence: balanceOf(account),
    disputedPence: leftToPay(account.items.filter(({ name }) => disputed.has(name))),
    hasInstalments: account.instalments !== null,
    isToBeLookedAt: account.lookAsked !== null,
    remindersSent: account.reminders.sent,
    ended: account.ended?.because ?? null,
  };
  const item: Item = {
    ...{ ...key, schema: 1, ...row },
    ...{ gsi1pk: owedList, gsi1sk: `${oldest.dueOn}#${caseId}` },
  };
  return { put: item };
}

interface Asked {
  /** Only what should have been paid by that day. */
  readonly dueBy: CivilDate | undefined;
  readonly limit: number;
  readonly startAfter: Value | undefined;
}

/** A page of what is owed, the oldest debts first. */
export async function listOwed(
  table: Table,
  asked: Asked,
): Promise<{ readonly owed: readonly OwedContributions[]; readonly next?: Value }> {
  const { items, next } = await table.query({
    index: 'gsi1',
    pk: owedList,
    ...(asked.dueBy === undefined ? {} : { to: `${asked.dueBy}#~` }),
    limit: asked.limit,
    ...(asked.startAfter === undefined ? {} : { startAfter: asked.startAfter }),
  });
  const owed = items.map((item) => OwedContributions.parse(item));
  return next === undefined ? { owed } : { owed, next };
}
