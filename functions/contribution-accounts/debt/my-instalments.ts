import { residentOperation } from '#shared/contracts/operation.ts';
import {
  askForInstalments,
  InstalmentsAsked,
} from '#shared/domain/contribution-account/debt/ask-for-instalments.ts';
import { accept } from '#shared/domain/outcome.ts';
import { readOwnCase } from '../../cases/own-case.ts';
import type { Ports } from '../../ports.ts';
import { AccountAnswer, accountCommand, changeAccount } from '../change-account.ts';
import { MyAccount, showMine } from '../statements/my-account.ts';
import { instalmentsTask } from './debt-tasks.ts';

export const myInstalmentsAsked = residentOperation({
  ...accountCommand,
  id: 'ask-for-my-instalments',
  path: '/my/cases/{caseId}/contribution-instalments',
  tag: 'My case',
  summary: 'Ask to pay what you owe bit by bit: nobody reminds you before we have answered',
  creates: true,
  body: InstalmentsAsked,
  answer: MyAccount,
  async handle(request, ports: Pick<Ports, 'table' | 'cases' | 'people' | 'council' | 'system'>) {
    const { caseId } = request.params;
    const { council } = ports;
    const held = await readOwnCase(caseId, request.caller.personId, ports);
    if (!held.accepted) return held;
    const { after: state } = held.value;
    const reply = await changeAccount(request, ports, {
      decide: (account, moment) =>
        askForInstalments(account, request.body, council.billing, moment),
      also: ({ next: { instalmentsAsked: asked } }, _last, at) =>
        asked
          ? [instalmentsTask(caseId, asked.event, { state, due: asked.answerBy, at, council })]
          : [],
    });
    if (!reply.accepted) return reply;
    return accept({ ...reply.value, body: showMine(AccountAnswer.parse(reply.value.body)) });
  },
});
