import * as z from 'zod';
import {
  fillLetter,
  type LetterId,
  languagesOf,
  wordsIn,
} from '#shared/council/letters/letters.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { howToReach, type Reach } from '#shared/domain/letters/how-to-reach.ts';
import { fateOf } from '#shared/domain/letters/message-status.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  findLetter,
  type LetterRecord,
  type LetterTry,
  letterIdOf,
  letterWrite,
} from '#shared/stores/front-door/letter-store.ts';
import { canonicalJson, sha256 } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { byHandTask } from './by-hand-task.ts';
import type { LetterPorts } from './letter-ports.ts';
import { letterValues } from './letter-values.ts';
import { letterFor, subjectOf } from './letters-by-event.ts';
import { lookAfter } from './look-after.ts';
import { addressOn, type Recipient, recipientOf } from './recipient.ts';
import { wordsFor } from './words-for.ts';

/** What the bus says of an event: where it is to be found, and nothing of what it says. With a letter's
 * id it asks how far that letter came. */
export const Happened = z.looseObject({
  caseId: z.string(),
  event: z.int().positive(),
  letterId: z.string().optional(),
});
export type Happened = z.infer<typeof Happened>;

// Twice the time that the function has: whoever began longer ago than this is not at it any more.
const sendingMsMax = 120_000;

type Told = RecordedEvent<CaseState>;

/** Tells the person of an event, once, in the way that they need (Accessible Information Standard);
 * what no message can do goes to the front door's queue. A message that may have been handed over
 * before is looked up before it is sent again, because GOV.UK Notify does not tell repeats apart; one
 * that did not arrive is followed by another on the next channel. */
export async function sendLetter(happened: Happened, ports: LetterPorts): Promise<void> {
  const event = await ports.cases.at(happened.caseId, happened.event);
  if (!event) throw new Error(`no event ${happened.event} of the case`);
  const letter = letterFor(event);
  if (!letter) return;
  const letterId = letterIdOf(event.sequence, letter);
  const known = await findLetter(ports.table, happened.caseId, letterId);
  const before = known && (await whatIsLeft(known, happened, ports));
  if (before === 'nothing') return;
  await tell({ event, letter, letterId, before }, ports);
}

/** The letter as it has to go on, or that nothing is left to do for it now. */
async function whatIsLeft(
  known: LetterRecord,
  { caseId, letterId }: Happened,
  ports: LetterPorts,
): Promise<LetterRecord | 'nothing'> {
  if (known.status === 'sent' && letterId !== undefined) return lookAfter(caseId, known, ports);
  if (known.status !== 'sending') return 'nothing';
  if (Date.parse(ports.system.now()) - Date.parse(known.since) >= sendingMsMax) return known;
  // The same event was told twice at once: the queue brings this one again, when the other is done.
  throw new Error('the letter is being sent at this moment');
}

interface Telling {
  readonly event: Told;
  readonly letter: LetterId;
  readonly letterId: string;
  readonly before: LetterRecord | undefined;
}

async function tell(telling: Telling, ports: LetterPorts): Promise<void> {
  const { event, letter, letterId, before } = telling;
  const recipient = await recipientOf(event.after, subjectOf(letter, event), ports);
  if (!recipient) throw new Error('the case is about nobody');
  const template = ports.council.letters[letter];
  const tries = before?.tries ?? [];
  const failed = tries.filter(({ status }) => fateOf[status] === 'failed');
  const reach = howToReach(recipient.reachable, {
    languages: languagesOf(template),
    hasText: template.text !== undefined,
    failed: failed.map(({ channel }) => channel),
  });
  const version = sha256(canonicalJson(template)).slice(0, 12);
  const { reader } = recipient;
  const base = { letterId, letter, version, event: event.sequence, tries, reader };
  if (reach.by === 'nobody') {
    const { format, language } = { format: 'standard', language: 'en' } as const;
    const next = { ...base, format, language, status: 'not-sent', why: reach.why } as const;
    return write([letterWrite(event.aggregateId, next, before)], ports);
  }
  const { format, language } = reach;
  if (reach.by === 'hand') {
    const next = { ...base, format, language, status: 'by-hand', why: reach.why } as const;
    const task = byHandTask(event, letterId, ports);
    return write([letterWrite(event.aggregateId, next, before), task], ports);
  }
  await handOver({ ...telling, base: { ...base, format, language }, reach, recipient }, ports);
}

interface HandingOver extends Telling {
  readonly base: Pick<
    LetterRecord,
    'letterId' | 'letter' | 'version' | 'event' | 'format' | 'language' | 'tries' | 'reader'
  >;
  readonly reach: Extract<Reach, { by: 'message' }>;
  readonly recipient: Recipient;
}

async function handOver(handing: HandingOver, ports: LetterPorts): Promise<void> {
  const { event, letter, before, base, reach, recipient } = handing;
  const caseId = event.aggregateId;
  const { channel, format, language } = reach;
  const at = ports.system.now();
  const sending = { ...base, status: 'sending', channel, since: at } as const;
  await write([letterWrite(caseId, sending, before)], ports);
  // Ids alone: the council's own staff read it at GOV.UK Notify.
  const reference = [caseId, event.sequence, letter, channel].join('.');
  const known = before?.status === 'sending' ? await ports.messenger.find(reference) : undefined;
  const values = letterValues(event, recipient.details, { council: ports.council, language });
  const words = fillLetter(wordsIn(ports.council.letters[letter], language), values);
  const filled = wordsFor(recipient.reader, words, values['person name']);
  const body = channel === 'sms' ? (filled.text ?? filled.body) : filled.body;
  const to = addressOn(channel, recipient, format === 'large-print');
  const messageId =
    known ?? (await ports.messenger.send({ reference, to, subject: filled.subject, body }));
  const made: LetterTry = { channel, messageId, at, status: 'created', statusAt: at };
  const lookOn = addDays(civilDateInLondon(at), 1);
  const tries = [...base.tries, made];
  await write([letterWrite(caseId, { ...base, tries, status: 'sent', lookOn }, sending)], ports);
}

async function write(writes: readonly TableWrite[], ports: LetterPorts): Promise<void> {
  const result = await ports.table.write(writes);
  // Whoever was faster has done it, or is at it: the queue brings this one again to see.
  if (!result.written) throw new Error('the letter is being sent at this moment');
}
