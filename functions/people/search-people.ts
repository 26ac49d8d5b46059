import * as z from 'zod';
import { Id, NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { Council } from '#shared/council/schema.ts';
import { accept } from '#shared/domain/outcome.ts';
import { MatchField } from '#shared/domain/person/compare-people.ts';
import { nameKey } from '#shared/domain/person/names.ts';
import { PersonDetails } from '#shared/domain/person/person-details.ts';
import { describeSought, matchOf, PersonSearch } from '#shared/domain/person/search-people.ts';
import { type IndexPorts, type Pointed, pointedBy } from '#shared/stores/people/person-index.ts';
import { type PersonSummary, summariesOf } from '#shared/stores/people/person-summary.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';

// One batch of summaries answers a search: two values point to half of it each.
const pointedMax = 50;
const foundMax = 25;

const FoundPerson = z.strictObject({
  personId: Id,
  match: z.enum(['exact', 'possible']),
  score: z.int().nonnegative(),
  /** The facts that agree, wholly or nearly. */
  agree: z.array(MatchField),
  details: PersonDetails,
  /** Opened from a contact, and nobody has looked yet whether the person is known. */
  isProvisional: z.boolean(),
});
type FoundPerson = z.infer<typeof FoundPerson>;

const FoundPeople = z
  .strictObject({
    people: z.array(FoundPerson),
    /** There are more than are shown: search by more. */
    isCut: z.boolean(),
  })
  .meta({ id: 'FoundPeople' });

/** A search is a POST, so that nothing about anybody stands in a URL. */
export const searchPeople = staffOperation({
  id: 'search-people',
  method: 'POST',
  path: '/people/search',
  tag: 'People',
  roles: [...everyCaseRole, 'administrator'],
  summary: 'Find a person: exact matches first, then possible ones, with what agrees',
  params: NoParams,
  query: NoQuery,
  body: PersonSearch,
  answer: FoundPeople,
  async handle({ body }, ports: IndexPorts & Pick<Ports, 'council'>) {
    if (body.by === 'person-id') {
      const people = await findById(body.personId, ports);
      return accept({ status: 200, body: { people, isCut: false } });
    }
    const pointed = await pointedBySearch(body, ports);
    const ids = [...new Set(pointed.flatMap(({ personIds }) => personIds))];
    const people = rank(body, await summariesOf(ports.table, ids), ports.council);
    const isCut = people.length > foundMax || pointed.some((each) => each.isCut);
    return accept({ status: 200, body: { people: people.slice(0, foundMax), isCut } });
  },
});

/** The record with this id, or the one that took it over. */
async function findById(personId: string, { table }: IndexPorts): Promise<FoundPerson[]> {
  const [found] = await summariesOf(table, [personId]);
  const into = found?.mergedInto ?? null;
  const [person] = into === null ? [found] : await summariesOf(table, [into]);
  return person ? [{ ...shown(person), match: 'exact', score: 0, agree: [] }] : [];
}

/** The people to whom the facts of a search point: one query for each, and there are two at most. */
function pointedBySearch(search: PersonSearch, ports: IndexPorts): Promise<Pointed[]> {
  const bornOn = 'dateOfBirth' in search ? search.dateOfBirth : undefined;
  const facts = [
    'nhsNumber' in search && ({ kind: 'nhs-number', value: search.nhsNumber } as const),
    'uprn' in search && ({ kind: 'uprn', value: search.uprn } as const),
    'givenName' in search && ({ kind: 'name', value: nameKey(search), bornOn } as const),
    bornOn !== undefined && ({ kind: 'birth', value: bornOn } as const),
    'postcode' in search && ({ kind: 'postcode', value: search.postcode } as const),
  ];
  return Promise.all(
    facts.flatMap((fact) => (fact ? [pointedBy(ports, { ...fact, limit: pointedMax })] : [])),
  );
}

function rank(
  search: PersonSearch,
  candidates: readonly PersonSummary[],
  council: Council,
): FoundPerson[] {
  const sought = describeSought(search);
  return candidates
    .flatMap((candidate) => {
      const match = matchOf(sought, candidate.details, council.duplicates);
      return match ? [{ ...shown(candidate), ...match, agree: [...match.agree] }] : [];
    })
    .sort((a, b) => (a.match === b.match ? b.score - a.score : a.match === 'exact' ? -1 : 1));
}

function shown({ personId, details, isProvisional }: PersonSummary) {
  return { personId, details, isProvisional };
}
