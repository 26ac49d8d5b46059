import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { proposeReclaim, ReclaimProposal } from '#shared/domain/reclaim/propose-reclaim.ts';
import {
  AgreementAnswer,
  AgreementParams,
  changeAgreement,
} from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { paidUntilNow } from '../final-account/paid-until-now.ts';
import { askForSecondKey } from '../second-key-task.ts';

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
        const paid = await paidUntilNow(ports.table, request.params.agreementId);
        return paid
          ? proposeReclaim(agreement, request.body, paid, moment)
          : refuse('wrong-stage', 'Nothing was paid to this agreement.');
      },
      also: async (_change, last, { at }) => {
        const proposal = {
          step: 'decide-reclaim',
          caseId: last.after.caseId,
          of: { agreementId: last.aggregateId },
          event: last.sequence + 1,
        } as const;
        return [askForSecondKey(proposal, { at, council: ports.council })];
      },
    });
  },
});
