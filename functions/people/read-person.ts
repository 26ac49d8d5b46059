import * as z from 'zod';
import { Id, inOrder, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonParams, PersonRecords } from '#shared/contracts/person-answer.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { PersonDetails } from '#shared/domain/person/person-details.ts';
import { PossibleDuplicate } from '#shared/domain/person/person-state.ts';
import { casesOfPerson } from '#shared/stores/people/person-store.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';

const PersonView = z
  .strictObject({
    personId: Id,
    details: PersonDetails,
    cases: z.array(Id),
    records: PersonRecords,
    /** Opened from a contact, and nobody has looked yet whether the person is known. */
    isProvisional: z.boolean(),
    /** Records that may be the same person's, to be compared. */
    possibleDuplicates: z.array(PossibleDuplicate),
    /** The record that took this one over: everything is done there, and this one is as it was. */
    mergedInto: Id.nullable(),
    /** The records that this one took over. */
    merged: z.array(Id),
  })
  .meta({ id: 'PersonView' });

export const readPerson = staffOperation({
  id: 'read-person',
  method: 'GET',
  path: '/people/{personId}',
  tag: 'People',
  roles: everyCaseRole,
  summary: 'What is known of a person, and their cases, the newest first',
  params: PersonParams,
  query: NoQuery,
  answer: PersonView,
  async handle({ params }, ports: Pick<Ports, 'people' | 'table'>) {
    const person = await ports.people.last(params.personId);
    if (!person) return refuse('not-found', 'There is no such person.');
    const cases = await casesOfPerson(ports.table, params.personId);
    const {
      recent: _recent,
      notDuplicates: _apart,
      holdsNhsNumber: _holds,
      ...known
    } = person.after;
    const { personId } = params;
    return accept({
      status: 200,
      version: person.sequence,
      body: { ...known, personId, cases, records: inOrder(known.records) },
    });
  },
});
