import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import { finalName, type Payment } from './payment.ts';

/** What a payment is for, as its payee is told. */
export const PaidFor = z
  .enum([
    /** The days of a pay period */ 'period',
    /** What the plan buys once */ 'one-off',
    /** What days lacked that were paid before their terms changed */ 'difference',
    /** What the bank had sent back */ 'paid-again',
    /** What the final account found to be owed */ 'final-account',
    /** What a provider delivered */ 'care-delivered',
  ])
  .meta({ id: 'PaidFor' });
type PaidFor = z.infer<typeof PaidFor>;

export function paidFor({ name, paysAgain }: Pick<Payment, 'name' | 'paysAgain'>): PaidFor {
  if (paysAgain !== undefined) return 'paid-again';
  if (name === finalName) return 'final-account';
  if (name.startsWith('CARE#')) return 'care-delivered';
  if (name.startsWith('ONCE#difference-')) return 'difference';
  return name.startsWith('ONCE#') ? 'one-off' : 'period';
}

/** The words beside a payment on the statement of the account that it went to. They are part of the file
 * that went to the bank, and stay as they are. */
export function referenceOf({
  days,
  payOn,
  providerId,
  reference,
}: Pick<Payment, 'days' | 'payOn' | 'providerId' | 'reference'>): string {
  const period = providerId === undefined ? 'DIRECT PAY' : 'CARE';
  return `${days ? period : (reference ?? 'ONE-OFF')} ${shortDate(days?.from ?? payOn)}`;
}

function shortDate(date: CivilDate): string {
  return `${date.slice(8, 10)}${date.slice(5, 7)}${date.slice(2, 4)}`;
}
