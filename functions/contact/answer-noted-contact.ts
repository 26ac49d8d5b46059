import { CaseAnswer, CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { answerNotedContact, NotedContactAnswer } from '#shared/domain/contact/noted-contact.ts';
import { deskTaskDone } from '#shared/stores/cases/desk-task-store.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const notedContactAnswer = staffOperation({
  id: 'answer-noted-contact',
  method: 'POST',
  path: '/cases/{caseId}/contacts-noted/{fromCaseId}/answer',
  tag: 'Contact',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Say what was done about a contact that was noted on an open case',
  params: CaseParams.extend({ fromCaseId: Id }),
  query: NoQuery,
  body: NotedContactAnswer,
  answer: CaseAnswer,
  handle: (request, ports: Ports) => {
    const { caseId, fromCaseId } = request.params;
    return changeCase(
      request,
      ports,
      (state) => answerNotedContact(state, fromCaseId, request.body),
      {
        also: async () => [
          deskTaskDone({ aggregateId: caseId, step: 'answer-contact', taskId: fromCaseId }),
        ],
      },
    );
  },
});
