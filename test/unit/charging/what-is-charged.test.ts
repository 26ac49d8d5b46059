import { describe, expect, test } from 'vitest';
import { ChargeInput } from '#shared/domain/charging/input/charge-input.ts';
import { splitSharedCost } from '#shared/domain/charging/shared-costs.ts';
import {
  type Asked,
  capital,
  chargeOf,
  income,
  outcomeOf,
  plain,
  somebody,
  sumOfLines,
} from './a-charge.ts';

const rich = [income('private-pension', 90_000)];
const line = { id: 'a', label: 'A', weeklyPence: 10_000 };

describe('What may be charged for', () => {
  test.each<[string, Asked['care'][number], number]>([
    ['care', { ...line, kind: 'care' }, 10_000],
    ['an aid of any cost', { ...line, kind: 'aid' }, 0],
    ['an adaptation of 1,000.00', { ...line, kind: 'adaptation', costPence: 100_000 }, 0],
    ['an adaptation of a penny more', { ...line, kind: 'adaptation', costPence: 100_001 }, 10_000],
    ['the last free day of reablement', { ...line, kind: 'reablement', firstDay: '2024-08-21' }, 0],
    ['reablement after six weeks', { ...line, kind: 'reablement', firstDay: '2024-08-20' }, 10_000],
    [
      'the last free day of intermediate care',
      { ...line, kind: 'intermediate-care', firstDay: '2024-08-21' },
      0,
    ],
    [
      'intermediate care after six weeks',
      { ...line, kind: 'intermediate-care', firstDay: '2024-08-20' },
      10_000,
    ],
    ['assessment and advice', { ...line, kind: 'assessment-or-advice' }, 0],
    [
      'after-care',
      { ...line, kind: 'care', paidByOthers: [{ funder: 's117', weeklyPence: 10_000 }] },
      0,
    ],
    [
      'what the NHS leaves to the council',
      { ...line, kind: 'care', paidByOthers: [{ funder: 'nhs', weeklyPence: 4000 }] },
      6000,
    ],
    ['replacement care, to the cared-for person', { ...line, kind: 'replacement-care' }, 10_000],
  ])('%s', (_, careLine, weeklyPence) => {
    const charge = chargeOf({ care: [careLine], incomes: rich });
    expect(charge.weeklyPence).toBe(weeklyPence);
    expect(charge.basis).toBe(weeklyPence === 0 ? 'nothing-chargeable' : 'means-tested');
    expect(sumOfLines(charge)).toBe(weeklyPence);
  });

  test('names the law under which others pay', () => {
    const paidByOthers = (['nhs', 's117'] as const).map((funder) => ({ funder, weeklyPence: 100 }));
    const charge = chargeOf({ care: [{ ...line, kind: 'care', paidByOthers }] });
    expect(charge.lines[0]).toMatchObject({
      label: 'A, of which others pay £2.00',
      law: 'Care Act 2014 s14(1), s22, Mental Health Act 1983 s117',
    });
  });

  test('is never replacement care, to the carer', () => {
    const person = somebody({ assessedAs: 'carer' });
    const charge = chargeOf({
      person,
      care: [{ ...line, kind: 'replacement-care' }],
      incomes: rich,
    });
    expect(charge.weeklyPence).toBe(0);
  });

  test('is nothing for people with Creutzfeldt-Jakob disease, also with capital', () => {
    const person = somebody({ hasCreutzfeldtJakobDisease: true });
    const charge = chargeOf({ person, capital: [capital('savings', 9_000_000)] });
    expect(charge).toMatchObject({ basis: 'nothing-chargeable', weeklyPence: 0 });
  });

  test('cannot be paid for by others more than in full', () => {
    const paidByOthers = [{ funder: 'nhs', weeklyPence: 10_001 } as const];
    expect(outcomeOf({ care: [{ ...line, kind: 'care', paidByOthers }] })).toMatchObject({
      accepted: false,
      refusal: { kind: 'parts-do-not-add-up', pointer: '/care/0/paidByOthers' },
    });
  });
});

describe('The footing of a charge', () => {
  const consent = {
    kind: 'light-touch',
    evidence: 'Pension letter',
    doesPersonConsent: true,
    toldMayAskForFull: true,
  } as const;
  const until = { weeklyPence: 4000, toldInWriting: true, reviewOn: '2024-11-01' } as const;
  test.each<[string, Asked['assessment'], Asked['care'][number]['weeklyPence'], string, number]>([
    [
      'significant means',
      { ...consent, ground: 'significant-means' },
      50_000,
      'light-touch',
      50_000,
    ],
    [
      'a small charge',
      { ...consent, ground: 'small-charge', weeklyPence: 700 },
      50_000,
      'light-touch',
      700,
    ],
    [
      'a small charge for less care',
      { ...consent, ground: 'small-charge', weeklyPence: 700 },
      600,
      'light-touch',
      600,
    ],
    ['nothing to pay', { ...consent, ground: 'nothing-to-pay' }, 50_000, 'light-touch', 0],
    ['a provisional amount', { kind: 'provisional', ...until }, 50_000, 'provisional', 4000],
    [
      'a provisional amount for less care',
      { kind: 'provisional', ...until },
      3000,
      'provisional',
      3000,
    ],
    [
      'missing papers, which never mean the full cost',
      { kind: 'incomplete', ...until, missing: 'Bank statements', helpOffered: 'A visit' },
      50_000,
      'incomplete',
      4000,
    ],
    [
      'a recorded refusal, which does',
      { kind: 'refused', refusal: 'Wants to tell nobody', recordedOn: '2024-09-01' },
      50_000,
      'refused',
      50_000,
    ],
  ])('may be %s', (_, assessment, cost, basis, weeklyPence) => {
    const charge = chargeOf({ assessment, care: [{ ...line, kind: 'care', weeklyPence: cost }] });
    expect(charge).toMatchObject({ basis, weeklyPence });
    expect(sumOfLines(charge)).toBe(weeklyPence);
  });

  test.each([
    ['without consent', { ...consent, ground: 'nothing-to-pay', doesPersonConsent: false }],
    ['without evidence', { ...consent, ground: 'nothing-to-pay', evidence: ' ' }],
    [
      'of which the person is not told',
      { ...consent, ground: 'nothing-to-pay', toldMayAskForFull: false },
    ],
  ])('is never light-touch %s', (_, assessment) => {
    expect(ChargeInput.safeParse({ ...plain, assessment }).success).toBe(false);
  });
});

describe('A cost that people share', () => {
  test.each([
    [1000, 2, [500, 500]],
    [1001, 2, [501, 500]],
    [1001, 3, [334, 334, 333]],
    [0, 2, [0, 0]],
  ])('of %i pence among %i is %j', (pence, people, shares) => {
    expect(splitSharedCost(pence, people)).toEqual(shares);
  });

  test('by nobody is no cost', () => {
    expect(() => splitSharedCost(100, 0)).toThrow('at least one person');
  });
});
