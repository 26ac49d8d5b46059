import type { Payment } from '#shared/domain/payment/payment.ts';
import { dayAt, type ExpectedPay, placeOf } from './expected-pay.ts';
import type { Payer } from './payer.ts';
import type { Telling } from './telling.ts';
import { expectThat } from './told.ts';

const sumOf = (payments: readonly Payment[]) =>
  payments.reduce((sum, { amountPence }) => sum + amountPence, 0);

/** At the end of a history, each agreement was paid what its days are worth and what was bought, less what is
 * still asked back, and its books say so, in what was paid and in what it cost. */
export async function expectSettled(payer: Payer, telling: Telling, unit: number): Promise<void> {
  for (const [id, own] of telling.expected) {
    const payments = await payer.payments(id);
    const balances = await payer.balances(id);
    const total = [...balances.values()].reduce((sum, pence) => sum + pence, 0);
    expectThat(total === 0, `the books of ${id} are out by ${total}`);
    const sent = payments.filter(({ state }) => state === 'sent');
    const bank = -(balances.get('bank') ?? 0);
    expectThat(bank === sumOf(sent), `${id}: ${bank} left the bank, and ${sumOf(sent)} was sent`);
    for (const account of ['returned-payments', 'final-accounts'] as const)
      expectThat((balances.get(account) ?? 0) === 0, `${id} is still owed by ${account}`);
    expectPaidUp(id, own, payer.today);
    await expectWorth(id, own, { payments, balances, payer, unit });
  }
}

/** Whoever goes on was paid up to now. */
function expectPaidUp(id: string, own: ExpectedPay, today: string): void {
  if (own.lastDay !== undefined) return;
  const next = dayAt(placeOf(own.takenThrough) + 1);
  const yesterday = dayAt(placeOf(today) - 1);
  const left = own.worth.between(next, yesterday).cost;
  expectThat(next > yesterday || left === 0, `${id} was paid until ${own.takenThrough} only`);
}

async function expectWorth(
  id: string,
  own: ExpectedPay,
  {
    payments,
    balances,
    payer,
    unit,
  }: {
    readonly payments: readonly Payment[];
    readonly balances: ReadonlyMap<string, number>;
    readonly payer: Payer;
    readonly unit: number;
  },
): Promise<void> {
  const isBought = ({ name, state }: Payment) =>
    /^ONCE#(plan|asked)-/.test(name) && state !== 'withheld';
  // What came back has been paid again, or by the final account.
  const once = sumOf(payments.filter(isBought));
  // A final account owes nothing of what was bought without evidence; everybody else is paid all of it.
  const isOncePaid = own.isSettled ? once <= own.boughtEverPence : once === own.boughtEverPence;
  expectThat(isOncePaid, `${id} bought for ${own.boughtEverPence} and was paid ${once}`);
  const { pence, costPence } = await payer.owedBack(id);
  const sent = sumOf(payments.filter(({ state }) => state === 'sent'));
  const recovered = (balances.get('reclaims-owed') ?? 0) + pence;
  const cost = (balances.get('direct-payments') ?? 0) - costPence;
  const worth = own.worth.sevenths(own.isSettled ? (own.lastDay ?? '') : own.takenThrough);
  const off = [(sent - once - recovered) * 7 - worth.net, (cost - once) * 7 - worth.cost];
  const most = unit === 7 ? 0 : 7 * (own.roundings + 3 * payments.length);
  expectThat(
    off.every((sevenths) => Math.abs(sevenths) <= most),
    `${id} is out by ${off.map((sevenths) => sevenths / 7).join(' and ')} pence`,
  );
}
