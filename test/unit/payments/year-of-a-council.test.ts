import fc from 'fast-check';
import { test } from 'vitest';
import { expectSettled } from '#test/support/history/expect-settled.ts';
import { CouncilYear } from '#test/support/history/happenings.ts';
import { OfficePayer } from '#test/support/history/office/office-payer.ts';
import { Telling } from '#test/support/history/telling.ts';

const councils = 6;
const people = 50;

test('the service pays a whole council what the days are worth, to the penny, whatever happens meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(CouncilYear(people), async (history) => {
      const payer = new OfficePayer();
      await payer.open('2027-01-04');
      const telling = new Telling(payer, 7);
      await telling.tell(history);
      await expectSettled(payer, telling, 7);
    }),
    // To make a failure smaller takes longer than to read what it says of one agreement.
    { numRuns: councils, endOnFailure: true },
  );
}, 240_000);
