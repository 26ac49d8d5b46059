import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import { daysFromTo, timesPaid } from '#test/support/days-paid.ts';
import { sevenths, type WorthFrom } from '#test/support/days-worth.ts';
import { PayHistory } from '#test/support/pay-history.ts';

const histories = 10_000;
const diary = daysFromTo('2026-01-01', '2029-12-31');
const dayNumber = (place: number): string => diary[place] ?? '2029-12-31';
const placeOf = (day: string): number => diary.indexOf(day);
const approvers = ['approver-1', 'finance-1', 'officer-1', 'approver-2'] as const;

const Terms = fc.record({ weekly: fc.integer({ min: 0, max: 20_000 }), part: fc.nat(100) });
const daysOn = fc.nat(40);
const Happening = fc.record({
  daysOn,
  kind: fc.constantFrom(
    'run',
    'run',
    'run',
    'run twice',
    'asked',
    'selected',
    'sent',
    'moved',
    'changed',
    'changed',
    'stopped',
    'released',
    'died',
    'reversed',
    'ended',
    'came back',
  ),
  back: fc.nat(60),
  who: fc.nat(3),
  terms: Terms,
});
const History = fc.record({
  start: fc.nat(60),
  terms: Terms,
  happenings: fc.array(Happening, { maxLength: 10 }),
});
type History = typeof History extends fc.Arbitrary<infer H> ? H : never;
type Happening = History['happenings'][number];

/** A week's worth and the contribution to it; `unit` is 7 where every day is worth whole pence. */
function termsOf({ weekly, part }: History['terms'], unit: number) {
  const weeklyPence = weekly * unit;
  return { weeklyPence, weeklyContributionPence: Math.floor((weekly * part) / 100) * unit };
}

class Telling {
  readonly play: PayHistory;
  readonly worth: WorthFrom[];
  readonly #unit: number;
  lastDay: string | undefined;

  constructor(history: History, unit: number) {
    const terms = termsOf(history.terms, unit);
    const start = dayNumber(history.start);
    this.#unit = unit;
    this.play = new PayHistory(start, terms);
    const netWeeklyPence = terms.weeklyPence - terms.weeklyContributionPence;
    this.worth = [{ from: start, netWeeklyPence }];
  }

  /** A day behind today, though not before the terms of now hold. */
  #dayBack(days: number): string {
    const earliest = placeOf(this.worth.at(-1)?.from ?? '');
    return dayNumber(Math.max(earliest, placeOf(this.play.today) - days));
  }

  tell(happening: Happening): void {
    const { play } = this;
    const { kind, back } = happening;
    play.nextDay(happening.daysOn);
    this.#inRuns(kind, approvers[happening.who] ?? approvers[0]);
    if (kind === 'moved') play.anchor = dayNumber(back);
    if (kind === 'stopped') play.stop();
    if (kind === 'released') play.release();
    if (kind === 'reversed') play.reverseDeath();
    if (kind === 'came back') play.comesBack(back);
    if (kind === 'changed') this.#change(happening);
    if (kind === 'died' && !play.deathStands) this.#over(() => play.die(this.#dayBack(back)), back);
    if (kind === 'ended' && !play.hasEnded) this.#over(() => play.end(this.#dayBack(back)), back);
  }

  #inRuns(kind: Happening['kind'], approver: string): void {
    const { play } = this;
    if (kind === 'run' || kind === 'run twice') play.send(play.select(), approver);
    if (kind === 'run twice') play.send(play.select(), approver);
    if (kind === 'asked') play.send(play.select('officer-1'), approver);
    if (kind === 'selected') play.select();
    if (kind === 'sent') play.sendAll(approver);
  }

  #change({ terms, back }: Happening): void {
    const from = this.#dayBack(back);
    const now = termsOf(terms, this.#unit);
    if (!this.play.change(now, from)) return;
    this.worth.push({ from, netWeeklyPence: now.weeklyPence - now.weeklyContributionPence });
  }

  #over(happen: () => void, back: number): void {
    happen();
    const day = this.#dayBack(back);
    this.lastDay = this.lastDay === undefined || day < this.lastDay ? day : this.lastDay;
  }

  /** Every run is sent; then the agreement is settled if it is over, and paid up to date if not. */
  end(): void {
    const { play } = this;
    play.sendAll('approver-3');
    const isOver = play.deathStands || play.hasEnded;
    if (isOver) play.settle(this.#lastDayToPay());
    else play.release();
    this.lastDay = isOver ? play.agreement.finalAccount?.lastDay : undefined;
    for (const _run of [1, 2]) {
      play.nextDay(28);
      play.send(play.select(), 'approver-3');
    }
  }

  #lastDayToPay(): string {
    const { payUntil, payStop } = this.play.head;
    const [day = ''] = [payUntil, payStop?.diedOn]
      .filter((each) => typeof each === 'string')
      .sort();
    return day;
  }
}

function told(history: History, unit: number): Telling {
  const telling = new Telling(history, unit);
  for (const happening of history.happenings) telling.tell(happening);
  telling.end();
  return telling;
}

/** What was paid less what days were worth and what is still to be recovered, in sevenths of a penny. */
function difference({ play, worth, lastDay }: Telling): number {
  const paid = [...play.payments.values()].filter(({ state }) => state === 'sent');
  const pence = paid.reduce((sum, { amountPence }) => sum + amountPence, 0);
  const sums = balances(play.entries);
  const recovered = (sums.get('reclaims-owed') ?? 0) + (play.head.overpaidPence ?? 0);
  const until = lastDay ?? play.head.paidThrough;
  return (pence - recovered) * 7 - sevenths(worth, play.head.startsOn, until);
}

function expectFair({ play }: Telling): void {
  const payments = [...play.payments.values()].filter(({ state }) => state === 'sent');
  const times = timesPaid(payments);
  expect([...times.values()].every((each) => each === 1)).toBe(true);
  for (const { name, run, activatedBy, afterDeath } of play.sent) {
    expect([activatedBy, run.asked?.by, null]).not.toContain(run.approvedBy);
    if (afterDeath) expect(name).toBe('FINAL');
  }
  const sums = balances(play.entries);
  expect([...sums.values()].reduce((sum, pence) => sum + pence, 0)).toBe(0);
  const paid = payments.reduce((sum, { amountPence }) => sum + amountPence, 0);
  expect(sums.get('bank') ?? 0).toBe(paid === 0 ? 0 : -paid);
  expect(sums.get('returned-payments') ?? 0).toBe(0);
  expect(sums.get('final-accounts') ?? 0).toBe(0);
}

test('what is paid is what the days are worth, to the penny, whatever happens meanwhile', () => {
  fc.assert(
    fc.property(History, (history) => {
      const telling = told(history, 7);
      expectFair(telling);
      expect(difference(telling)).toBe(0);
    }),
    { numRuns: histories },
  );
}, 120_000);

test('where a day is worth a part of a penny, each payment rounds by less than one', () => {
  fc.assert(
    fc.property(History, (history) => {
      const telling = told(history, 1);
      expectFair(telling);
      const roundings = telling.play.payments.size + 3 * telling.worth.length + 2;
      expect(Math.abs(difference(telling))).toBeLessThan(7 * roundings);
    }),
    { numRuns: histories / 10 },
  );
}, 120_000);
