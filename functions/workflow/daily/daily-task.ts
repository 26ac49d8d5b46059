import * as z from 'zod';
import type { Bus } from '#shared/gateways/bus.ts';
import { count } from '#shared/lambda/metrics.ts';
import { sweepLetters } from '../../letters/sweep-letters.ts';
import type { Ports } from '../../ports.ts';
import { sweepDue } from './due-sweep.ts';
import { reconcile } from './reconcile.ts';

const DailyTask = z.strictObject({
  contract: z.literal(1),
  task: z.enum([
    'reconcile',
    'due-sweep',
    'pay-calendar',
    'money',
    'letters',
    'information',
    'uprating',
  ]),
});

/** The bus wakes one task at once, besides its day: whoever asked for it is waiting. */
const Woken = z
  .looseObject({ 'detail-type': z.literal('uprating-unfinished') })
  .transform(() => ({ task: 'uprating' }) as const);

export type DailyPorts = Pick<
  Ports,
  'table' | 'cases' | 'runs' | 'agreements' | 'tasks' | 'council' | 'system'
> & { readonly bus: Bus };

/** What a schedule asks for each day. Each task looks at the table for what is due up to now, so
 * that being called twice, late, or not at all and then again comes to the same. */
export async function doDailyTask(call: unknown, ports: DailyPorts): Promise<unknown> {
  const { task } = z.union([DailyTask, Woken]).parse(call);
  if (task === 'reconcile') {
    const reconciled = await reconcile(ports);
    count('AggregatesReconciled', reconciled.aggregates);
    return reconciled;
  }
  if (task === 'due-sweep') {
    const swept = await sweepDue(ports);
    count('DueTaken', swept.taken);
    return swept;
  }
  if (task === 'money') {
    const { sweepMoney } = await import('../../payments/daily/sweep-money.ts');
    const swept = await sweepMoney(ports);
    count('MoneyDueTaken', swept.taken);
    return swept;
  }
  if (task === 'letters') {
    const swept = await sweepLetters(ports);
    count('LettersAskedAfter', swept.asked);
    return swept;
  }
  if (task === 'information') {
    // No other task of the day needs the directory: it is loaded for this one.
    const { askToCheck } = await import('../../information/freshness/ask-to-check.ts');
    return askToCheck(ports);
  }
  if (task === 'uprating') {
    // Some two weeks a year there is one under way: its rates and rules are loaded for it.
    const { goOnWithUprating } = await import('../../uprating/go-on.ts');
    const { cases } = await goOnWithUprating(ports);
    count('ChargesUprated', cases);
    return { cases };
  }
  // Of all that is done in a day this alone drafts runs.
  const { draftDueRuns } = await import('../../payments/runs/draft-due-runs.ts');
  const { drafted } = await draftDueRuns(ports);
  count('PaymentRunsDrafted', drafted);
  return { drafted };
}
