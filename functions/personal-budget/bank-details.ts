import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { loadModulusWeights } from '#shared/council/load/load-modulus-weights.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import {
  BankDetails,
  BankDetailsCheck,
  checkBankDetails,
  recordBankDetails,
  refusalOfReadBack,
} from '#shared/domain/agreement/bank-details.ts';
import { checkAccount } from '#shared/domain/bank/check-account.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { FrozenAccount } from '#shared/stores/money/payments/payment-store.ts';
import { accountChecked, accountEntered } from '../payments/account-tasks.ts';
import type { Ports } from '../ports.ts';
import { accountStopWrites } from './account-stop.ts';
import { AgreementAnswer, AgreementParams, changeAgreement } from './change-agreement.ts';

const tag = 'Direct payments';

export const enterBankDetails = staffOperation({
  id: 'record-bank-details',
  method: 'POST',
  path: '/agreements/{agreementId}/bank-details',
  tag,
  roles: ['finance-officer'],
  summary: 'Record the account that is to be paid, or another one',
  params: AgreementParams,
  query: NoQuery,
  body: BankDetails,
  answer: AgreementAnswer,
  handle: async (request, ports: Ports) => {
    const { sortCode, accountNumber } = request.body;
    const finding = checkAccount(sortCode, accountNumber, await loadModulusWeights());
    return changeAgreement(request, ports, {
      decide: (agreement, moment) => recordBankDetails(agreement, request.body, finding, moment),
      also: async ({ next }, last, moment) => [
        ...(await accountStopWrites(changeOf(last, next, moment, ports), ports.table)),
        ...accountEntered(holderOf(last), { at: moment.at, council: ports.council }),
      ],
    });
  },
});

export const confirmBankDetails = staffOperation({
  id: 'check-bank-details',
  method: 'POST',
  path: '/agreements/{agreementId}/bank-details/check',
  tag,
  roles: ['finance-officer', 'finance-approver'],
  summary: 'Record what a second person found about the account',
  params: AgreementParams,
  query: NoQuery,
  body: BankDetailsCheck,
  answer: AgreementAnswer,
  handle: (request, ports: Ports) =>
    changeAgreement(request, ports, {
      async decide(agreement, moment) {
        const decided = checkBankDetails(agreement, request.body, moment);
        const { bankDetails } = agreement;
        if (!decided.accepted || !bankDetails || !request.body.readBack) return decided;
        const { agreementId } = request.params;
        const entered = await ports.agreements.at(agreementId, bankDetails.event);
        return refusalOfReadBack(request.body, FrozenAccount.parse(entered?.body)) ?? decided;
      },
      also: async ({ next }, last, moment) => {
        const opening = { at: moment.at, council: ports.council };
        return [
          ...(await accountStopWrites(changeOf(last, next, moment, ports), ports.table)),
          ...accountChecked(holderOf(last), request.body.isConfirmed, opening),
        ];
      },
    }),
});

function holderOf({ aggregateId: agreementId, after }: RecordedEvent<AgreementState>) {
  return { owner: 'case', aggregateId: after.caseId, agreementId } as const;
}

function changeOf(
  last: RecordedEvent<AgreementState>,
  next: AgreementState,
  moment: { readonly at: string; readonly by: string },
  { council }: Pick<Ports, 'council'>,
) {
  const { coolingOffWorkingDays } = council.directPayments;
  const { aggregateId: agreementId, after: before } = last;
  return { agreementId, before, next, ...moment, coolingOffWorkingDays };
}
