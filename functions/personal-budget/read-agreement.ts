import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { refuse } from '#shared/domain/outcome.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { Ports } from '../ports.ts';
import { AgreementAnswer, AgreementParams, answerAgreement } from './change-agreement.ts';

type ReadingPorts = Pick<Ports, 'agreements' | 'table'>;

export const readAgreement = staffOperation({
  id: 'read-agreement',
  method: 'GET',
  path: '/agreements/{agreementId}',
  tag: 'Direct payments',
  roles: ['finance-officer', 'finance-approver', 'practitioner', 'team-manager', 'budget-manager'],
  summary: 'Read where a direct payment agreement stands',
  params: AgreementParams,
  query: NoQuery,
  answer: AgreementAnswer,
  async handle({ params: { agreementId } }, { agreements, table }: ReadingPorts) {
    const [last, head] = await Promise.all([
      agreements.last(agreementId),
      findHead(table, agreementId),
    ]);
    if (!last) return refuse('not-found', 'There is no such agreement.');
    const payStop = stopOf(last.after, head);
    return answerAgreement({ ...last, after: { ...last.after, payStop } });
  },
});

/** A death, its reversal and the end of the case stop payments where they leave, and not in the agreement's own
 * events. */
function stopOf({ payStop }: AgreementState, head: AgreementHead | undefined): string | null {
  const kind = head?.payStop?.kind;
  return kind === undefined || kind === 'bank-details' ? payStop : kind;
}
