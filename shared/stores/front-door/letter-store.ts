import * as z from 'zod';
import { CivilDate } from '../../domain/calendar/civil-date.ts';
import { RecordId } from '../../domain/identity/record-id.ts';
import { ByHandBecause, LetterChannel, LetterFormat } from '../../domain/letters/how-to-reach.ts';
import { LetterReader } from '../../domain/letters/letter-reader.ts';
import { MessageStatus } from '../../domain/letters/message-status.ts';
import type { Condition, Item, Key, Table, TableWrite, Value } from '../table/table.ts';

/** One message that was handed over for a letter, and the newest that is known of it. */
export const LetterTry = z
  .strictObject({
    channel: LetterChannel,
    messageId: z.string(),
    at: z.iso.datetime(),
    status: MessageStatus,
    statusAt: z.iso.datetime(),
  })
  .meta({ id: 'LetterTry' });
export type LetterTry = z.infer<typeof LetterTry>;

const Letter = z.strictObject({
  letterId: RecordId,
  /** Which of the council's letters, and the version of its words. */
  letter: z.string(),
  version: z.string(),
  /** The event of the case that it tells of. */
  event: z.int().positive(),
  format: LetterFormat,
  language: z.string(),
  tries: z.array(LetterTry),
  /** Who reads it in the person's place; null where they read it themselves. */
  reader: LetterReader.nullable().default(null),
});

/** Where a letter stands: everything of it but the address and the words. */
export const LetterRecord = z
  .discriminatedUnion('status', [
    Letter.extend({
      status: z.literal('sending'),
      channel: LetterChannel,
      since: z.iso.datetime(),
    }),
    Letter.extend({ status: z.literal('sent'), lookOn: CivilDate }),
    Letter.extend({ status: z.literal('delivered') }),
    /** GOV.UK Notify keeps what it sent for a week and then says nothing of it. */
    Letter.extend({ status: z.literal('fate-unknown') }),
    Letter.extend({ status: z.literal('by-hand'), why: ByHandBecause }),
    Letter.extend({
      status: z.literal('sent-by-hand'),
      why: ByHandBecause,
      by: z.string(),
      on: CivilDate,
    }),
    Letter.extend({ status: z.literal('not-sent'), why: z.literal('person-died') }),
  ])
  .meta({ id: 'LetterRecord' });
export type LetterRecord = z.infer<typeof LetterRecord>;

/** In a partition beside the case's own, because a case is written to for ever and its machines'
 * items must stay few enough for one page. */
function key(caseId: string, letterId: string): Key {
  return { pk: `SENT#${caseId}`, sk: letterId };
}

const eventDigits = 9;

/** The id of the letter about an event: it sorts by the event. */
export function letterIdOf(event: number, letter: string): string {
  return `${String(event).padStart(eventDigits, '0')}${letter.replaceAll('-', '')}`;
}

const openLetters = 'LETTERS';

/** The letter as it stands now: refused when it does not stand any more where it was read. What is
 * on its way stands in the index of what has to be looked after. */
export function letterWrite(
  caseId: string,
  next: LetterRecord,
  before: LetterRecord | undefined,
): TableWrite {
  const { letterId } = next;
  const place =
    next.status === 'sent'
      ? { gsi2pk: openLetters, gsi2sk: `${next.lookOn}#${caseId}#${letterId}` }
      : {};
  const item: Item = { ...key(caseId, letterId), schema: 1, ...next, ...place };
  return { put: item, onlyIf: before ? unchanged(before) : ['absent'] };
}

function unchanged(before: LetterRecord): Condition[] {
  const status = { attribute: 'status', equals: before.status };
  return before.status === 'sending'
    ? [status, { attribute: 'since', equals: before.since }]
    : [status];
}

export async function findLetter(
  table: Table,
  caseId: string,
  letterId: string,
): Promise<LetterRecord | undefined> {
  const item = await table.get(key(caseId, letterId));
  return item && read(item);
}

/** A case's letters, the newest first, a page at a time. */
export async function lettersOf(
  table: Table,
  caseId: string,
  page: { readonly limit: number; readonly startAfter: Value | undefined },
): Promise<{ readonly letters: readonly LetterRecord[]; readonly next?: Value }> {
  const { items, next } = await table.query({
    pk: `SENT#${caseId}`,
    newestFirst: true,
    limit: page.limit,
    ...(page.startAfter === undefined ? {} : { startAfter: page.startAfter }),
  });
  const letters = items.map(read);
  return next === undefined ? { letters } : { letters, next };
}

export interface OpenLetter {
  readonly caseId: string;
  readonly letterId: string;
  readonly event: number;
}

/** The letters that are on their way and to be looked after by that day. */
export async function lettersToLookAfter(
  table: Table,
  asked: {
    readonly upTo: CivilDate;
    readonly limit: number;
    readonly startAfter: Value | undefined;
  },
): Promise<{ readonly letters: readonly OpenLetter[]; readonly next?: Value }> {
  const { items, next } = await table.query({
    index: 'gsi2',
    pk: openLetters,
    to: `${asked.upTo}#~`,
    limit: asked.limit,
    ...(asked.startAfter === undefined ? {} : { startAfter: asked.startAfter }),
  });
  const letters = items.map(({ pk, sk }) => ({
    caseId: pk.slice('SENT#'.length),
    letterId: sk,
    event: Number(sk.slice(0, eventDigits)),
  }));
  return next === undefined ? { letters } : { letters, next };
}

function read(item: Item): LetterRecord {
  const { pk: _pk, sk: _sk, schema: _schema, gsi2pk: _gsi2pk, gsi2sk: _gsi2sk, ...stored } = item;
  return LetterRecord.parse(stored);
}
