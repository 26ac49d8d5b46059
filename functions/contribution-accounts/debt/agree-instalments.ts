import { staffOperation } from '#shared/contracts/operation.ts';
import {
  agreeInstalments,
  endInstalments,
  InstalmentsAgreed,
  InstalmentsEnded,
} from '#shared/domain/contribution-account/debt/instalments.ts';
import type { Ports } from '../../ports.ts';
import { AccountAnswer, accountCommand, changeAccount } from '../change-account.ts';

type AccountPorts = Pick<Ports, 'table' | 'council' | 'system'>;

export const instalmentsAgreed = staffOperation({
  ...accountCommand,
  id: 'agree-contribution-instalments',
  path: '/contribution-accounts/{caseId}/instalments',
  roles: ['finance-officer'],
  summary: 'Agree that what is owed is paid bit by bit: nobody is reminded while that is kept',
  body: InstalmentsAgreed,
  answer: AccountAnswer,
  handle: (request, ports: AccountPorts) =>
    changeAccount(request, ports, {
      decide: (account, moment) => agreeInstalments(account, request.body, moment),
    }),
});

export const instalmentsEnded = staffOperation({
  ...accountCommand,
  id: 'end-contribution-instalments',
  path: '/contribution-accounts/{caseId}/instalments/end',
  roles: ['finance-officer'],
  summary: 'End instalments that no longer fit, so that others can be agreed',
  body: InstalmentsEnded,
  answer: AccountAnswer,
  handle: (request, ports: AccountPorts) =>
    changeAccount(request, ports, {
      decide: (account) => endInstalments(account, request.body),
    }),
});
