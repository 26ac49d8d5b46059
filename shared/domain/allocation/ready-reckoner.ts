import * as z from 'zod';
import { EnteredPence, Pence, SignedPence, scalePence, sumPence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { policyFields, Slug } from './policy-item.ts';

/** The older way to an estimate: hours a week times a unit price by kind of help. */
export const ReadyReckoner = z.strictObject({
  ...policyFields,
  prices: z
    .array(z.strictObject({ service: Slug, name: z.string().min(1), hourlyPence: EnteredPence }))
    .min(1)
    .max(30)
    .refine(
      (prices) => new Set(prices.map(({ service }) => service)).size === prices.length,
      'has two prices for one kind of help',
    ),
});
export type ReadyReckoner = z.infer<typeof ReadyReckoner>;

/** Minutes of help a week by kind of help: a visit of three quarters of an hour stays exact. */
export const HelpMinutes = z
  .record(Slug, z.int().min(0).max(10_080))
  .meta({ id: 'HelpMinutes', description: 'Minutes a week by kind of help' });
export type HelpMinutes = z.infer<typeof HelpMinutes>;

/** Weekly pence for the minutes of each kind of help; a fraction of a penny goes in the person's
 * favour. Refuses `answer-unknown` for help that the reckoner has no price for. */
export function reckonWeeklyPence(reckoner: ReadyReckoner, help: HelpMinutes): Outcome<Pence> {
  const amounts: number[] = [];
  for (const [service, minutes] of Object.entries(help)) {
    const price = reckoner.prices.find((candidate) => candidate.service === service);
    if (price === undefined) {
      const detail = `Ready reckoner ${reckoner.version} has no price for ${service}.`;
      return refuse('answer-unknown', detail, `/help/${service}`);
    }
    amounts.push(scalePence(price.hourlyPence, { times: minutes, over: 60 }, 'up'));
  }
  return accept(sumPence(amounts));
}

export const ReckonerComparison = z
  .strictObject({
    /** What was priced, so that it can be priced again; absent where it was not kept yet. */
    help: HelpMinutes.optional(),
    readyReckonerVersion: Slug,
    readyReckonerWeeklyPence: Pence,
    /** The indicative budget less the ready reckoner: negative when points give less. */
    differenceWeeklyPence: SignedPence,
  })
  .meta({ id: 'ReckonerComparison' });
export type ReckonerComparison = z.infer<typeof ReckonerComparison>;

/** Shows beside the indicative budget what hours times price would have come to. It decides
 * nothing: a large difference is a reason to look again (Savva v Kensington and Chelsea [2010] EWCA
 * Civ 1209). Refuses `answer-unknown` as `reckonWeeklyPence` does. */
export function compareWithReckoner(
  indicativeWeeklyPence: Pence,
  reckoner: ReadyReckoner,
  help: HelpMinutes,
): Outcome<ReckonerComparison> {
  const reckoned = reckonWeeklyPence(reckoner, help);
  if (!reckoned.accepted) return reckoned;
  return accept({
    help,
    readyReckonerVersion: reckoner.version,
    readyReckonerWeeklyPence: reckoned.value,
    differenceWeeklyPence: indicativeWeeklyPence - reckoned.value,
  });
}
