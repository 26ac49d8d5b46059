import * as z from 'zod';
import { today } from '../bodies.ts';
import type { Player } from '../player.ts';
import { staff } from '../standard-journey.ts';

const { finance } = staff;
// The rates of the very year: whoever was assessed in it rests on them already.
const terms = { ratesFrom: `${today.slice(0, 4)}-04-06`, incomeRisesBasisPoints: {} };

const Begun = z.looseObject({ runId: z.string() });
const Read = z.looseObject({ event: z.int().positive() });

/** What finance asks of a new year's uprating: it is worked out, looked at, and let go. */
export async function upratingRoutes(player: Player): Promise<void> {
  const { runId } = Begun.parse(await player.call('begin-uprating', { by: finance, body: terms }));
  const params = { runId };
  await player.call('list-upratings', { by: finance });
  await player.call('list-uprating-cases', { by: finance, params });
  const { event: ifMatch } = Read.parse(
    await player.call('read-uprating', { by: finance, params }),
  );
  const body = { verdict: 'abandon', reason: 'Nobody is on the rates of the year before.' };
  await player.call('decide-uprating', { by: finance, params, body, ifMatch });
}
