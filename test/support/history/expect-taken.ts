import type { Payment } from '#shared/domain/payment/payment.ts';
import { dayAt, type ExpectedPay, placeOf } from './expected-pay.ts';
import { expectThat } from './told.ts';

type Known = ReadonlyMap<string, Payment> | undefined;

/** A run that looked at an agreement: what it found there and what stands there now. */
interface Look {
  readonly runId: string;
  readonly periodStart: string;
  readonly known: Known;
  readonly now: readonly Payment[];
  /** Whether every day is worth whole pence, so that each payment can be told to the penny. */
  readonly isExact: boolean;
}

const sumOf = (payments: readonly Payment[]) =>
  payments.reduce((pence, { amountPence }) => pence + amountPence, 0);

/** Holds against the diary whatever a run took up for an agreement: nothing where it may not be paid, and
 * otherwise all that is owed and each day after the last that was. */
export function expectTaken(id: string, own: ExpectedPay, look: Look): void {
  const { runId, known, now, isExact } = look;
  const taken = now.filter(({ name, state, runId: carries }) => {
    return carries === runId && state === 'due' && known?.get(name)?.state !== 'due';
  });
  const why = own.whyNotTaken;
  if (why !== undefined) {
    expectThat(taken.length === 0, `${id} was taken up although ${why}`);
    return;
  }
  const created = taken.filter(({ name }) => !known?.has(name));
  for (const { name } of created) own.handIn.set(name, own.activatedBy);
  const owed = created.filter(({ paysAgain }) => paysAgain === undefined);
  const once = owed.filter(({ days }) => days === null);
  if (own.isSettled) {
    const isFinal = once.every(({ name }) => name === 'FINAL') && once.length === owed.length;
    expectThat(isFinal, `${id} was paid more than its final account`);
    return;
  }
  expectOnce(id, own, once, isExact);
  expectPeriods(id, own, owed, look);
}

function expectOnce(
  id: string,
  own: ExpectedPay,
  once: readonly Payment[],
  isExact: boolean,
): void {
  const bought = sumOf(once.filter(({ name }) => !name.includes('difference')));
  expectThat(bought === own.boughtPence, `${id} was not paid what was bought once`);
  own.boughtPence = 0;
  const lacking = sumOf(once) - bought;
  const isAll = !isExact || lacking === own.lackingPence;
  expectThat(isAll, `${id}: ${own.lackingPence} lacked, not ${lacking}`);
  own.lackingPence = 0;
}

function expectPeriods(
  id: string,
  own: ExpectedPay,
  owed: readonly Payment[],
  { periodStart, isExact }: Look,
): void {
  const periods = owed
    .flatMap(({ days, amountPence }) => (days ? [{ ...days, amountPence }] : []))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const { from, to, amountPence } of periods) {
    const next = dayAt(placeOf(own.takenThrough) + 1);
    expectThat(from === next, `${id} is paid from ${from}, not from ${next}`);
    const pence = own.take({ from, to });
    const isRight = !isExact || amountPence === pence;
    expectThat(isRight, `${id} ${from} to ${to}: ${pence} owed, ${amountPence} due`);
  }
  // The last day of the run's four weeks, counted from its first.
  const runEnds = dayAt(placeOf(periodStart) + 27);
  const last = [runEnds, own.payUntil ?? runEnds].sort()[0] ?? runEnds;
  expectThat(own.takenThrough <= last || periods.length === 0, `${id} is paid beyond ${last}`);
  const left = own.worth.between(dayAt(placeOf(own.takenThrough) + 1), last);
  const isLeft = own.takenThrough < last && left.cost > 0;
  expectThat(!isLeft, `${id} is not paid for the days after ${own.takenThrough} until ${last}`);
}

/** Holds against the diary what became of a payment that was due in a run which is sent. */
export function expectSent(id: string, own: ExpectedPay, payment: Payment, today: string): void {
  const { name, state, days, paysAgain } = payment;
  const isBeyond = days !== null && own.payUntil !== undefined && days.from > own.payUntil;
  const why = own.whyNotSent(today) ?? (isBeyond ? 'it ended before' : undefined);
  if (state !== 'sent') {
    expectThat(state === 'withheld' && why !== undefined, `${id} ${name} was ${state}: ${why}`);
    return;
  }
  expectThat(why === undefined, `${id} ${name} was sent although ${why}`);
  if (!days || paysAgain !== undefined) return;
  for (let place = placeOf(days.from); place <= placeOf(days.to); place += 1) {
    expectThat(!own.sentFor.has(place), `${id} was paid twice for ${dayAt(place)}`);
    own.sentFor.add(place);
  }
}
