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
import { paymentsOfAgreement } from '#shared/stores/money/payments/payment-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import {
  AgreementAnswer,
  AgreementParams,
  changeAgreement,
} from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';

type AccountPorts = Pick<Ports, 'table' | 'agreements' | 'council' | 'system'>;

// Some fifteen years of payments: no agreement has more.
const paymentsMax = 200;
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
    return changeAgreement(request, ports, {
      async decide(agreement, moment) {
        const page = { limit: paymentsMax };
        const paid = await paymentsOfAgreement(ports.table, request.params.agreementId, page);
        const { head, payments, next } = paid;
        if (!head) return nothingPaid();
        if (next !== undefined)
          throw new Error('an agreement has more payments than can be settled');
        const about = { input: request.body, calendar: ports.council.payCalendar };
        return proposeFinalAccount(agreement, { head, payments }, about, moment);
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
