import * as z from 'zod';
import type { Reply } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  type EqualityFacts,
  equalityQuestions,
  KeptEqualityFacts,
} from '#shared/domain/person/facts/equality.ts';
import {
  equalityWrite,
  eraseEqualityWrite,
  readEquality,
} from '#shared/stores/people/equality-store.ts';
import { canonicalJson } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../ports.ts';
import type { PersonRequest } from '../change-person.ts';
import { changeFacts } from './change-facts.ts';

export const EqualityAnswer = z
  .strictObject({
    /** Null where nothing was answered, or it was erased. */
    facts: KeptEqualityFacts.nullable(),
    questions: z.array(
      z.strictObject({
        field: z.string(),
        label: z.string(),
        why: z.string(),
        options: z.array(z.string()),
      }),
    ),
    note: z.string(),
  })
  .meta({ id: 'EqualityAnswer' });

const note =
  'Every question is voluntary. Nobody who decides about your support sees what you answer.';
const rule = 'Equality Act 2010 s149; UK GDPR art 9(2)(g)';

/** Keeps the answers; the history says that they were given, and not one of them. */
export async function keepEquality(
  request: PersonRequest & { readonly body: EqualityFacts },
  ports: Ports,
): Promise<Reply> {
  const { personId } = request.params;
  // An event keeps the digest of its request. There are so few answers that they could be found from
  // a plain one, so that the digest is taken of what is sealed with the service's own key.
  const sealed = await ports.pseudonyms.pointer('equality', [canonicalJson(request.body)]);
  return changeFacts(
    { ...request, body: { sealed } },
    ports,
    (next) => accept({ type: 'equality-facts-recorded', body: { rule }, next }),
    {
      also: async (_change, _state, at) => [
        equalityWrite(personId, { answers: request.body, recordedOn: civilDateInLondon(at) }),
      ],
    },
  );
}

export function eraseEquality(request: PersonRequest, ports: Ports): Promise<Reply> {
  return changeFacts(
    request,
    ports,
    (next) => accept({ type: 'equality-facts-erased', body: { rule: 'UK GDPR art 17' }, next }),
    { also: async () => [eraseEqualityWrite(request.params.personId)] },
  );
}

export async function showEquality(
  personId: string,
  ports: Pick<Ports, 'people' | 'table'>,
): Promise<Reply> {
  const facts = await readEquality(ports.table, personId);
  if (!facts && !(await ports.people.last(personId))) {
    return refuse('not-found', 'There is no such person.');
  }
  const body = { facts: facts ?? null, questions: equalityQuestions, note };
  return accept({ status: 200, body });
}
