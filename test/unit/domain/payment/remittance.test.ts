import { describe, expect, it } from 'vitest';
import { paidFor, referenceOf } from '#shared/domain/payment/remittance.ts';

describe('what a payment is for', () => {
  it.each([
    [{ name: '2026-04-06' }, 'period'],
    [{ name: 'ONCE#plan-2' }, 'one-off'],
    [{ name: 'ONCE#difference-7' }, 'difference'],
    [{ name: 'AGAIN#2026-04-06', paysAgain: '2026-04-06' }, 'paid-again'],
    [{ name: 'FINAL' }, 'final-account'],
    [{ name: 'CARE#2026-04-06' }, 'care-delivered'],
    [{ name: 'AGAIN#CARE#2026-04-06', paysAgain: 'CARE#2026-04-06' }, 'paid-again'],
  ])('is told of %o', (payment, told) => {
    expect(paidFor(payment)).toBe(told);
  });

  it('stands on the statement by the first day that it is for, or the day it arrives', () => {
    const days = { from: '2026-04-13', to: '2026-05-03' };
    expect(referenceOf({ days, payOn: '2026-04-02' })).toBe('DIRECT PAY 130426');
    expect(referenceOf({ days: null, payOn: '2026-04-02' })).toBe('ONE-OFF 020426');
    const final = { days: null, payOn: '2026-04-02', reference: 'FINAL' } as const;
    expect(referenceOf(final)).toBe('FINAL 020426');
  });
});
