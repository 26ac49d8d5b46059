import { isDeepStrictEqual } from 'node:util';
import { prepare, staff, standardJourney } from '../journey/standard-journey.ts';
import { patientPlayerOf } from './play-batch.ts';
import type { Side } from './side.ts';

/** Makes a side ready, plays one journey on it and answers with the person whose journeys follow. Sides
 * whose cases then stand differently did not do the same work, and are not compared. */
export async function makeReady(sides: readonly Side[]): Promise<ReadonlyMap<Side, string>> {
  const people = new Map<Side, string>();
  let first: unknown;
  for (const side of sides) {
    const player = patientPlayerOf(side);
    const personId = await prepare(player);
    const played = await standardJourney(player, personId, 'thin');
    const { state } = await played.send('read-case', { by: staff.adviser });
    const record = withoutIds(state);
    first ??= record;
    if (!isDeepStrictEqual(record, first)) {
      throw new Error(`${side.name} ended otherwise in ${unlike(record, first).join(', ')}`);
    }
    people.set(side, personId);
  }
  return people;
}

/** What a journey comes to: each side makes ids of its own, and only one keeps requests and lists there. */
function withoutIds(state: unknown): unknown {
  const { personId: _person, contactId: _contact, receipt: _receipt, ...others } = Object(state);
  const { recent: _recent, listedAt: _listedAt, besideCase: _beside, ...record } = others;
  return record;
}

function unlike(one: unknown, other: unknown): readonly string[] {
  const [a, b] = [new Map(Object.entries(Object(one))), new Map(Object.entries(Object(other)))];
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (name) => !isDeepStrictEqual(a.get(name), b.get(name)),
  );
}
