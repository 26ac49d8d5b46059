import { CaseAnswer, CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CaseTransfer, transferCase } from '#shared/domain/case/tasks/transfer-case.ts';
import { openDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { changeCase } from '../../cases/change-case.ts';
import { movedTasks } from '../../cases/tasks/move-tasks.ts';
import type { Ports } from '../../ports.ts';
import { callBackIdOf, callBackTask } from './call-back-task.ts';
import { whatIsSafeToCall } from './safe-number.ts';

// Whoever takes the call promises none.
const nothingSaid = { safe: undefined, onRecord: null };

export const caseTransfer = staffOperation({
  id: 'transfer-case',
  method: 'POST',
  path: '/cases/{caseId}/transfers',
  tag: 'Contact',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Pass a call on to a team while the caller is on the line, or owe them a call',
  creates: true,
  params: CaseParams,
  query: NoQuery,
  body: CaseTransfer,
  answer: CaseAnswer.extend({
    /** Where nobody took the call. */
    callBackId: Id.optional(),
  }).meta({ id: 'TransferAnswer' }),
  handle(request, ports: Ports) {
    const { body } = request;
    const { caseId } = request.params;
    const owed = body.answer === 'not-taken' ? body.callBack : undefined;
    return changeCase(
      request,
      ports,
      async (state, moment) => {
        const id = callBackIdOf(caseId, moment.event);
        const { teams } = ports.council;
        const safety = owed ? await whatIsSafeToCall(state, ports) : nothingSaid;
        return transferCase(state, body, { id, teams, ...safety }, moment);
      },
      {
        also: async ({ next }, before, at) => {
          if (!owed) return movedTasks({ caseId, before, next }, ports);
          const callBackId = next.callBacks?.at(-1)?.id ?? '';
          const { team } = body;
          return [
            openDeskTask(callBackTask({ caseId, state: next, callBackId, by: owed.by, team, at })),
          ];
        },
        told: ({ sequence }) => (owed ? { callBackId: callBackIdOf(caseId, sequence) } : {}),
      },
    );
  },
});
