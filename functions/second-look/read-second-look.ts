import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { SecondLookAnswer } from '#shared/domain/second-look/answer-second-look.ts';
import { SecondLookRequest } from '#shared/domain/second-look/ask-for-second-look.ts';
import { findSecondLook, SecondLook } from '#shared/domain/second-look/second-look.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';
import { SecondLookParams } from './answer-second-look.ts';

// As their events hold them, beside what was worked out from them.
const Asked = SecondLookRequest.strip();
const [upheld, changed, withdrawn] = SecondLookAnswer.options;
const Answered = z.discriminatedUnion('result', [
  upheld.strip(),
  changed.strip(),
  withdrawn.strip(),
]);

const SecondLookView = z
  .strictObject({
    ...SecondLook.omit({ asked: true, answered: true }).shape,
    asked: SecondLookRequest,
    answer: SecondLookAnswer.nullable(),
  })
  .meta({ id: 'SecondLookView' });

export const readSecondLook = staffOperation({
  id: 'read-second-look',
  method: 'GET',
  path: '/cases/{caseId}/second-looks/{secondLookId}',
  tag: 'Second look',
  roles: everyCaseRole,
  summary: 'What the person says is wrong with a decision, and what came of the second look',
  params: SecondLookParams,
  query: NoQuery,
  answer: SecondLookView,
  async handle({ params }, { cases }: Pick<Ports, 'cases'>) {
    const { caseId, secondLookId } = params;
    const last = await cases.last(caseId);
    const found = last && findSecondLook(last.after, secondLookId);
    if (!found) return refuse('not-found', 'No such second look was asked for on this case.');
    const { asked, answered, ...look } = found.look;
    const [request, answer] = await Promise.all([
      cases.at(caseId, asked),
      answered === null ? undefined : cases.at(caseId, answered),
    ]);
    return accept({
      status: 200,
      body: {
        ...look,
        asked: Asked.parse(request?.body),
        answer: answer ? Answered.parse(answer.body) : null,
      },
    });
  },
});
