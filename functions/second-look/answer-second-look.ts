import { CaseAnswer, CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  answerSecondLook,
  SecondLookAnswer,
} from '#shared/domain/second-look/answer-second-look.ts';
import { findSecondLook, stepOf } from '#shared/domain/second-look/second-look.ts';
import {
  deskTaskChanged,
  deskTaskDone,
  findDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { taskDue } from '../workflow/task-address.ts';
import { secondLookTaskName } from './second-look-task-name.ts';

export const SecondLookParams = CaseParams.extend({ secondLookId: Id });

export const secondLookAnswer = staffOperation({
  id: 'answer-second-look',
  method: 'POST',
  path: '/cases/{caseId}/second-looks/{secondLookId}/answer',
  tag: 'Second look',
  roles: ['team-manager', 'head-of-service', 'finance-officer', 'finance-approver'],
  summary: 'Say what came of a second look, by somebody who took no part in the decision',
  params: SecondLookParams,
  query: NoQuery,
  body: SecondLookAnswer,
  answer: CaseAnswer,
  handle(request, ports: Ports) {
    const { body, caller } = request;
    const { caseId, secondLookId: id } = request.params;
    const { council, system, table } = ports;
    return changeCase(
      request,
      ports,
      (state, moment) => {
        const step = stepOf[findSecondLook(state, id)?.about ?? 'eligibility'];
        const opening = { at: system.now(), isUrgent: state.isUrgent, council };
        const decideAgainBy = taskDue(step, opening);
        const looking = { id, roles: caller.roles, decideAgainBy };
        return answerSecondLook(state, body, looking, moment);
      },
      {
        also: async ({ next }) => {
          const name = secondLookTaskName(caseId, { id });
          const found = findSecondLook(next, id);
          const isTakenAnewHere =
            found?.look.status === 'decide-again' && found.about !== 'eligibility';
          if (!isTakenAnewHere) return [deskTaskDone(name)];
          // One entry stands in the queue: now it asks for the decision anew.
          const task = await findDeskTask(table, name);
          return task ? [deskTaskChanged(task, { due: found.look.due, claimedBy: null })] : [];
        },
      },
    );
  },
});
