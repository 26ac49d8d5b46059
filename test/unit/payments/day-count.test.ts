import fc from 'fast-check';
import { test } from 'vitest';
import { expectSettled } from '#test/support/history/expect-settled.ts';
import { History } from '#test/support/history/happenings.ts';
import { RulesPayer } from '#test/support/history/rules/rules-payer.ts';
import { Telling } from '#test/support/history/telling.ts';

const histories = 10_000;

async function told(history: History, unit: number): Promise<void> {
  const payer = new RulesPayer();
  const telling = new Telling(payer, unit);
  await telling.tell(history);
  await expectSettled(payer, telling, unit);
}

test('what is paid is what the days are worth, to the penny, whatever happens meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(History, (history) => told(history, 7)),
    { numRuns: histories },
  );
}, 240_000);

test('where a day is worth a part of a penny, each payment rounds by less than one', async () => {
  await fc.assert(
    fc.asyncProperty(History, (history) => told(history, 1)),
    { numRuns: histories / 10 },
  );
}, 240_000);
