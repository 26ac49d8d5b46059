import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { NhsNumber } from '../identity/nhs-number.ts';
import { Postcode } from '../identity/postcode.ts';
import { RecordId } from '../identity/record-id.ts';
import {
  agreeingFields,
  comparePeople,
  type Description,
  type DuplicateRule,
  describePerson,
  type MatchField,
  scoreOf,
} from './compare-people.ts';
import { type PersonDetails, Uprn } from './person-details.ts';

const Name = z.string().trim().min(1).max(200);

/** What a person is searched by: a number, or two facts that together are few people's. */
export const PersonSearch = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('nhs-number'), nhsNumber: NhsNumber }),
    z.strictObject({
      by: z.literal('name-and-birth'),
      givenName: Name,
      familyName: Name,
      dateOfBirth: CivilDate,
    }),
    z.strictObject({
      by: z.literal('name-and-postcode'),
      givenName: Name,
      familyName: Name,
      postcode: Postcode,
    }),
    z.strictObject({
      by: z.literal('birth-and-postcode'),
      dateOfBirth: CivilDate,
      postcode: Postcode,
    }),
    z.strictObject({ by: z.literal('uprn'), uprn: Uprn }),
    z.strictObject({ by: z.literal('person-id'), personId: RecordId }),
  ])
  .meta({
    id: 'PersonSearch',
    examples: [
      {
        by: 'name-and-birth',
        givenName: 'Marigold',
        familyName: 'Quillfeather',
        dateOfBirth: '1944-03-09',
      },
    ],
  });
export type PersonSearch = z.infer<typeof PersonSearch>;

/** The person searched for, as far as the search describes them. */
export function describeSought(search: PersonSearch): Description {
  switch (search.by) {
    case 'name-and-birth':
    case 'name-and-postcode': {
      const { by: _by, givenName, familyName, ...facts } = search;
      return { ...facts, names: [{ givenName, familyName }] };
    }
    case 'person-id':
      return { names: [] };
    default: {
      const { by: _by, ...facts } = search;
      return { ...facts, names: [] };
    }
  }
}

export interface Match {
  readonly match: 'exact' | 'possible';
  readonly score: number;
  readonly agree: readonly MatchField[];
}

/** How well a record answers a search: exactly where every fact asked for is the same, possibly where
 * the others are similar or not known; not at all where one is different. */
export function matchOf(
  sought: Description,
  details: PersonDetails,
  rule: DuplicateRule,
): Match | undefined {
  const likeness = comparePeople(sought, describePerson(details), rule.similarNames);
  const asked = comparePeople(sought, sought, rule.similarNames);
  const found = Object.entries(likeness).filter(([field]) =>
    Object.entries(asked).some(([name, is]) => name === field && is === 'same'),
  );
  if (found.some(([, is]) => is === 'different')) return undefined;
  const agree = agreeingFields(likeness);
  if (agree.length === 0) return undefined;
  const match = found.every(([, is]) => is === 'same') ? 'exact' : 'possible';
  return { match, score: scoreOf(likeness, rule), agree };
}
