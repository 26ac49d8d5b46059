import { describe, expect, test } from 'vitest';
import { type LetterSubject, letterReaderOf } from '#shared/domain/letters/letter-reader.ts';
import {
  endRepresentative,
  NewRepresentative,
  recordRepresentative,
  signatoryFor,
} from '#shared/domain/person/facts/representative.ts';
import { PlanAgreement, refusalOfRepresentative } from '#shared/domain/plan/sign-off/agreement.ts';
import { by, factsAfter } from '#test/support/people.ts';

const moment = by('practitioner-1');
const id = 'representative1';
const recorded =
  (changes: object = {}) =>
  (facts: Parameters<typeof recordRepresentative>[0]) =>
    recordRepresentative(
      facts,
      {
        id,
        input: NewRepresentative.parse({
          who: { kind: 'named', name: 'A Daughter' },
          kind: 'attorney-health-and-welfare',
          reference: '7000-0000-0000',
          evidenceSeen: 'The stamped original.',
          seenBy: 'practitioner-1',
          seenOn: '2026-07-01',
          from: '2024-05-01',
          until: null,
          maySign: ['plan-agreement'],
          ...changes,
        }),
      },
      moment,
    );

describe('what a representative may sign', () => {
  test.each([
    ['attorney-health-and-welfare', 'plan-agreement', true],
    ['attorney-health-and-welfare', 'financial-assessment', false],
    ['attorney-property-and-affairs', 'financial-assessment', true],
    ['attorney-property-and-affairs', 'plan-agreement', false],
    ['attorney-property-and-affairs', 'moving-home', false],
    ['deputy-health-and-welfare', 'assessment', true],
    ['deputy-property-and-affairs', 'financial-assessment', true],
    ['appointee', 'financial-assessment', false],
    ['authorised-person', 'direct-payment-agreement', true],
    ['authorised-person', 'plan-agreement', false],
    ['nominated-person', 'direct-payment-agreement', true],
    ['nominated-person', 'plan-agreement', false],
    ['advocate', 'plan-agreement', false],
    ['nearest-relative', 'assessment', false],
    ['informal', 'plan-agreement', false],
  ])('%s and %s: %s', (kind, signature, may) => {
    const decision = recorded({ kind, maySign: [signature] })(factsAfter());
    expect(decision.accepted).toBe(may);
    if (!may) expect(decision).toMatchObject({ refusal: { pointer: '/maySign/0' } });
  });

  test('holds on the days of the power, for what was recorded, by that very id', () => {
    const facts = factsAfter(recorded({ until: '2026-12-31' }));
    const may = (on: string, signature: 'plan-agreement' | 'assessment', asked = id) =>
      signatoryFor(facts, { id: asked, signature, on }) !== undefined;
    expect(may('2024-04-30', 'plan-agreement')).toBe(false);
    expect(may('2024-05-01', 'plan-agreement')).toBe(true);
    expect(may('2026-12-31', 'plan-agreement')).toBe(true);
    expect(may('2027-01-01', 'plan-agreement')).toBe(false);
    expect(may('2026-07-08', 'assessment')).toBe(false);
    expect(may('2026-07-08', 'plan-agreement', 'representative2')).toBe(false);
  });
});

describe('a representative', () => {
  test.each([
    [
      'a power of attorney without the number of its registration',
      { reference: undefined },
      '/reference',
    ],
    ['evidence seen on a day to come', { seenOn: '2026-07-09' }, '/seenOn'],
    ['a power that ends before it begins', { until: '2024-04-30' }, '/until'],
  ])('is not recorded with %s', (_what, changes, pointer) => {
    expect(recorded(changes)(factsAfter())).toMatchObject({ refusal: { pointer } });
  });

  test('who helps informally needs no number and signs nothing', () => {
    const informal = { kind: 'informal', reference: undefined, maySign: [] };
    expect(recorded(informal)(factsAfter()).accepted).toBe(true);
  });

  test('acts no more from the day on which that ends', () => {
    const input = { on: '2026-07-08', reason: 'She has given it up.' };
    const facts = factsAfter(recorded(), (before) =>
      endRepresentative(before, { id, input }, moment),
    );
    expect(facts.representatives).toEqual([]);
  });
});

describe('a plan that a representative signs', () => {
  const signedBy = (representativeId: string | undefined, on = '2026-07-08') =>
    PlanAgreement.parse({
      outcome: 'agreed',
      by: {
        kind: 'lawful-decision-maker',
        name: 'A Daughter',
        authority: 'lasting-power-of-attorney',
        ...(representativeId && { representativeId }),
      },
      on,
      copiesTo: [{ kind: 'person' }],
    });

  test('rests on what the record says that they may sign', () => {
    const facts = factsAfter(recorded());
    expect(refusalOfRepresentative(signedBy(id), facts)).toBeUndefined();
    const wrong = { refusal: { kind: 'capacity-check-needed', pointer: '/by/representativeId' } };
    expect(refusalOfRepresentative(signedBy('representative2'), facts)).toMatchObject(wrong);
    expect(refusalOfRepresentative(signedBy(id, '2024-04-30'), facts)).toMatchObject(wrong);
    const ofMoney = { kind: 'attorney-property-and-affairs', maySign: ['financial-assessment'] };
    const another = factsAfter(recorded(ofMoney));
    expect(refusalOfRepresentative(signedBy(id), another)).toMatchObject(wrong);
  });

  test('is recorded by name as before where none of the record is named', () => {
    expect(refusalOfRepresentative(signedBy(undefined), factsAfter())).toBeUndefined();
  });
});

describe('whoever reads letters in the place of a person', () => {
  const lettersTo = { why: 'She asked us to.', email: 'a.daughter@example.org' };
  const readerOf = (kind: string, subject: LetterSubject) => {
    const facts = factsAfter(recorded({ kind, lettersTo, maySign: [] }));
    return letterReaderOf(facts, { subject, on: '2026-07-08' })?.kind;
  };

  test.each([
    ['attorney-health-and-welfare', ['care']],
    ['attorney-property-and-affairs', ['money', 'direct-payment']],
    ['deputy-health-and-welfare', ['care']],
    ['deputy-property-and-affairs', ['money', 'direct-payment']],
    ['appointee', ['money']],
    ['authorised-person', ['direct-payment']],
    ['nominated-person', ['direct-payment']],
    ['informal', ['care', 'money', 'direct-payment']],
  ])('as %s reads of %j and of nothing else', (kind, subjects) => {
    const read = (['care', 'money', 'direct-payment'] as const).filter(
      (subject) => readerOf(kind, subject) === kind,
    );
    expect(read).toEqual(subjects);
  });

  test('has a power in law, before whoever only helps with letters', () => {
    const facts = factsAfter(
      recorded({ kind: 'informal', lettersTo, maySign: [] }),
      recorded({ lettersTo, maySign: [] }),
    );
    expect(letterReaderOf(facts, { subject: 'care', on: '2026-07-08' })?.kind).toBe(
      'attorney-health-and-welfare',
    );
  });

  test.each([
    [{ why: 'She asked us to.' }, false],
    [{ why: 'She asked us to.', address: ['1 Sample Street'] }, false],
    [{ why: 'She asked us to.', address: ['1 Sample Street'], postcode: 'ZZ1 1ZZ' }, true],
    [lettersTo, true],
  ])('has somewhere for them to go: %j', (to, isKept) => {
    const decided = recorded({ lettersTo: to })(factsAfter());
    expect(decided.accepted).toBe(isKept);
  });
});
