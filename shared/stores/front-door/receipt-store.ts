import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { OpenAppointment } from '../../domain/appointment/open-appointment.ts';
import { CivilDate } from '../../domain/calendar/civil-date.ts';
import { Stage } from '../../domain/case/stage.ts';
import { Step } from '../../domain/journey/steps.ts';
import { accept, type Outcome, type Refused, refuse } from '../../domain/outcome.ts';
import { Questioned } from '../../domain/second-look/second-look.ts';
import { type PersonSummary, summaryIn, summaryKey } from '../people/person-summary.ts';
import { sha256 } from '../table/digest.ts';
import type { Item, Key, Table, TableWrite } from '../table/table.ts';

const ShownAppointment = OpenAppointment.pick({ kind: true, on: true, from: true });

/** What somebody with a receipt may know: the stage, the next steps with their days, the team
 * and what is booked, and nothing about the person. */
export const ReceiptStatus = z
  .strictObject({
    stage: Stage,
    nextSteps: z.array(Step),
    /** The day on which the case came to stand there. */
    asOf: CivilDate,
    /** The day by whose end each next step is due. */
    dues: z.partialRecord(Step, CivilDate),
    /** The team that has the case. */
    team: z.string(),
    /** What has been booked, the next first: when and how, and never where or what for. */
    appointments: z.array(ShownAppointment).default([]),
    /** The decisions at which somebody looks again, each with the day by whose end we answer. */
    secondLooks: z.array(z.strictObject({ about: Questioned, by: CivilDate })).default([]),
  })
  .meta({ id: 'ReceiptStatus' });
export type ReceiptStatus = z.infer<typeof ReceiptStatus>;
const StoredStatus = ReceiptStatus.strip();

const partition = (reference: string): string => `RECEIPT#${reference}`;

/** A reference as it is read out on the phone and printed on letters. */
export const ReceiptReference = z.string().regex(/^ASC(-[0-9A-Z]{4}){3}$/);

// The receipt's own few items: its secret, its status, its wrong tries and what else is kept there.
const itemsMax = 10;

/** Wrong secrets that one receipt takes within the window; after them it is shut to everybody until
 * the window is over. */
export const wrongTriesMax = 5;
const windowMs = 15 * 60 * 1000;

const WrongTries = z.looseObject({ count: z.int().positive(), since: z.iso.datetime() });

/** The receipt of a contact, where that is known by now: its secret is kept as a digest only. */
export function receiptWrite(reference: string, secret: string, contactId?: string) {
  const put = {
    pk: partition(reference),
    sk: 'SECRET',
    schema: 1,
    digest: sha256(`${reference}:${secret}`),
    ...(contactId !== undefined && { contactId }),
  };
  return { put } satisfies TableWrite;
}

/** The item that a receipt's secret is checked against. */
export function secretIn(items: readonly Item[]): Item | undefined {
  return items.find((item) => item.sk === 'SECRET');
}

/** What is shown under a receipt now, for whoever keeps it true. */
export async function readShown(
  table: Table,
  reference: string,
): Promise<ReceiptStatus | undefined> {
  const item = await table.get(shownKey(reference));
  return item && StoredStatus.parse(item);
}

/** The same, with somebody as lists of people show them: one request for what is printed together. */
export async function readShownWithPerson(
  table: Table,
  { reference, personId }: { readonly reference: string | null; readonly personId: string },
): Promise<{ shown: ReceiptStatus | undefined; person: PersonSummary | undefined }> {
  const keys = [summaryKey(personId), ...(reference === null ? [] : [shownKey(reference)])];
  const [person, shown] = await table.getMany(keys);
  return {
    shown: shown && StoredStatus.parse(shown),
    person: person && summaryIn(person),
  };
}

function shownKey(reference: string): Key {
  return { pk: partition(reference), sk: 'STATUS' };
}

/** What is shown under several receipts, read at once. */
export async function readAllShown(
  table: Table,
  references: readonly string[],
): Promise<ReadonlyMap<string, ReceiptStatus>> {
  const keys = references.map(shownKey);
  const items = keys.length === 0 ? [] : await table.getMany(keys);
  const found = references.flatMap((reference, place) => {
    const item = items[place];
    return item ? [[reference, StoredStatus.parse(item)] as const] : [];
  });
  return new Map(found);
}

/** Shows the status as of the given event, unless a later one has been shown already. */
export async function showStatus(
  table: Table,
  reference: string,
  shown: ReceiptStatus & { readonly event: number },
): Promise<void> {
  const item: Item = { pk: partition(reference), sk: 'STATUS', schema: 1, ...shown };
  const onlyIf = [{ attribute: 'event', absentOrBelow: shown.event }];
  await table.write([{ put: item, onlyIf }]);
}

export interface ReceiptKey {
  readonly reference: string;
  readonly secret: string;
  /** The instant of the try. */
  readonly now: string;
}

/** What is kept under a receipt, for whoever has its secret: one read, and one write more for a wrong
 * secret. Refuses `not-found` alike for a reference that does not exist and for a secret that is
 * wrong, and `too-many-wrong-tries` alike for both, so that guessing tells nothing.
 *
 * A receipt that is shut refuses the right secret as well, or a guess would be told from a find. To
 * shut somebody out one must have their reference, of sixty random bits, and then it is for minutes.
 * What is kept of tries at references that do not exist is bounded by the gateway's own limit on
 * public calls, and goes by itself. */
export async function openReceipt(
  table: Table,
  { reference, secret, now }: ReceiptKey,
): Promise<Outcome<readonly Item[]>> {
  const { items } = await table.query({ pk: partition(reference), limit: itemsMax });
  const tries = WrongTries.safeParse(items.find((item) => item.sk === 'TRIES')).data;
  const recent = tries && Date.parse(now) - Date.parse(tries.since) < windowMs ? tries : undefined;
  if (recent && recent.count >= wrongTriesMax) return shut;
  const kept = secretIn(items)?.['digest'];
  // A digest is made and compared for a reference that does not exist too.
  const isRight = isSame(String(kept ?? sha256('')), sha256(`${reference}:${secret}`));
  if (isRight && kept !== undefined) return accept(items);
  return countWrongTry(table, { reference, now, before: tries, recent });
}

interface WrongTry {
  readonly reference: string;
  readonly now: string;
  /** The tries as they stand on the table, of this window or an earlier one. */
  readonly before: z.infer<typeof WrongTries> | undefined;
  readonly recent: z.infer<typeof WrongTries> | undefined;
}

async function countWrongTry(
  table: Table,
  { reference, now, before, recent }: WrongTry,
): Promise<Refused> {
  const since = recent?.since ?? now;
  const item: Item = {
    pk: partition(reference),
    sk: 'TRIES',
    schema: 1,
    count: (recent?.count ?? 0) + 1,
    since,
    expiresAt: Math.ceil((Date.parse(since) + windowMs) / 1000),
  };
  const unchanged = before
    ? [
        { attribute: 'count', equals: before.count },
        { attribute: 'since', equals: before.since },
      ]
    : (['absent'] as const);
  const counted = await table.write([{ put: item, onlyIf: unchanged }]);
  // Nobody types two secrets at once: whoever guesses side by side is refused as one too many.
  return counted.written ? unknown : shut;
}

const unknown = refuse('not-found', 'No receipt has this reference and secret.');
const shut = refuse('too-many-wrong-tries', 'Try again in 15 minutes, or call us.');

/** The status among a receipt's items; a contact whose case is not open yet has been received. */
export function statusIn(items: readonly Item[]): ReceiptStatus | 'received' {
  const status = items.find((item) => item.sk === 'STATUS');
  return status ? StoredStatus.parse(status) : 'received';
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
