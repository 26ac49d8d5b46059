import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PaymentPause, pausePayments } from '#shared/domain/pause/pause-payments.ts';
import { PaymentRestart, restartPayments } from '#shared/domain/pause/restart-payments.ts';
import { AgreementAnswer, AgreementParams } from '../../personal-budget/change-agreement.ts';
import { type RearrangingPorts, rearrangeDays } from './rearrange-days.ts';

export const pauseAgreementPayments = staffOperation({
  id: 'pause-payments',
  method: 'POST',
  path: '/agreements/{agreementId}/pauses',
  tag: 'Payments',
  roles: ['practitioner', 'team-manager', 'duty-manager'],
  summary: 'Pause what is paid from a day until another, with what is kept up meanwhile',
  creates: true,
  params: AgreementParams,
  query: NoQuery,
  body: PaymentPause,
  answer: AgreementAnswer,
  handle: (request, ports: RearrangingPorts) =>
    rearrangeDays(request, ports, (agreement, head, moment) => {
      const { retainedWeeksMax } = ports.council.directPayments;
      return pausePayments(agreement, head, { input: request.body, retainedWeeksMax }, moment);
    }),
});

export const restartAgreementPayments = staffOperation({
  id: 'restart-payments',
  method: 'POST',
  path: '/agreements/{agreementId}/pauses/restart',
  tag: 'Payments',
  roles: ['practitioner', 'team-manager', 'duty-manager', 'finance-officer'],
  summary: 'End a pause before its day: somebody else than who recorded it, because more is paid',
  params: AgreementParams,
  query: NoQuery,
  body: PaymentRestart,
  answer: AgreementAnswer,
  handle: (request, ports: RearrangingPorts) =>
    rearrangeDays(request, ports, (agreement, head, moment) =>
      restartPayments(agreement, head, request.body, moment),
    ),
});
