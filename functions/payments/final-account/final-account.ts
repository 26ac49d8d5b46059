import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import { hasDied } from '#shared/domain/case/ending/note-death.ts';
import {
  type DecidedAccount,
  decideFinalAccount,
  entryOfFinalAccount,
  FinalAccountDecision,
} from '#shared/domain/final-account/decide-final-account.ts';
import {
  FinalAccount,
  proposeFinalAccount,
} from '#shared/domain/final-account/propose-final-account.ts';
import { formatPounds } from '#shared/domain/money/pence.ts';
import { refuse } from '#shared/domain/outcome.ts';
import type { Reclaim } from '#shared/domain/reclaim/reclaim-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import {
  AgreementAnswer,
  AgreementParams,
  changeAgreement,
} from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { tellPayeeWrite } from '../monitoring/tell-payee.ts';
import { payByWrite, settledReclaimWrites } from '../reclaims/chase-reclaim.ts';
import { askForSecondKey, secondKeyTurned } from '../second-key-task.ts';
import { askToSettle, nothingToSettle } from './account-to-settle.ts';
import { holdBackStuck, paidUntilNow, stuckPayments } from './paid-until-now.ts';

type AccountPorts = Pick<Ports, 'table' | 'agreements' | 'cases' | 'runs' | 'council' | 'system'>;

const nothingPaid = () => refuse('wrong-stage', 'Nothing was paid to this agreement.');

function proposalOf({ aggregateId, after }: RecordedEvent<AgreementState>, event: number) {
  const { caseId } = after;
  const of = { agreementId: aggregateId };
  return { step: 'decide-final-account', caseId, of, event } as const;
}

/** The proposal that waited is decided, or another takes its place. */
function decidedWrites(last: RecordedEvent<AgreementState>): readonly TableWrite[] {
  const { finalAccount } = last.after;
  return finalAccount ? [secondKeyTurned(proposalOf(last, finalAccount.event))] : [];
}

/** What a final account asks back is told to the payee with its day; of somebody who has died, finance asks the
 * estate. */
async function askedBackWrites(
  owed: Reclaim,
  { aggregateId: agreementId, after }: RecordedEvent<AgreementState>,
  by: { readonly at: string; readonly actor: Actor },
  ports: AccountPorts,
): Promise<readonly TableWrite[]> {
  const held = await ports.cases.last(after.caseId);
  if (!held || hasDied(held.after)) return [payByWrite(agreementId, owed)];
  const explanation = [
    `Your direct payment has ended. By its final account ${formatPounds(owed.pence)} is to be paid back.`,
  ];
  const told = { agreementId, what: 'reclaim-confirmed', due: owed.payBy, explanation } as const;
  return [payByWrite(agreementId, owed), tellPayeeWrite(held, told, by, ports)];
}

export const proposeAccount = staffOperation({
  id: 'propose-final-account',
  method: 'POST',
  path: '/agreements/{agreementId}/final-account',
  tag: 'Payments',
  roles: ['finance-officer'],
  summary:
    'Propose the final account of an agreement that ended: lines with evidence, all else added up',
  params: AgreementParams,
  query: NoQuery,
  body: FinalAccount,
  answer: AgreementAnswer,
  handle(request, ports: AccountPorts) {
    const about = { input: request.body, calendar: ports.council.payCalendar };
    return changeAgreement(request, ports, {
      async decide(agreement, moment) {
        const { agreementId } = request.params;
        const paid = await paidUntilNow(ports.table, agreementId);
        if (!paid) return nothingPaid();
        const { head, payments } = paid;
        const stuck = await stuckPayments(payments, ports);
        const others = payments.filter((payment) => !stuck.includes(payment));
        const decided = proposeFinalAccount(agreement, { head, payments: others }, about, moment);
        if (stuck.length === 0 || !decided.accepted) return decided;
        await holdBackStuck({ head, payments: stuck }, ports);
        const now = await paidUntilNow(ports.table, agreementId);
        return now ? proposeFinalAccount(agreement, now, about, moment) : nothingPaid();
      },
      also: async (_change, last, { at }) => [
        ...decidedWrites(last),
        ...nothingToSettle({ caseId: last.after.caseId, agreementId: last.aggregateId }),
        askForSecondKey(proposalOf(last, last.sequence + 1), { at, council: ports.council }),
      ],
    });
  },
});

export const decideAccount = staffOperation({
  id: 'decide-final-account',
  method: 'POST',
  path: '/agreements/{agreementId}/final-account/decision',
  tag: 'Payments',
  roles: ['finance-approver', 'head-of-service'],
  summary: 'Approve the final account that somebody else proposed, or reject it',
  params: AgreementParams,
  query: NoQuery,
  body: FinalAccountDecision,
  answer: AgreementAnswer,
  handle(request, ports: AccountPorts) {
    return changeAgreement<DecidedAccount>(request, ports, {
      async decide(agreement, moment) {
        const head = await findHead(ports.table, request.params.agreementId);
        if (!head) return nothingPaid();
        const { payBackWithinDays: payWithinDays } = ports.council.directPayments;
        const about = { head, input: request.body, payWithinDays };
        return decideFinalAccount(agreement, about, moment);
      },
      also: async ({ head, settled, owed, next }, last, by) => {
        const decided = decidedWrites(last);
        const { aggregateId: agreementId, after: before } = last;
        const opening = { at: by.at, council: ports.council };
        if (!head || !settled) {
          return [...decided, askToSettle({ caseId: before.caseId, agreementId }, opening)];
        }
        const entryId = derivedId(['final-account', agreementId]);
        const today = civilDateInLondon(by.at);
        const entry = entryOfFinalAccount(entryId, head, settled, today);
        return [
          ...decided,
          changedHeadWrite(head, {}),
          ...(entry ? bookedWrites(entry, today) : []),
          ...(await settledReclaimWrites(ports.table, agreementId, { before, next })),
          ...(owed ? await askedBackWrites(owed, last, by, ports) : []),
        ];
      },
    });
  },
});
