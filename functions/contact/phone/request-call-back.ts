import { CaseAnswer, CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CallBackRequest, requestCallBack } from '#shared/domain/call-back/request-call-back.ts';
import { openDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { changeCase } from '../../cases/change-case.ts';
import type { Ports } from '../../ports.ts';
import { callBackIdOf, callBackTask } from './call-back-task.ts';
import { whatIsSafeToCall } from './safe-number.ts';

export const callBackRequest = staffOperation({
  id: 'request-call-back',
  method: 'POST',
  path: '/cases/{caseId}/call-backs',
  tag: 'Contact',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Promise somebody a call, which then stands in a queue until it is made',
  creates: true,
  params: CaseParams,
  query: NoQuery,
  body: CallBackRequest,
  answer: CaseAnswer.extend({ callBackId: Id }).meta({ id: 'CallBackAnswer' }),
  handle(request, ports: Ports) {
    const { body } = request;
    const { caseId } = request.params;
    return changeCase(
      request,
      ports,
      async (state, moment) => {
        const id = callBackIdOf(caseId, moment.event);
        const { teams } = ports.council;
        const settings = { id, teams, ...(await whatIsSafeToCall(state, ports)) };
        return requestCallBack(state, body, settings, moment);
      },
      {
        also: async ({ next: state }, _before, at) => {
          const callBackId = state.callBacks?.at(-1)?.id ?? '';
          const team = body.team ?? state.team;
          return [openDeskTask(callBackTask({ caseId, state, callBackId, by: body.by, team, at }))];
        },
        told: ({ sequence }) => ({ callBackId: callBackIdOf(caseId, sequence) }),
      },
    );
  },
});
