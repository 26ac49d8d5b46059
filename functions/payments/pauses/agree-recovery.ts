import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { agreeOnRecovery, RecoveryTerms } from '#shared/domain/pause/agree-recovery.ts';
import { AgreementAnswer, AgreementParams } from '../../personal-budget/change-agreement.ts';
import { type RearrangingPorts, rearrangeDays } from './rearrange-days.ts';

export const agreeRecovery = staffOperation({
  id: 'agree-recovery',
  method: 'POST',
  path: '/agreements/{agreementId}/recovery',
  tag: 'Payments',
  roles: ['finance-officer', 'practitioner', 'team-manager'],
  summary: 'Record how much of a payment the payee agreed is taken off for what was paid too much',
  params: AgreementParams,
  query: NoQuery,
  body: RecoveryTerms,
  answer: AgreementAnswer,
  handle: (request, ports: RearrangingPorts) =>
    rearrangeDays(request, ports, (agreement, head, moment) =>
      agreeOnRecovery(agreement, head, request.body, moment),
    ),
});
