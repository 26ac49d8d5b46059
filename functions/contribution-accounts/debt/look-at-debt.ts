import { staffOperation } from '#shared/contracts/operation.ts';
import { DebtLookedAt, lookAtDebt } from '#shared/domain/contribution-account/debt/look-at-debt.ts';
import type { Ports } from '../../ports.ts';
import { AccountAnswer, accountCommand, changeAccount } from '../change-account.ts';
import { lookDone } from './debt-tasks.ts';

export const debtLookedAt = staffOperation({
  ...accountCommand,
  id: 'look-at-contribution-debt',
  path: '/contribution-accounts/{caseId}/debt-look',
  roles: ['finance-officer', 'practitioner', 'team-manager'],
  summary: "Record a look at a person's means and needs, before anything is done about a debt",
  body: DebtLookedAt,
  answer: AccountAnswer,
  handle: (request, ports: Pick<Ports, 'table' | 'council' | 'system'>) =>
    changeAccount(request, ports, {
      decide: (account) => lookAtDebt(account, request.body),
      also: (_change, { aggregateId, after }) =>
        after.lookAsked === null ? [] : [lookDone(aggregateId, after.lookAsked)],
    }),
});
