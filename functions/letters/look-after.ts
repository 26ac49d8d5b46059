import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { fateOf } from '#shared/domain/letters/message-status.ts';
import { type LetterRecord, letterWrite } from '#shared/stores/front-door/letter-store.ts';
import type { LetterPorts } from './letter-ports.ts';

type Sent = Extract<LetterRecord, { status: 'sent' }>;

// GOV.UK Notify tries an email for three days, and prints and posts a letter within a week.
const onItsWayDaysMax = 14;

/** Asks how far a letter came. One that has failed goes on, by another channel or by hand; of any
 * other it writes down what is new, and nothing is left to do. */
export async function lookAfter(
  caseId: string,
  letter: Sent,
  { messenger, system, table }: Pick<LetterPorts, 'messenger' | 'system' | 'table'>,
): Promise<LetterRecord | 'nothing'> {
  const newest = letter.tries.at(-1);
  if (!newest) throw new Error('a letter that was sent has no message');
  const now = system.now();
  const status = await messenger.statusOf(newest.messageId);
  const { lookOn: _lookOn, ...rest } = letter;
  const write = async (next: LetterRecord) => {
    await table.write([letterWrite(caseId, next, letter)]);
  };
  if (status === undefined || isTooLong(newest.at, now)) {
    await write({ ...rest, status: 'fate-unknown' });
    return 'nothing';
  }
  const tries = [...letter.tries.slice(0, -1), { ...newest, status, statusAt: now }];
  const fate = fateOf[status];
  if (fate === 'failed') return { ...letter, tries };
  if (fate === 'arrived') await write({ ...rest, tries, status: 'delivered' });
  return 'nothing';
}

function isTooLong(at: string, now: string): boolean {
  return addDays(civilDateInLondon(at), onItsWayDaysMax) < civilDateInLondon(now);
}
