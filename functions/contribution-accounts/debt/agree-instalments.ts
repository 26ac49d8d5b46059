import { staffOperation } from '#shared/contracts/operation.ts';
import type { AccountChange } from '#shared/domain/contribution-account/account-state.ts';
import {
  agreedInWords,
  InstalmentsRefused,
  refuseInstalments,
} from '#shared/domain/contribution-account/debt/ask-for-instalments.ts';
import {
  agreeInstalments,
  endInstalments,
  InstalmentsAgreed,
  InstalmentsEnded,
} from '#shared/domain/contribution-account/debt/instalments.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';
import { AccountAnswer, accountCommand, changeAccount } from '../change-account.ts';
import { tellOnCaseWrite } from '../tell-on-case.ts';

type AccountPorts = Pick<Ports, 'table' | 'cases' | 'council' | 'system'>;

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
      also: (change, last, at) =>
        tell(agreedInWords(request.body), { change, caseId: last.aggregateId, at }, ports),
    }),
});

export const instalmentsRefused = staffOperation({
  ...accountCommand,
  id: 'refuse-contribution-instalments',
  path: '/contribution-accounts/{caseId}/instalments/refusal',
  roles: ['finance-officer'],
  summary: 'Answer a person who asked for instalments that it stays as it is, with the reasons',
  body: InstalmentsRefused,
  answer: AccountAnswer,
  handle(request, ports: AccountPorts) {
    const answer = ['We cannot agree to the instalments that you asked for.', request.body.reasons];
    return changeAccount(request, ports, {
      decide: (account, moment) => refuseInstalments(account, request.body, moment),
      also: (change, last, at) => tell(answer, { change, caseId: last.aggregateId, at }, ports),
    });
  },
});

export const instalmentsEnded = staffOperation({
  ...accountCommand,
  id: 'end-contribution-instalments',
  path: '/contribution-accounts/{caseId}/instalments/end',
  roles: ['finance-officer'],
  summary: 'End instalments that no longer fit, so that others can be agreed',
  body: InstalmentsEnded,
  answer: AccountAnswer,
  handle(request, ports: AccountPorts) {
    const answer = ['The instalments that we agreed with you end.', request.body.reason];
    return changeAccount(request, ports, {
      decide: (account) => endInstalments(account, request.body),
      also: (change, last, at) => tell(answer, { change, caseId: last.aggregateId, at }, ports),
    });
  },
});

interface Telling {
  readonly change: AccountChange;
  readonly caseId: string;
  readonly at: string;
}

/** The person is told, whether they asked from home or somebody talked it through with them. */
async function tell(
  explanation: readonly string[],
  { change, caseId, at }: Telling,
  { cases }: Pick<Ports, 'cases'>,
): Promise<readonly TableWrite[]> {
  const held = await cases.last(caseId);
  if (!held) throw new Error(`no case ${caseId}`);
  const name = `${change.type}-${held.sequence + 1}`;
  const type = 'contribution-instalments-answered';
  return [tellOnCaseWrite(held, { type, explanation, at, name }, { cases })];
}
