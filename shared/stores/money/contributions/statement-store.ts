import * as z from 'zod';
import { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { StatementLine } from '../../../domain/contribution-account/statement/statement.ts';
import { SignedPence } from '../../../domain/money/pence.ts';
import { partition } from '../../table/keys.ts';
import type { Key, Table, TableWrite } from '../../table/table.ts';

/** A period that was billed. Its key, the account and the first day, is there once for ever: no day is
 * billed twice. */
export const BilledStatement = z.object({
  from: CivilDate,
  to: CivilDate,
  /** All that it billed, for earlier periods too. */
  lines: z.array(StatementLine),
  totalPence: SignedPence,
  issuedOn: CivilDate,
  dueOn: CivilDate.nullable(),
  /** The event that holds it as the person was told; null where there was nothing to tell. */
  event: z.int().positive().nullable(),
});
export type BilledStatement = z.infer<typeof BilledStatement>;

const prefix = 'STATEMENT#';

// A sum is recovered within six years of the day on which it became due (Care Act 2014 s69(3)).
const periodsLookedBack = 80;

function statementKey(caseId: string, from: CivilDate): Key {
  return { pk: partition('contribution-account', caseId), sk: `${prefix}${from}` };
}

export function statementWrite(caseId: string, billed: BilledStatement): TableWrite {
  return {
    put: { ...statementKey(caseId, billed.from), schema: 1, ...billed },
    onlyIf: ['absent'],
  };
}

/** The periods that were billed and may still change, the oldest first. */
export async function billedPeriods(
  table: Table,
  caseId: string,
): Promise<readonly BilledStatement[]> {
  const { statements } = await pageOfStatements(table, caseId, { limit: periodsLookedBack });
  return statements.toReversed();
}

/** One page of what was billed, the latest first. */
export async function pageOfStatements(
  table: Table,
  caseId: string,
  { limit, after }: { readonly limit: number; readonly after?: CivilDate | undefined },
): Promise<{ readonly statements: readonly BilledStatement[]; readonly isMore: boolean }> {
  const page = await table.query({
    pk: partition('contribution-account', caseId),
    beginsWith: prefix,
    newestFirst: true,
    limit,
    ...(after !== undefined && { startAfter: { ...statementKey(caseId, after) } }),
  });
  return {
    statements: page.items.map((item) => BilledStatement.parse(item)),
    isMore: page.next !== undefined,
  };
}

export async function findStatement(
  table: Table,
  caseId: string,
  from: CivilDate,
): Promise<BilledStatement | undefined> {
  const item = await table.get(statementKey(caseId, from));
  return item && BilledStatement.parse(item);
}
