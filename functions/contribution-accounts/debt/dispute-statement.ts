import { CaseParams, Id } from '#shared/contracts/case-answer.ts';
import { residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Dispute } from '#shared/domain/contribution-account/account-state.ts';
import {
  answerDispute,
  DisputeAnswer,
  type DisputeChange,
  DisputeOpened,
  openDispute,
} from '#shared/domain/contribution-account/debt/disputes.ts';
import { accept } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { billedPeriods } from '#shared/stores/money/contributions/statement-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { readOwnCase } from '../../cases/own-case.ts';
import type { Ports } from '../../ports.ts';
import {
  AccountAnswer,
  type AccountRequest,
  accountCommand,
  changeAccount,
} from '../change-account.ts';
import { noAccount } from '../read-account.ts';
import { MyAccount, showMine } from '../statements/my-account.ts';
import { tellOnCaseWrite } from '../tell-on-case.ts';
import { disputeDone, disputeTask, financeTeam } from './debt-tasks.ts';

type DisputePorts = Pick<Ports, 'table' | 'cases' | 'people' | 'council' | 'system'>;

export const disputeOpened = staffOperation({
  ...accountCommand,
  id: 'dispute-contribution-statement',
  path: '/contribution-accounts/{caseId}/disputes',
  roles: ['finance-officer', 'practitioner', 'team-manager', 'adviser'],
  summary: 'Hold statements that a person says are wrong: nobody is reminded of them meanwhile',
  creates: true,
  body: DisputeOpened,
  answer: AccountAnswer,
  async handle(request, ports: DisputePorts) {
    const held = await ports.cases.last(request.params.caseId);
    if (!held) return noAccount();
    const opening = { openedBy: 'staff', owner: request.caller.id } as const;
    return dispute(request, { held, opening }, ports);
  },
});

export const myDisputeOpened = residentOperation({
  ...accountCommand,
  id: 'dispute-my-contribution-statement',
  path: '/my/cases/{caseId}/contribution-disputes',
  tag: 'My case',
  summary: 'Say that a statement of what you pay is wrong: you need not pay it meanwhile',
  creates: true,
  body: DisputeOpened,
  answer: MyAccount,
  async handle(request, ports: DisputePorts) {
    const held = await readOwnCase(request.params.caseId, request.caller.personId, ports);
    if (!held.accepted) return held;
    const owner = financeTeam(held.value.after, ports.council);
    const opening = { openedBy: 'person', owner } as const;
    const reply = await dispute(request, { held: held.value, opening }, ports);
    if (!reply.accepted) return reply;
    const account = AccountAnswer.parse(reply.value.body);
    return accept({ ...reply.value, body: showMine(account) });
  },
});

interface Disputing {
  readonly held: RecordedEvent<CaseState>;
  readonly opening: Pick<Dispute, 'openedBy' | 'owner'>;
}

function dispute(
  request: AccountRequest & { readonly body: DisputeOpened },
  { held, opening }: Disputing,
  ports: DisputePorts,
) {
  const { caseId } = request.params;
  const { council } = ports;
  const within = council.billing.disputeReviewWithin;
  return changeAccount<DisputeChange>(request, ports, {
    async decide(account, moment) {
      const disputeId = derivedId(['contribution-dispute', caseId, String(moment.event)]);
      const billed = await billedPeriods(ports.table, caseId);
      const told = billed.filter(({ event }) => event !== null).map(({ from }) => from);
      return openDispute(account, request.body, { ...opening, disputeId, within, told }, moment);
    },
    also: ({ dispute: { disputeId, reviewOn, owner, openedBy } }, _last, at) => [
      disputeTask(caseId, disputeId, {
        state: held.after,
        due: reviewOn,
        at,
        council,
        claimedBy: openedBy === 'staff' ? owner : null,
      }),
    ],
  });
}

export const disputeAnswered = staffOperation({
  ...accountCommand,
  id: 'answer-contribution-dispute',
  path: '/contribution-accounts/{caseId}/disputes/{disputeId}/answer',
  roles: ['finance-officer', 'finance-approver'],
  summary: 'Answer a dispute with its outcome and reasons; what is still owed is due anew',
  params: CaseParams.extend({ disputeId: Id }),
  body: DisputeAnswer,
  answer: AccountAnswer,
  handle(request, ports: DisputePorts) {
    const { caseId, disputeId } = request.params;
    const { body: answer } = request;
    return changeAccount<DisputeChange>(request, ports, {
      decide: (account, moment) =>
        answerDispute(account, { disputeId, answer }, ports.council.billing, moment),
      async also({ dispute }, _last, at) {
        const held = await ports.cases.last(caseId);
        if (!held) throw new Error(`no case ${caseId}`);
        const telling = { type: 'contribution-dispute-answered', at, name: disputeId } as const;
        const explanation = [outcomeInWords[answer.outcome], answer.reasons];
        return [
          disputeDone(caseId, dispute.disputeId),
          tellOnCaseWrite(held, { ...telling, explanation }, ports),
        ];
      },
    });
  },
});

const outcomeInWords: Readonly<Record<DisputeAnswer['outcome'], string>> = {
  stands: 'The statement stands as it is.',
  'put-right': 'The statement was wrong. What is taken off stands on your next statement.',
  withdrawn: 'You told us that you do not ask any more.',
};
