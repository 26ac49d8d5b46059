import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween } from '#shared/domain/calendar/civil-date.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import { daysFromTo, timesPaid } from '#test/support/days-paid.ts';
import { DaysWorth } from '#test/support/days-worth.ts';
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
    'ended on a day',
    'paused',
    'paused',
    'restarted',
    'came back',
    'bought',
    'rejected',
    'put up again',
  ),
  back: fc.nat(60),
  days: fc.nat(90),
  ahead: fc.nat(120),
  who: fc.nat(3),
  terms: Terms,
});
const History = fc.record({
  start: fc.nat(60),
  terms: Terms,
  percentMax: fc.constantFrom(0, 50, 100),
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
  readonly worth: DaysWorth;
  readonly #start: string;
  readonly #unit: number;
  /** How often a fraction of a penny may have been rounded. */
  roundings = 2;
  /** What was bought once, whether or not it has been paid. */
  boughtPence = 0;

  constructor(history: History, unit: number) {
    const terms = termsOf(history.terms, unit);
    const start = dayNumber(history.start);
    this.#start = start;
    this.#unit = unit;
    this.play = new PayHistory(start, terms);
    this.play.percentMax = history.percentMax;
    this.worth = new DaysWorth(diary, start, terms);
  }

  /** A day behind today, or ahead of it, though not before the first. */
  #dayBack(days: number): string {
    return dayNumber(Math.max(placeOf(this.#start), placeOf(this.play.today) - days));
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
    if (kind === 'bought') this.#buy(happening);
    if (kind === 'changed') this.#change(happening);
    if (kind === 'paused') this.#pause(happening);
    if (kind === 'restarted') this.#restart(happening);
    if (kind === 'died' && !play.deathStands) play.die(this.#dayBack(back));
    if (kind === 'ended' && !play.hasEnded) play.end(this.#dayBack(back));
    if (kind === 'ended on a day') play.endOn(this.#dayBack(60 - happening.ahead));
  }

  #inRuns(kind: Happening['kind'], approver: string): void {
    const { play } = this;
    if (kind === 'run' || kind === 'run twice') play.send(play.select(), approver);
    if (kind === 'run twice') play.send(play.select(), approver);
    if (kind === 'asked') play.send(play.select('officer-1'), approver);
    if (kind === 'selected') play.select();
    if (kind === 'sent') play.sendAll(approver);
    if (kind === 'rejected') play.reject(play.select());
    if (kind === 'put up again') play.putUpAgain(approver);
  }

  #buy({ terms }: Happening): void {
    const pence = (terms.weekly + 1) * this.#unit;
    if (this.play.buy(pence)) this.boughtPence += pence;
  }

  #change({ terms, back }: Happening): void {
    const from = this.#dayBack(back);
    const now = termsOf(terms, this.#unit);
    if (!this.play.change(now, from)) return;
    this.worth.changeFrom(from, now);
    this.roundings += 8;
  }

  #pause({ back, days, ahead, terms }: Happening): void {
    const from = this.#dayBack(back - ahead / 2);
    const to = dayNumber(placeOf(from) + days);
    const { weeklyPence, weeklyContributionPence } = this.play.head;
    const net = weeklyPence - weeklyContributionPence;
    const keptPence = Math.floor((net * terms.part) / 100 / this.#unit) * this.#unit;
    const weeks = (back % 8) + 1;
    const retained = { weeklyPence: keptPence, weeks, what: 'The wages of an assistant.' };
    if (!this.play.pause(keptPence > 0 ? { from, to, retained } : { from, to })) return;
    const keptTo = keptPence > 0 ? dayNumber(placeOf(from) + weeks * 7 - 1) : '';
    this.worth.pause({ from, to, keptPence, keptTo });
    this.roundings += 12;
  }

  #restart({ back, days, who }: Happening): void {
    const pauses = this.play.head.pauses ?? [];
    const pause = pauses[back % Math.max(1, pauses.length)];
    if (!pause) return;
    const length = placeOf(pause.to) - placeOf(pause.from) + 1;
    const on = dayNumber(placeOf(pause.from) + (days % length));
    const isSamePerson = who === 0;
    const done = this.play.restart(on, isSamePerson ? 'practitioner-1' : 'practitioner-2');
    if (isSamePerson) expect(done).toBe(false);
    if (!done) return;
    this.worth.restart(on);
    this.roundings += 12;
  }

  /** Every run is sent; then the agreement is settled if it is over, and paid up to date if not. */
  end(): void {
    const { play } = this;
    play.putUpAgain('officer-1');
    play.sendAll('approver-3');
    const { payUntil } = play.head;
    const isOver = play.deathStands || payUntil !== null;
    if (payUntil !== null && payUntil > play.today) play.nextDay(daysBetween(play.today, payUntil));
    if (isOver) play.settle(this.#lastDayToPay());
    else play.release();
    for (const _run of [1, 2]) {
      play.nextDay(28);
      play.send(play.select(), 'approver-3');
    }
  }

  /** The last day that is to have been paid for. */
  get lastDay(): string {
    return this.play.agreement.finalAccount?.lastDay ?? this.play.head.paidThrough;
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

/** What was paid less what days were worth and what is still to be recovered, and so for the cost before the
 * contribution as the ledger has it, in sevenths of a penny. */
function differences({ play, worth, lastDay }: Telling) {
  const paid = [...play.payments.values()].filter(({ state }) => state === 'sent');
  const pence = paid.reduce((sum, { amountPence }) => sum + amountPence, 0);
  const sums = balances(play.entries);
  const { overpaidPence = 0, overpaidCostPence = overpaidPence } = play.head;
  const recovered = (sums.get('reclaims-owed') ?? 0) + overpaidPence;
  const costPence = (sums.get('direct-payments') ?? 0) - overpaidCostPence;
  const { net, cost } = worth.sevenths(lastDay);
  const once = oncePaid(play);
  return { net: (pence - once - recovered) * 7 - net, cost: (costPence - once) * 7 - cost };
}

/** What was paid for what is bought once. What came back has been paid again, or by the final account. */
function oncePaid({ payments }: PayHistory): number {
  return [...payments.values()]
    .filter(({ name, state }) => /^ONCE#plan-/.test(name) && state !== 'withheld')
    .reduce((sum, { amountPence }) => sum + amountPence, 0);
}

function expectFair({ play, boughtPence }: Telling): void {
  // A final account owes nothing of it without evidence; everybody else is paid all of it.
  const once = oncePaid(play);
  expect(play.agreement.finalAccount ? once <= boughtPence : once === boughtPence).toBe(true);
  const payments = [...play.payments.values()].filter(({ state }) => state === 'sent');
  const times = timesPaid(payments);
  expect([...times.values()].every((each) => each === 1)).toBe(true);
  for (const { name, run, activatedBy, afterDeath, payUntil } of play.sent) {
    expect([activatedBy, run.asked?.by, run.reissuedBy, null]).not.toContain(run.approvedBy);
    if (afterDeath) expect(name).toBe('FINAL');
    const from = play.payments.get(name)?.days?.from ?? '';
    expect(payUntil === null || from <= payUntil).toBe(true);
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
      expect(differences(telling)).toEqual({ net: 0, cost: 0 });
    }),
    { numRuns: histories },
  );
}, 240_000);

test('where a day is worth a part of a penny, each payment rounds by less than one', () => {
  fc.assert(
    fc.property(History, (history) => {
      const telling = told(history, 1);
      expectFair(telling);
      const most = 7 * (telling.roundings + 3 * telling.play.payments.size);
      const { net, cost } = differences(telling);
      expect(Math.abs(net)).toBeLessThan(most);
      expect(Math.abs(cost)).toBeLessThan(most);
    }),
    { numRuns: histories / 10 },
  );
}, 240_000);
