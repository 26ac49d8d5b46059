import type { Council } from '#shared/council/schema.ts';
import {
  agreeingFields,
  comparePeople,
  describePerson,
  scoreOf,
} from '#shared/domain/person/compare-people.ts';
import { findKeysOf } from '#shared/domain/person/find-keys.ts';
import { isSame } from '#shared/domain/person/is-same.ts';
import type { PersonState, PossibleDuplicate } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { type IndexPorts, pointedBy } from '#shared/stores/people/person-index.ts';
import { summariesOf } from '#shared/stores/people/person-summary.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../ports.ts';

export type FlaggingPorts = Pick<Ports, 'people'> & IndexPorts & { readonly council: Council };

const flaggedMax = 10;
// The batch in which summaries are read is a hundred; few people have more than three names.
const pointedMax = 14;
const namesMax = 3;
const attemptsMax = 3;

/** Flags the records that may be the same person's once somebody's details were written: on their own
 * record and on each of the others. It goes by how the records stand now, so that it may be done
 * again, and takes flags away that no longer hold. */
export async function flagDuplicatesOf(
  event: RecordedEvent<PersonState>,
  ports: FlaggingPorts,
): Promise<void> {
  if (event.after.records.details !== event.sequence) return;
  const own = await ports.people.last(event.aggregateId);
  if (!own) throw new Error(`no person ${event.aggregateId}`);
  const found = await candidatesOf(own, ports);
  const before = own.after.possibleDuplicates.map(({ personId }) => personId);
  await setFlags(own, event, ports, () => found);
  for (const otherId of new Set([...before, ...found.map(({ personId }) => personId)])) {
    const flag = found.find(({ personId }) => personId === otherId);
    const other = await ports.people.last(otherId);
    if (!other || other.after.mergedInto !== null) continue;
    await setFlags(other, event, ports, (flags) => [
      ...flags.filter(({ personId }) => personId !== own.aggregateId),
      ...(flag ? [{ ...flag, personId: own.aggregateId }] : []),
    ]);
  }
}

async function candidatesOf(
  { aggregateId, after }: RecordedEvent<PersonState>,
  ports: FlaggingPorts,
): Promise<PossibleDuplicate[]> {
  const keys = findKeysOf(after);
  const { council, table } = ports;
  const rule = council.duplicates;
  const bornOn = keys.dateOfBirth;
  const limit = pointedMax;
  const facts = [
    { kind: 'nhs-number', value: keys.nhsNumber },
    { kind: 'birth', value: keys.dateOfBirth },
    { kind: 'postcode', value: keys.postcode },
    { kind: 'uprn', value: keys.uprn },
    ...keys.names.slice(0, namesMax).map((value) => ({ kind: 'name', value, bornOn }) as const),
  ] as const;
  const pointed = await Promise.all(
    facts.flatMap(({ value, ...fact }) =>
      value === undefined ? [] : [pointedBy(ports, { ...fact, value, limit })],
    ),
  );
  const apart = new Set([aggregateId, ...after.notDuplicates]);
  const ids = [...new Set(pointed.flatMap(({ personIds }) => personIds))];
  const others = await summariesOf(
    table,
    ids.filter((id) => !apart.has(id)),
  );
  const own = describePerson(after.details);
  const found = others.flatMap(({ personId, details }) => {
    const likeness = comparePeople(own, describePerson(details), rule.similarNames);
    const score = scoreOf(likeness, rule);
    return score < rule.threshold ? [] : [{ personId, score, agree: agreeingFields(likeness) }];
  });
  return best(found, after);
}

/** Writes the flags of one record, if they are not those it has. */
async function setFlags(
  read: RecordedEvent<PersonState>,
  cause: RecordedEvent<PersonState>,
  { people }: FlaggingPorts,
  flagsOf: (flags: readonly PossibleDuplicate[]) => PossibleDuplicate[],
): Promise<void> {
  let last: RecordedEvent<PersonState> | undefined = read;
  for (let attempt = 1; last && attempt <= attemptsMax; attempt += 1) {
    const { after, aggregateId } = last;
    const flags = best(flagsOf(after.possibleDuplicates), after);
    if (after.mergedInto !== null || isSame(flags, after.possibleDuplicates)) return;
    const written = await people.append(last, {
      id: derivedId(['possible-duplicate-flagged', cause.id, aggregateId]),
      aggregateId,
      type: 'possible-duplicate-flagged',
      at: cause.at,
      actor: { id: 'case-stream', role: 'service' },
      request: null,
      body: { possibleDuplicates: flags },
      after: { ...after, possibleDuplicates: flags },
    });
    if (written.appended) return;
    last = await people.last(aggregateId);
  }
  throw new Error('a possible duplicate could not be flagged');
}

function best(flags: readonly PossibleDuplicate[], { notDuplicates }: PersonState) {
  return flags
    .filter(({ personId }) => !notDuplicates.includes(personId))
    .sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1))
    .slice(0, flaggedMax);
}
