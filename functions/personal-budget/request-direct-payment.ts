import * as z from 'zod';
import { CaseAnswer, CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  DirectPaymentRequest,
  openAgreement,
  requestDirectPayment,
} from '#shared/domain/agreement/request-direct-payment.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { askForActivation } from './activation-task.ts';
import { renewalOver } from './renewal-task.ts';

/** The agreement that begins with it; null where the request is refused in writing. */
const DirectPaymentAnswer = CaseAnswer.extend({ agreementId: Id.nullable() }).meta({
  id: 'DirectPaymentAnswer',
});
const Begun = z.looseObject({ agreementId: z.string() });

export const askForDirectPayment = staffOperation({
  id: 'request-direct-payment',
  method: 'POST',
  path: '/cases/{caseId}/direct-payments',
  tag: 'Direct payments',
  roles: ['practitioner', 'team-manager'],
  summary: 'Decide a request for a direct payment: every condition answered, a refusal in writing',
  creates: true,
  params: CaseParams,
  query: NoQuery,
  body: DirectPaymentRequest,
  answer: DirectPaymentAnswer,
  handle(request, ports: Ports) {
    const { caseId } = request.params;
    const idOf = (event: number) => derivedId(['agreement', caseId, String(event)]);
    return changeCase(
      request,
      ports,
      (state, moment) => requestDirectPayment(state, request.body, idOf(moment.event), moment),
      {
        also: async ({ next }, state, at) => {
          const agreementId = next.agreements.at(-1);
          const part = next.plan?.parts.find((each) => each.agreementId === agreementId);
          const decided = renewalOver(caseId, request.body.partId);
          // A refusal in writing begins no agreement.
          if (!agreementId || !part || state.agreements.includes(agreementId)) return [decided];
          const isLive = next.live?.parts.some((each) => each.agreementId === agreementId);
          const opening = { at, council: ports.council };
          const event = {
            id: agreementId,
            aggregateId: agreementId,
            type: 'agreement-requested',
            at,
            actor: { id: request.caller.id, role: request.actingAs },
            request: null,
            body: { caseId, partId: part.id, conditions: request.body.conditions },
            after: openAgreement(caseId, part),
          };
          return [
            ports.agreements.asWrite(undefined, event),
            decided,
            ...(isLive ? askForActivation(caseId, next, opening, [agreementId]) : []),
          ];
        },
        told: ({ body }) => ({ agreementId: Begun.safeParse(body).data?.agreementId ?? null }),
      },
    );
  },
});
