import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import {
  BalanceChangeDecision,
  BalanceChangeProposed,
  type DecidedBalance,
  decideBalanceChange,
  proposeBalanceChange,
} from '#shared/domain/contribution-account/debt/change-balance.ts';
import { entryOfRefund, entryOfWriteOff } from '#shared/domain/ledger/entry-of-contribution.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { askForSecondKey, secondKeyTurned } from '../../payments/second-key-task.ts';
import type { Ports } from '../../ports.ts';
import { AccountAnswer, accountCommand, changeAccount } from '../change-account.ts';

type AccountPorts = Pick<Ports, 'table' | 'council' | 'system'>;

export const balanceChangeProposed = staffOperation({
  ...accountCommand,
  id: 'propose-contribution-balance-change',
  path: '/contribution-accounts/{caseId}/balance-changes',
  roles: ['finance-officer'],
  summary: 'Propose to write off what is owed, or to pay a credit back; somebody else decides',
  body: BalanceChangeProposed,
  answer: AccountAnswer,
  handle: (request, ports: AccountPorts) =>
    changeAccount(request, ports, {
      decide: (account, moment) => proposeBalanceChange(account, request.body, moment),
      also: ({ next: { proposal } }, { aggregateId: caseId }, at) =>
        proposal ? [askForSecondKey(proposalOf(caseId, proposal.event), { at, ...ports })] : [],
    }),
});

export const balanceChangeDecided = staffOperation({
  ...accountCommand,
  id: 'decide-contribution-balance-change',
  path: '/contribution-accounts/{caseId}/balance-changes/decision',
  roles: ['finance-approver', 'head-of-service'],
  summary: 'Approve or reject a write-off or a refund that somebody else proposed',
  body: BalanceChangeDecision,
  answer: AccountAnswer,
  handle: (request, ports: AccountPorts) =>
    changeAccount<DecidedBalance>(request, ports, {
      decide: (account, moment) => decideBalanceChange(account, request.body, moment),
      also({ moved }, { aggregateId: caseId }, at) {
        const { proposal } = request.body;
        const decided = secondKeyTurned(proposalOf(caseId, proposal));
        if (!moved) return [decided];
        const on = civilDateInLondon(at);
        const entryId = derivedId([moved.kind, caseId, String(proposal)]);
        const entry = { entryId, caseId, on, pence: moved.pence };
        const of = moved.kind === 'refund' ? entryOfRefund : entryOfWriteOff;
        return [decided, ...bookedWrites(of(entry), on)];
      },
    }),
});

function proposalOf(caseId: string, event: number) {
  return { step: 'decide-balance-change', caseId, event } as const;
}
