import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer } from '#shared/contracts/person-answer.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { refuseTakenNumber } from '#shared/domain/person/change-details.ts';
import { PersonDetails } from '#shared/domain/person/person-details.ts';
import { newPerson } from '#shared/domain/person/person-state.ts';
import { holderOfNhsNumber, personIndexWrites } from '#shared/stores/people/person-index.ts';
import { canonicalJson, derivedId, sha256 } from '#shared/stores/table/digest.ts';
import { refusalOfDistrict } from '../information/directory/unknown-districts.ts';
import type { Ports } from '../ports.ts';
import { recordKeepers } from './people-roles.ts';

const NewPerson = z
  .strictObject({
    details: PersonDetails,
    /** Where these details come from. */
    reason: z.string().trim().min(1).max(2_000),
  })
  .meta({
    id: 'NewPerson',
    examples: [
      {
        details: { givenName: 'Marigold', familyName: 'Quillfeather', dateOfBirth: '1944-03-09' },
        reason: 'Referred by her GP; searched, and nobody was found.',
      },
    ],
  });

export const registerPerson = staffOperation({
  id: 'register-person',
  method: 'POST',
  path: '/people',
  tag: 'People',
  roles: recordKeepers,
  summary: 'Open the record of somebody whom a search has not found',
  creates: true,
  params: NoParams,
  query: NoQuery,
  body: NewPerson,
  answer: PersonAnswer,
  answerStatus: 201,
  async handle(
    request,
    ports: Pick<Ports, 'people' | 'table' | 'pseudonyms' | 'system' | 'council'>,
  ) {
    const { details, reason } = request.body;
    const refused = await refusalOfDistrict(details, ports);
    if (refused) return refused;
    const personId = derivedId(['person', ...request.scope, request.idempotencyKey ?? '']);
    const digest = sha256(canonicalJson(request.body));
    const number = details.nhsNumber;
    const numberHolder = number && (await holderOfNhsNumber(ports, number));
    if (numberHolder && numberHolder !== personId) return refuseTakenNumber(numberHolder);
    const after = newPerson(details);
    const result = await ports.people.append(
      undefined,
      {
        id: personId,
        aggregateId: personId,
        type: 'person-registered',
        at: ports.system.now(),
        actor: { id: request.caller.id, role: request.actingAs },
        request: digest,
        body: { reason },
        after,
      },
      await personIndexWrites(ports.pseudonyms, [{ personId, after }]),
    );
    if (!result.appended) return refuse('lost-race', 'Try again.');
    if (result.event.request !== digest) {
      return refuse('idempotency-key-reused', 'Use a new Idempotency-Key for a different person.');
    }
    return accept({
      status: 201,
      location: `/people/${personId}`,
      version: 1,
      body: { personId, event: 1, records: after.records },
    });
  },
});
