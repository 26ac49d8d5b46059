import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOfPayment } from '#shared/domain/ledger/entry-of-payment.ts';
import {
  balanced,
  balances,
  type LedgerEntry,
  reversalOf,
} from '#shared/domain/ledger/ledger-entry.ts';
import type { Payment } from '#shared/domain/payment/payment.ts';

const entry: LedgerEntry = {
  entryId: 'entry000001',
  kind: 'payment',
  agreementId: 'agreement0001',
  runId: 'run000000001',
  paymentName: '2026-04-06',
  on: '2026-04-02',
  lines: [
    { account: 'direct-payments', costCentre: 'older-people', pence: 100 },
    { account: 'bank', costCentre: null, pence: -100 },
  ],
  corrects: null,
};
const [cost, bank] = entry.lines;

describe('an entry of the ledger', () => {
  it('is taken when its debits and credits are equal', () => {
    expect(balanced(entry).accepted).toBe(true);
  });

  it.each([
    ['is out by a penny', [cost, { ...bank, pence: -99 }], '/lines'],
    ['has a line of nothing', [cost, bank, { ...bank, pence: 0 }], '/lines/2/pence'],
    ['has a fraction of a penny', [{ ...cost, pence: 0.5 }, bank], '/lines/0/pence'],
  ])('is refused when it %s', (_what, lines, pointer) => {
    const wrong = balanced({ ...entry, lines: lines as LedgerEntry['lines'] });
    expect(wrong).toMatchObject({ accepted: false, refusal: { kind: 'invalid-input', pointer } });
  });

  it('is undone by an entry that names it, after which nothing is left on any account', () => {
    const undone = reversalOf(entry, { entryId: 'entry000002', on: '2026-04-20' });
    expect(undone).toMatchObject({ kind: 'correction', corrects: 'entry000001' });
    expect(balanced(undone).accepted).toBe(true);
    expect([...balances([entry, undone]).values()]).toEqual([0, 0]);
  });
});

it('balances for every payment, whatever its days, its contribution and its cost centres', () => {
  const pence = fc.integer({ min: 0, max: 500_000 });
  fc.assert(
    fc.property(
      pence,
      pence,
      pence,
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), pence),
      fc.integer({ min: 0, max: 27 }),
      (weekly, contribution, amountPence, costs, day) => {
        const to = `2026-04-${String(6 + Math.min(day, 24)).padStart(2, '0')}`;
        const payment: Payment = {
          agreementId: 'agreement0001',
          name: '2026-04-06',
          runId: 'run000000001',
          state: 'sent',
          amountPence,
          days: { from: '2026-04-06', to },
          weekly: { pence: weekly, contributionPence: contribution },
          payOn: '2026-04-02',
          costs,
          activatedBy: 'finance-1',
        };
        const made = entryOfPayment('entry000001', payment);
        const left = made?.lines.find((line) => line.account === 'bank')?.pence ?? 0;
        return (made === undefined || balanced(made).accepted) && left === -amountPence;
      },
    ),
  );
});
