import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { entryOfReceipt } from '#shared/domain/ledger/entry-of-reclaim.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { ReclaimReceipt, receiveReclaim } from '#shared/domain/reclaim/receive-reclaim.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { isReceived, receiptWrite } from '#shared/stores/money/ledger/receipt-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import {
  AgreementAnswer,
  AgreementParams,
  changeAgreement,
} from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { settledReclaimWrites } from './chase-reclaim.ts';

export const recordReclaimReceived = staffOperation({
  id: 'record-reclaim-received',
  method: 'POST',
  path: '/agreements/{agreementId}/reclaims/receipts',
  tag: 'Monitoring',
  roles: ['finance-officer'],
  summary: 'Record that money which is owed back has come in, once for each reference of the bank',
  params: AgreementParams,
  query: NoQuery,
  body: ReclaimReceipt,
  answer: AgreementAnswer,
  handle(request, ports: Ports) {
    const { agreementId } = request.params;
    const { reference, pence, on } = request.body;
    // No key of the table says what somebody wrote on a bank transfer.
    const receiptId = derivedId(['reclaim-received', agreementId, reference]);
    return changeAgreement(request, ports, {
      async decide(agreement, moment) {
        return (await isReceived(ports.table, agreementId, receiptId))
          ? refuse('already-recorded', 'Money with this reference is recorded.', '/reference')
          : receiveReclaim(agreement, request.body, moment);
      },
      also: async ({ next }, last, { at }) => [
        receiptWrite(agreementId, receiptId, last.sequence + 1),
        ...bookedWrites(
          entryOfReceipt({ entryId: receiptId, agreementId, on, pence }),
          civilDateInLondon(at),
        ),
        ...(await settledReclaimWrites(ports.table, agreementId, { before: last.after, next })),
      ],
    });
  },
});
