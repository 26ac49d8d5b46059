import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContributionAccount } from '#shared/domain/contribution-account/account-state.ts';
import { balanceOf } from '#shared/domain/contribution-account/account-state.ts';
import {
  openAccount,
  withDeath,
  withoutDeath,
  withTerms,
} from '#shared/domain/contribution-account/follow-support.ts';
import type { BillingFacts } from '#shared/domain/contribution-account/statement/charge-days.ts';
import { issueStatement } from '#shared/domain/contribution-account/statement/issue-statement.ts';
import type { PeriodBilled } from '#shared/domain/contribution-account/statement/make-lines.ts';
import { dueFor, type OracleFacts, type OraclePart } from '#test/support/contribution-oracle.ts';
import { daysFromTo } from '#test/support/days-paid.ts';

const diary = daysFromTo('2026-01-01', '2028-12-31');
const dayAt = (place: number): string => diary[place] ?? '2028-12-31';

const Part = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  isNet: fc.boolean(),
  isDirectPayment: fc.boolean(),
  weekly: fc.integer({ min: 1, max: 40_000 }),
  chargeablePercent: fc.constantFrom(0, 50, 100, 100),
});
const Parts = fc.uniqueArray(Part, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
const Happening = fc.record({
  kind: fc.constantFrom(
    'plan',
    'charge',
    'care',
    'care',
    'care',
    'death',
    'alive',
    'pause',
    'moved',
  ),
  /** After how many days, and how far back or ahead it counts. */
  after: fc.nat(45),
  days: fc.integer({ min: -70, max: 10 }),
  parts: Parts,
  pence: fc.option(fc.integer({ min: 0, max: 60_000 })),
  part: fc.constantFrom('a', 'b', 'c'),
});
const History = fc.record({
  provisional: fc.constantFrom(0, 5_001),
  parts: Parts,
  happenings: fc.array(Happening, { maxLength: 14 }),
});
type Happening = typeof Happening extends fc.Arbitrary<infer H> ? H : never;

const partOf = ({
  chargeablePercent,
  ...part
}: typeof Part extends fc.Arbitrary<infer P> ? P : never) => ({
  ...part,
  // What is net goes out as a direct payment or a fund; what the council arranges never does.
  chargeable: Math.floor((part.weekly * chargeablePercent) / 100),
});

const firstDay = 40;
const settings = { statementAfterDays: 10, payWithinDays: 28 };

/** A person's support and their account, side by side with what the oracle is told. */
class Billing {
  facts: OracleFacts;
  account: ContributionAccount;
  billed: PeriodBilled[] = [];
  anchor = '2026-01-05';
  #event = 1;

  constructor(parts: readonly OraclePart[], provisional: number) {
    const plans = [{ from: dayAt(firstDay), parts }];
    this.facts = { plans, asked: [], provisional, lastDay: null, pauses: [], given: [] };
    this.account = openAccount(this.#terms(dayAt(firstDay), parts), dayAt(firstDay)).next;
  }

  #terms(from: string, parts: readonly OraclePart[]) {
    this.#event += 1;
    return {
      event: this.#event,
      from,
      parts: parts.map((part) => ({
        id: part.id,
        holding: part.isDirectPayment ? ('direct-payment' as const) : ('council-managed' as const),
        contribution: part.isNet ? ('net' as const) : ('gross' as const),
        weeklyPence: part.weekly,
        chargeableWeeklyPence: part.chargeable,
        startedOn: from,
        agreementId: part.isDirectPayment ? 'agreement0001' : null,
      })),
    };
  }

  happen({ kind, parts, days, pence, part }: Happening, today: number): void {
    const on = dayAt(Math.max(firstDay, today + days));
    if (kind === 'plan') {
      const planned = parts.map(partOf);
      this.account = withTerms(this.account, this.#terms(on, planned))?.next ?? this.account;
      this.facts = { ...this.facts, plans: [...this.facts.plans, { from: on, parts: planned }] };
    }
    if (kind === 'charge') {
      const before = this.facts.asked.filter(({ from }) => from < on);
      this.facts = { ...this.facts, asked: [...before, { from: on, most: pence }] };
    }
    if (kind === 'care' && on <= dayAt(today)) {
      const others = this.facts.given.filter((care) => care.part !== part || care.from !== on);
      this.facts = { ...this.facts, given: [...others, { part, from: on, pence: pence ?? 0 }] };
    }
    if (kind === 'pause') {
      const pauses = [...this.facts.pauses, { from: on, to: dayAt(today + 9) }];
      this.facts = { ...this.facts, pauses };
    }
    if (kind === 'death' && on <= dayAt(today)) {
      this.#event += 1;
      const end = { event: this.#event, lastDay: on };
      this.account = withDeath(this.account, end)?.next ?? this.account;
      this.facts = { ...this.facts, lastDay: on };
    }
    if (kind === 'alive') {
      this.account = withoutDeath(this.account)?.next ?? this.account;
      this.facts = { ...this.facts, lastDay: null };
    }
    if (kind === 'moved') this.anchor = on;
  }

  #serviceFacts(): Omit<BillingFacts, 'terms' | 'lastDay'> {
    const { asked, provisional, given, pauses } = this.facts;
    return {
      asked: asked.map(({ from, most }) => ({ from, weeklyPence: most, mostWeeklyPence: most })),
      provisionalWeeklyPence: provisional,
      delivered: given.map(({ part, from, pence }) => ({
        partId: part,
        from,
        to: from,
        deliveredPence: pence,
      })),
      paidOut: [
        { agreementId: 'agreement0001', startsOn: dayAt(0), payUntil: null, pauses: [...pauses] },
      ],
    };
  }

  /** Whatever is due by that day is billed. */
  bill(today: string): void {
    let isMore = false;
    for (;;) {
      const due = issueStatement(
        this.account,
        {
          billed: this.billed,
          facts: this.#serviceFacts(),
          isProvisional: false,
          calendar: { anchor: this.anchor },
          settings,
        },
        { today, event: 1 },
      );
      if ('on' in due) break;
      this.billed.push({ ...due.period, lines: due.lines });
      this.account = due.issued?.next ?? this.account;
      isMore = true;
    }
    if (isMore) this.expectWhatIsDue();
  }

  /** At each statement, all that was billed until then is what the oracle makes of all that is known. */
  expectWhatIsDue(): void {
    for (const { from, to } of this.billed) {
      const lines = this.billed.flatMap((each) => each.lines).filter((line) => line.from === from);
      const sums = new Map<string, number>();
      for (const { partId, holding, pence } of lines) {
        const name = `${partId} ${holding}`;
        sums.set(name, (sums.get(name) ?? 0) + pence);
      }
      const owing = (of: ReadonlyMap<string, number>) =>
        [...of].filter(([, pence]) => pence !== 0).sort();
      expect(owing(sums)).toEqual(owing(dueFor(from, to, this.facts)));
    }
  }
}

test('what all statements bill is what the oracle counts day by day, to the penny', () => {
  fc.assert(
    fc.property(History, ({ provisional, parts, happenings }) => {
      const billing = new Billing(parts.map(partOf), provisional);
      let today = firstDay;
      for (const happening of happenings) {
        today += happening.after;
        billing.bill(dayAt(today));
        billing.happen(happening, today);
      }
      billing.bill(dayAt(today + 80));
      const days = billing.billed.flatMap(({ from, to }) => daysFromTo(from, to));
      // No day is billed twice, and none is left out.
      expect(days).toEqual(daysFromTo(dayAt(firstDay), days.at(-1) ?? ''));
      const total = billing.billed
        .flatMap(({ lines }) => lines)
        .reduce((sum, { pence }) => sum + pence, 0);
      expect(balanceOf(billing.account)).toBe(total);
    }),
    { numRuns: 250 },
  );
});
