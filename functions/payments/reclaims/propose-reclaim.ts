import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { sumPence } from '#shared/domain/money/pence.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { proposeReclaim, ReclaimProposal } from '#shared/domain/reclaim/propose-reclaim.ts';
import { paymentsOfAgreement } from '#shared/stores/money/payments/payment-store.ts';
import {
  AgreementAnswer,
  AgreementParams,
  changeAgreement,
} from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { askForDecision } from './reclaim-task.ts';

// More than thirty years of payments.
const paymentsMax = 500;

export const askBack = staffOperation({
  id: 'propose-reclaim',
  method: 'POST',
  path: '/agreements/{agreementId}/reclaims',
  tag: 'Monitoring',
  roles: ['finance-officer'],
  summary: 'Propose to ask money back: a surplus, or what was not spent as agreed',
  params: AgreementParams,
  query: NoQuery,
  body: ReclaimProposal,
  answer: AgreementAnswer,
  handle(request, ports: Ports) {
    return changeAgreement(request, ports, {
      async decide(agreement, moment) {
        const page = { limit: paymentsMax };
        const paid = await paymentsOfAgreement(ports.table, request.params.agreementId, page);
        if (!paid.head) return refuse('wrong-stage', 'Nothing was paid to this agreement.');
        const sent = paid.payments.filter(({ state }) => state === 'sent');
        const paidPence = sumPence(sent.map(({ amountPence }) => amountPence));
        const { costs } = paid.head;
        return proposeReclaim(agreement, request.body, { paidPence, costs }, moment);
      },
      also: async (_change, last, { at }) => {
        const proposal = {
          caseId: last.after.caseId,
          agreementId: last.aggregateId,
          event: last.sequence + 1,
        };
        return [askForDecision(proposal, { at, council: ports.council })];
      },
    });
  },
});
