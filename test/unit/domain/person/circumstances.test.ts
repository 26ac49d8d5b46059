import { describe, expect, test } from 'vitest';
import { AccessNeeds } from '#shared/domain/codes/accessible-information.ts';
import {
  AccessNeedsRecord,
  accessNeedsTold,
  recordAccessNeeds,
} from '#shared/domain/person/facts/access-needs.ts';
import {
  CircumstanceRecord,
  recordCircumstance,
} from '#shared/domain/person/facts/circumstances.ts';
import type { PersonFacts } from '#shared/domain/person/facts/person-facts.ts';
import { by, factsAfter } from '#test/support/people.ts';

const moment = by('practitioner-1');
const lives = (code: string, from: string) => (facts: PersonFacts) => {
  const record = { circumstance: 'accommodation', code, from, source: 'He said so.' };
  return recordCircumstance(facts, CircumstanceRecord.parse(record), moment);
};
const history = (...moves: ReturnType<typeof lives>[]) =>
  factsAfter(...moves).circumstances.accommodation;

describe('where a person lives', () => {
  test('is a history in the order of days, in whatever order it was told', () => {
    expect(
      history(lives('registered-care-home', '2026-05-01'), lives('tenant', '2020-01-01')),
    ).toEqual([
      { code: 'tenant', from: '2020-01-01' },
      { code: 'registered-care-home', from: '2026-05-01' },
    ]);
  });

  test('told anew for a day corrects what was told before', () => {
    expect(history(lives('tenant', '2020-01-01'), lives('shared-lives', '2020-01-01'))).toEqual([
      { code: 'shared-lives', from: '2020-01-01' },
    ]);
  });

  test('is not recorded for a day to come, or twice', () => {
    expect(lives('tenant', '2026-07-09')(factsAfter())).toMatchObject({
      refusal: { pointer: '/from' },
    });
    expect(lives('tenant', '2020-01-01')(factsAfter(lives('tenant', '2020-01-01')))).toMatchObject({
      refusal: { kind: 'already-recorded' },
    });
  });

  test('leaves work and the reason for support as they were', () => {
    const record = { circumstance: 'employment', code: 'not-paid-voluntary-work' };
    const works = CircumstanceRecord.parse({ ...record, from: '2026-01-01', source: 'She' });
    const facts = factsAfter(
      (before) => recordCircumstance(before, works, moment),
      lives('tenant', '2020-01-01'),
    );
    expect(facts.circumstances.employment).toEqual([
      { code: 'not-paid-voluntary-work', from: '2026-01-01' },
    ]);
    expect(facts.circumstances['primary-support-reason']).toEqual([]);
  });
});

describe('access needs', () => {
  const told = {
    needs: { informationFormats: ['large-print'] },
    identifiedBy: 'person-said',
    sharing: { personAgrees: true, with: ['The GP'] },
    met: null,
    reviewOn: '2027-07-08',
  };
  const recorded = (changes: object) =>
    recordAccessNeeds(factsAfter(), AccessNeedsRecord.parse({ ...told, ...changes }), moment);

  test('are recorded with the day on which the person is asked again', () => {
    expect(recorded({})).toMatchObject({
      value: { next: { accessNeeds: { reviewOn: '2027-07-08', recordedOn: '2026-07-08' } } },
    });
  });

  test.each([
    [
      'shared without agreement',
      { sharing: { personAgrees: false, with: ['The GP'] } },
      '/sharing/with',
    ],
    ['asked about again after more than a year', { reviewOn: '2027-07-09' }, '/reviewOn'],
    ['asked about again today', { reviewOn: '2026-07-08' }, '/reviewOn'],
  ])('are not %s', (_what, changes, pointer) => {
    expect(recorded(changes)).toMatchObject({ refusal: { pointer } });
  });

  test('come in with a contact, where it tells any', () => {
    const plain = { language: 'English', needsInterpreter: false };
    expect(accessNeedsTold(null, plain, '2026-07-08')).toBeUndefined();
    const needs = AccessNeeds.parse({ support: ['more-time'] });
    expect(accessNeedsTold(null, { ...plain, accessNeeds: needs }, '2026-07-08')).toMatchObject({
      needs,
      identifiedBy: 'contact',
      reviewOn: null,
    });
    const polish = { language: 'Polish', needsInterpreter: true };
    expect(accessNeedsTold(null, polish, '2026-07-08')).toMatchObject(polish);
    const known = accessNeedsTold(null, polish, '2026-07-08') ?? null;
    for (const language of ['en', 'en-GB', 'english']) {
      expect(accessNeedsTold(null, { ...plain, language }, '2026-07-08')).toBeUndefined();
      expect(accessNeedsTold(known, { ...plain, language }, '2026-07-08')).toBeUndefined();
    }
  });

  test('on record are added to by a later contact, which takes nothing away', () => {
    const plain = { language: 'English', needsInterpreter: false };
    const tell = (needs: object, others: object = {}) => ({
      ...plain,
      ...others,
      accessNeeds: AccessNeeds.parse(needs),
    });
    const large = tell({ informationFormats: ['large-print'] }, { language: 'Polish' });
    const known = accessNeedsTold(null, large, '2026-01-01') ?? null;
    const time = tell({ support: ['more-time'] });
    expect(accessNeedsTold(known, time, '2026-07-08')).toMatchObject({
      needs: { informationFormats: ['large-print'], support: ['more-time'] },
      language: 'Polish',
      recordedOn: '2026-07-08',
    });
    expect(accessNeedsTold(known, large, '2026-07-08')).toBeUndefined();
    expect(accessNeedsTold(known, plain, '2026-07-08')).toBeUndefined();
  });
});
