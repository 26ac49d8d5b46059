import { lacksFinalAccountFrom } from '#shared/domain/final-account/lacks-final-account.ts';
import { findDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { isMoneyDue } from '#shared/stores/money/money-due-store.ts';
import { findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { eventKey } from '#shared/stores/table/keys.ts';
import type { Ports } from '../../ports.ts';
import { lackingFromWrite, settlingTask } from './account-to-settle.ts';

/** Has the schedule ask finance for the final accounts of a case's agreements that were over before anybody was
 * asked for them; gives back how many those are. */
export async function catchUpFinalAccounts(
  caseId: string,
  { table, cases, agreements }: Pick<Ports, 'table' | 'cases' | 'agreements'>,
  { isWritten }: { readonly isWritten: boolean },
): Promise<number> {
  const held = await cases.last(caseId);
  let missing = 0;
  for (const agreementId of held?.after.agreements ?? []) {
    const [last, head] = await Promise.all([
      agreements.last(agreementId),
      findHead(table, agreementId),
    ]);
    if (!last) throw new Error(`agreement ${agreementId} is missing`);
    const from = lacksFinalAccountFrom(last.after, head);
    const due = { owner: 'agreement', id: agreementId, due: 'final-account' } as const;
    const isAskedFor =
      from === null ||
      (await isMoneyDue(table, due)) ||
      (await findDeskTask(table, settlingTask({ caseId, agreementId })));
    if (isAskedFor) continue;
    missing += 1;
    // A command that changes the agreement meanwhile does so itself.
    const next = eventKey('agreement', agreementId, last.sequence + 1);
    if (isWritten) {
      await table.write([{ check: next, onlyIf: ['absent'] }, lackingFromWrite(agreementId, from)]);
    }
  }
  return missing;
}
