import type { Thickness } from '../journey/bodies.ts';
import {
  type CalledBy,
  expectAsSent,
  headersOf,
  operationNamed,
  type Player,
  type Sent,
} from '../journey/player.ts';
import { standardJourney } from '../journey/standard-journey.ts';
import { type Side, startAt } from './side.ts';

const answerWithinMs = 60_000;

/** Calls one side over HTTP, with tokens made once for each caller. */
export function playerOf({ url, issuer }: Side): Player {
  const tokens = new Map<CalledBy, string>();
  const tokenOf = (by: CalledBy): string => {
    const known = tokens.get(by);
    if (known !== undefined) return known;
    if (by === 'public' || 'resident' in by) throw new Error('only staff play this journey');
    const { id, roles, teams } = by;
    const request = { sub: id, roles: [...roles], teams: [...teams] };
    const token = issuer.sign(request, Date.parse(startAt));
    tokens.set(by, token);
    return token;
  };
  return {
    async call(operation, sent) {
      const { method, path } = operationNamed(operation);
      const answer = await fetch(url + addressOf(path, sent), {
        method,
        signal: AbortSignal.timeout(answerWithinMs),
        headers: { ...headersOf(sent), authorization: `Bearer ${tokenOf(sent.by)}` },
        ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
      });
      const body: unknown = await answer.json();
      expectAsSent(operation, sent, answer.status, body);
      return Object(body);
    },
  };
}

function addressOf(path: string, { params = {} }: Sent): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? '');
}

/** The same, waiting after each call until all that it led to is done. */
export function patientPlayerOf(side: Side): Player {
  const player = playerOf(side);
  return {
    async call(operation, sent) {
      const answer = await player.call(operation, sent);
      await side.whenIdle();
      return answer;
    },
  };
}

interface Batch {
  readonly personId: string;
  readonly journeys: number;
  readonly thickness: Thickness;
}

/** Plays so many journeys at once. Each waits after its contact until every contact of the batch has
 * become a case: one side opens the case after it has answered, and asking again and again whether it
 * is there would count as work of that side. */
export async function playBatch(side: Side, player: Player, batch: Batch): Promise<void> {
  const { promise: allTaken, resolve } = Promise.withResolvers<void>();
  let taken = 0;
  const together: Player = {
    async call(operation, sent) {
      const answer = await player.call(operation, sent);
      if (operation !== 'take-contact') return answer;
      taken += 1;
      if (taken === batch.journeys) void side.whenIdle().then(resolve);
      await allTaken;
      return answer;
    },
  };
  const { personId, thickness } = batch;
  const one = () => standardJourney(together, personId, thickness);
  await Promise.all(Array.from({ length: batch.journeys }, one));
  await side.whenIdle();
}
