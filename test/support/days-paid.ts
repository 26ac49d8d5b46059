import type { Payment } from '#shared/domain/payment/payment.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Every day from one date to another, both included, counted by the calendar of the machine itself and
 * by nothing of the service's. */
export function daysFromTo(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** How often each day is paid for by these payments. */
export function timesPaid(payments: readonly Payment[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { days } of payments) {
    if (!days) continue;
    for (const day of daysFromTo(days.from, days.to)) times.set(day, (times.get(day) ?? 0) + 1);
  }
  return times;
}
