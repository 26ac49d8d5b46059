import * as z from 'zod';
import { derivedId } from '../../table/digest.ts';
import { partition } from '../../table/keys.ts';
import type { Key, Table, TableWrite } from '../../table/table.ts';

const StandingHold = z.object({
  /** The agreement in which it was set, and its event. */
  origin: z.string(),
  event: z.int().positive(),
  by: z.string(),
  on: z.string(),
  reviewOn: z.string(),
});
export type StandingHold = z.infer<typeof StandingHold>;

/** Whoever receives money, by a digest of their id. */
export function payeeIdOf(personId: string): string {
  return derivedId(['payee', personId]);
}

const pk = (payeeId: string) => `PAYEE#${payeeId}`;
const holdKey = (payeeId: string): Key => ({ pk: pk(payeeId), sk: 'HOLD' });
const prefix = 'AGREEMENT#';

// A person who looks after the money of so many others is an organisation, and has a contract instead.
const agreementsMax = 100;

export function paidToWrite(payeeId: string, agreementId: string): TableWrite {
  return { put: { pk: pk(payeeId), sk: `${prefix}${agreementId}`, schema: 1 } };
}

/** The agreements that pay somebody, or once did. */
export async function agreementsPaidTo(table: Table, payeeId: string): Promise<readonly string[]> {
  const asked = { pk: pk(payeeId), beginsWith: prefix, limit: agreementsMax };
  const { items } = await table.query(asked);
  return items.map(({ sk }) => sk.slice(prefix.length));
}

export function standingHoldWrite(payeeId: string, hold: StandingHold): TableWrite {
  return { put: { ...holdKey(payeeId), schema: 1, ...hold } };
}

/** Takes a hold away, if it is still that one. */
export function holdOverWrite(payeeId: string, event: number): TableWrite {
  return { delete: holdKey(payeeId), onlyIf: [{ attribute: 'event', equals: event }] };
}

export async function findStandingHold(
  table: Table,
  payeeId: string,
): Promise<StandingHold | undefined> {
  const item = await table.get(holdKey(payeeId));
  return item && StandingHold.parse(item);
}

/** The mark that what follows from an agreement's event was done, of which there is one for ever. */
export function followedWrite(agreementId: string, event: number): TableWrite {
  const sk = `FOLLOWED#${String(event).padStart(9, '0')}`;
  return { put: { pk: partition('agreement', agreementId), sk, schema: 1 }, onlyIf: ['absent'] };
}
