import { CaseAnswer, CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  CallBackOutcome,
  nextTry,
  recordCallBack,
} from '#shared/domain/call-back/record-call-back.ts';
import {
  deskTaskChanged,
  deskTaskDone,
  findDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { changeCase } from '../../cases/change-case.ts';
import type { Ports } from '../../ports.ts';

export const callBackOutcome = staffOperation({
  id: 'record-call-back',
  method: 'POST',
  path: '/cases/{caseId}/call-backs/{callBackId}/outcome',
  tag: 'Contact',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Say what came of a call that was promised',
  params: CaseParams.extend({ callBackId: Id }),
  query: NoQuery,
  body: CallBackOutcome,
  answer: CaseAnswer,
  handle: (request, ports: Ports) => {
    const { caseId, callBackId } = request.params;
    const name = { aggregateId: caseId, step: 'call-back', taskId: callBackId } as const;
    return changeCase(
      request,
      ports,
      (state, moment) => recordCallBack(state, callBackId, request.body, moment),
      {
        also: async () => {
          const again = nextTry(request.body);
          if (again === undefined) return [deskTaskDone(name)];
          const task = await findDeskTask(ports.table, name);
          return task ? [deskTaskChanged(task, { due: again })] : [];
        },
      },
    );
  },
});
