import * as z from 'zod';
import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonParams } from '#shared/contracts/person-answer.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  agreeingFields,
  comparePeople,
  describePerson,
  MatchField,
  scoreOf,
} from '#shared/domain/person/compare-people.ts';
import { isSame } from '#shared/domain/person/is-same.ts';
import { detailFields, type PersonDetails } from '#shared/domain/person/person-details.ts';
import { summariesOf } from '#shared/stores/people/person-summary.ts';
import type { Ports } from '../../ports.ts';
import { recordKeepers } from '../people-roles.ts';

const ComparedField = z.strictObject({
  field: z.enum(detailFields),
  likeness: z.enum(['same', 'different', 'missing']),
  this: z.unknown(),
  other: z.unknown(),
});

const PossibleDuplicates = z
  .strictObject({
    personId: Id,
    /** The version of this record's details: what a decision asks for in If-Match. */
    version: z.int().positive(),
    mergedInto: Id.nullable(),
    duplicates: z.array(
      z.strictObject({
        personId: Id,
        /** The version of the other record's details, which a merge asks for. */
        version: z.int().positive(),
        score: z.int(),
        agree: z.array(MatchField),
        fields: z.array(ComparedField),
      }),
    ),
    notDuplicates: z.array(Id),
  })
  .meta({ id: 'PossibleDuplicates' });

export const readDuplicates = staffOperation({
  id: 'read-duplicates',
  method: 'GET',
  path: '/people/{personId}/duplicates',
  tag: 'People',
  roles: recordKeepers,
  summary: 'Records that may be the same person’s, side by side with this one',
  params: PersonParams,
  query: NoQuery,
  answer: PossibleDuplicates,
  async handle({ params }, ports: Pick<Ports, 'people' | 'table' | 'council'>) {
    const { personId } = params;
    const person = await ports.people.last(personId);
    if (!person) return refuse('not-found', 'There is no such person.');
    const { details, records, mergedInto, notDuplicates, possibleDuplicates } = person.after;
    const flagged = possibleDuplicates.map((flag) => flag.personId);
    const others = await summariesOf(ports.table, flagged);
    const rule = ports.council.duplicates;
    const duplicates = others.flatMap((other) => {
      // What was merged elsewhere since is compared through the record that goes on.
      if (other.mergedInto !== null) return [];
      const [own, theirs] = [describePerson(details), describePerson(other.details)];
      const likeness = comparePeople(own, theirs, rule.similarNames);
      return {
        personId: other.personId,
        version: other.version,
        score: scoreOf(likeness, rule),
        agree: agreeingFields(likeness),
        fields: sideBySide(details, other.details),
      };
    });
    const version = records.details ?? 1;
    return accept({
      status: 200,
      version,
      body: { personId, version, mergedInto, duplicates, notDuplicates },
    });
  },
});

function sideBySide(own: PersonDetails, other: PersonDetails): z.infer<typeof ComparedField>[] {
  return detailFields.flatMap((field) => {
    const [a, b] = [own[field] ?? null, other[field] ?? null];
    if (a === null && b === null) return [];
    const isMissing = a === null || b === null;
    const likeness = isMissing ? 'missing' : isSame(a, b) ? 'same' : 'different';
    return [{ field, likeness, this: a, other: b }];
  });
}
