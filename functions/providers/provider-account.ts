import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { loadModulusWeights } from '#shared/council/load/load-modulus-weights.ts';
import {
  BankDetails,
  BankDetailsCheck,
  refusalOfReadBack,
} from '#shared/domain/agreement/bank-details.ts';
import { checkAccount } from '#shared/domain/bank/check-account.ts';
import { checkProviderAccount, recordAccount } from '#shared/domain/provider/provider-account.ts';
import { providerLog } from '#shared/stores/money/orders/provider-store.ts';
import { FrozenAccount } from '#shared/stores/money/payments/payment-store.ts';
import { accountChecked, accountEntered } from '../payments/account-tasks.ts';
import type { Ports } from '../ports.ts';
import { changeProvider, ProviderAnswer, ProviderParams } from './change-provider.ts';

const tag = 'Providers';
type AccountPorts = Pick<Ports, 'table' | 'council' | 'system'>;

export const enterProviderAccount = staffOperation({
  id: 'record-provider-account',
  method: 'POST',
  path: '/providers/{providerId}/bank-details',
  tag,
  roles: ['finance-officer'],
  summary: 'Record the account that a provider is paid to, or another one',
  params: ProviderParams,
  query: NoQuery,
  body: BankDetails,
  answer: ProviderAnswer,
  async handle(request, ports: AccountPorts) {
    const { sortCode, accountNumber } = request.body;
    const finding = checkAccount(sortCode, accountNumber, await loadModulusWeights());
    return changeProvider(
      request,
      ports,
      (provider, moment) => recordAccount(provider, request.body, finding, moment),
      (at) => accountEntered(holderOf(request.params), { at, council: ports.council }),
    );
  },
});

export const confirmProviderAccount = staffOperation({
  id: 'check-provider-account',
  method: 'POST',
  path: '/providers/{providerId}/bank-details/check',
  tag,
  roles: ['finance-officer', 'finance-approver'],
  summary: "Record what a second person found about a provider's account",
  params: ProviderParams,
  query: NoQuery,
  body: BankDetailsCheck,
  answer: ProviderAnswer,
  handle(request, ports: AccountPorts) {
    const { council } = ports;
    const { coolingOffWorkingDays } = council.directPayments;
    const { isConfirmed } = request.body;
    return changeProvider(
      request,
      ports,
      async (provider, moment) => {
        const { body, params } = request;
        const decided = checkProviderAccount(provider, body, coolingOffWorkingDays, moment);
        const { bankDetails } = provider;
        if (!decided.accepted || !bankDetails || !body.readBack) return decided;
        const entered = await providerLog(ports.table).at(params.providerId, bankDetails.event);
        return refusalOfReadBack(body, FrozenAccount.parse(entered?.body)) ?? decided;
      },
      (at) => accountChecked(holderOf(request.params), isConfirmed, { at, council }),
    );
  },
});

function holderOf({ providerId }: { readonly providerId: string }) {
  return { owner: 'provider', aggregateId: providerId } as const;
}
