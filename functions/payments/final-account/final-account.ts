import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
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
import { refuse } from '#shared/domain/outcome.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import {
  AgreementAnswer,
  AgreementParams,
  changeAgreement,
} from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { holdBackStuck, paidUntilNow, stuckPayments } from './paid-until-now.ts';

type AccountPorts = Pick<Ports, 'table' | 'agreements' | 'runs' | 'council' | 'system'>;

const nothingPaid = () => refuse('wrong-stage', 'Nothing was paid to this agreement.');

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
        return head ? decideFinalAccount(agreement, head, request.body, moment) : nothingPaid();
      },
      also: async ({ head, settled }, last, { at }) => {
        if (!head || !settled) return [];
        const entryId = derivedId(['final-account', last.aggregateId]);
        const today = civilDateInLondon(at);
        const entry = entryOfFinalAccount(entryId, head, settled, today);
        return [changedHeadWrite(head, {}), ...(entry ? bookedWrites(entry, today) : [])];
      },
    });
  },
});
