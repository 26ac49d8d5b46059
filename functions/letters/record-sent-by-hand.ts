import { CaseAnswer, CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { SentByHand, sendByHand } from '#shared/domain/letters/send-by-hand.ts';
import { deskTaskDone } from '#shared/stores/cases/desk-task-store.ts';
import {
  findLetter,
  type LetterRecord,
  letterWrite,
} from '#shared/stores/front-door/letter-store.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

/** The record, the letter and the queue say in one moment that it is done. */
export const letterByHand = staffOperation({
  id: 'record-letter-by-hand',
  method: 'POST',
  path: '/cases/{caseId}/letters/{letterId}/sent-by-hand',
  tag: 'Letters',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Say that a letter has been sent by hand, read out or made in another format',
  params: CaseParams.extend({ letterId: Id }),
  query: NoQuery,
  body: SentByHand,
  answer: CaseAnswer,
  handle: (request, ports: Ports) => {
    const { caseId, letterId } = request.params;
    let letter: LetterRecord | undefined;
    return changeCase(
      request,
      ports,
      async (state, moment) => {
        letter = await findLetter(ports.table, caseId, letterId);
        return sendByHand(state, { letter, input: request.body }, moment);
      },
      {
        also: async () => {
          if (letter?.status !== 'by-hand') return [];
          const { on } = request.body;
          const sent = { ...letter, status: 'sent-by-hand', by: request.caller.id, on } as const;
          const task = { aggregateId: caseId, step: 'send-letter', taskId: letterId } as const;
          return [letterWrite(caseId, sent, letter), deskTaskDone(task)];
        },
      },
    );
  },
});
