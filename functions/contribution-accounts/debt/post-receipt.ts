import { CaseParams } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import {
  type Receipt,
  type ReceiptChange,
  ReceiptPosted,
  ReceiptReference,
  ReceiptTakenBack,
  receivePayment,
  takeBackPayment,
} from '#shared/domain/contribution-account/debt/receive-payment.ts';
import { entryOfReceipt } from '#shared/domain/ledger/entry-of-contribution.ts';
import { reversalOf } from '#shared/domain/ledger/ledger-entry.ts';
import { refuse } from '#shared/domain/outcome.ts';
import {
  findReceipt,
  receiptWrite,
  takenBackWrite,
} from '#shared/stores/money/contributions/receipt-store.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../ports.ts';
import { AccountAnswer, accountCommand, changeAccount } from '../change-account.ts';

export const postReceipt = staffOperation({
  ...accountCommand,
  id: 'post-contribution-receipt',
  path: '/contribution-accounts/{caseId}/receipts',
  roles: ['finance-officer'],
  summary: 'Post a payment that came in, once for its reference; it pays the oldest first',
  body: ReceiptPosted,
  answer: AccountAnswer,
  handle(request, ports: Pick<Ports, 'table' | 'council' | 'system'>) {
    const { caseId } = request.params;
    return changeAccount<ReceiptChange>(request, ports, {
      async decide(account, moment) {
        if (await findReceipt(ports.table, request.body.reference)) {
          return refuse('already-recorded', 'This payment has been posted.', '/reference');
        }
        return receivePayment(account, caseId, request.body, moment);
      },
      also: ({ receipt }, _last, at) => [
        receiptWrite(receipt),
        ...bookedWrites(entryOf(receipt), civilDateInLondon(at)),
      ],
    });
  },
});

export const takeBackReceipt = staffOperation({
  ...accountCommand,
  id: 'take-back-contribution-receipt',
  path: '/contribution-accounts/{caseId}/receipts/{reference}/taken-back',
  roles: ['finance-officer'],
  summary: 'Take back a payment that was posted wrongly or never came; what it paid is due again',
  params: CaseParams.extend({ reference: ReceiptReference }),
  body: ReceiptTakenBack,
  answer: AccountAnswer,
  handle(request, ports: Pick<Ports, 'table' | 'council' | 'system'>) {
    const { caseId, reference } = request.params;
    return changeAccount<ReceiptChange>(request, ports, {
      async decide(account, moment) {
        const receipt = await findReceipt(ports.table, reference);
        const { reason } = request.body;
        const { payWithinDays } = ports.council.billing;
        return takeBackPayment(account, { receipt, caseId, reason }, payWithinDays, moment);
      },
      also({ receipt }, _last, at) {
        const on = civilDateInLondon(at);
        const entryId = derivedId(['contribution-taken-back', receipt.reference]);
        const entry = reversalOf(entryOf(receipt), { entryId, on });
        return [takenBackWrite(receipt), ...bookedWrites(entry, on)];
      },
    });
  },
});

function entryOf({ reference, caseId, receivedOn, pence }: Receipt) {
  const entryId = derivedId(['contribution-received', reference]);
  return entryOfReceipt({ entryId, caseId, on: receivedOn, pence });
}
