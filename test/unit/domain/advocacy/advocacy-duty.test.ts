import { describe, expect, it } from 'vitest';
import {
  type AdvocacyDuty,
  AdvocacyInputs,
  type AdvocacySupport,
  advocacyDuty,
  mayComplete,
} from '#shared/domain/advocacy/advocacy-duty.ts';
import { DecisionAbility } from '#shared/domain/capacity/capacity-record.ts';

const friend = {
  name: 'A Friend',
  isPaidOrProfessionalCarer: false,
  acceptance: 'accepted-by-person',
} as const;

function consider(others: Partial<AdvocacyInputs>): AdvocacyDuty {
  return advocacyDuty(
    AdvocacyInputs.parse({
      occasion: 'assessment',
      substantialDifficultyIn: ['retain'],
      possibleRepresentative: null,
      consideredOn: '2026-07-17',
      consideredBy: { id: 'practitioner-1', name: 'A Practitioner' },
      reason: 'He loses the thread after a few minutes.',
      ...others,
    }),
  );
}

describe('The duty to find an advocate', () => {
  it.each(DecisionAbility.options)('is owed for substantial difficulty to %s alone', (ability) => {
    expect(consider({ substantialDifficultyIn: [ability] }).isOwed).toBe(true);
  });

  it.each<[Partial<AdvocacyInputs>, boolean, string]>([
    [{}, true, 'Care Act 2014 s67(2)'],
    [{ occasion: 'planning' }, true, 'Care Act 2014 s67(2)'],
    [{ occasion: 'review' }, true, 'Care Act 2014 s67(2)'],
    [{ occasion: 'enquiry' }, true, 'Care Act 2014 s68(2)'],
    [{ substantialDifficultyIn: [] }, false, 'Care Act 2014 s67(4)'],
    [{ substantialDifficultyIn: [], occasion: 'enquiry' }, false, 'Care Act 2014 s68(3)'],
    [{ possibleRepresentative: friend }, false, 'Care Act 2014 s67(5)'],
    [{ possibleRepresentative: friend, occasion: 'enquiry' }, false, 'Care Act 2014 s68(4)'],
    [
      { possibleRepresentative: { ...friend, acceptance: 'in-best-interests' } },
      false,
      'Care Act 2014 s67(5)',
    ],
    [
      { possibleRepresentative: { ...friend, acceptance: 'not-accepted' } },
      true,
      'Care Act 2014 s67(2)',
    ],
    [
      { possibleRepresentative: { ...friend, isPaidOrProfessionalCarer: true } },
      true,
      'Care Act 2014 s67(2)',
    ],
  ])('with %j is owed: %s, by %s', (others, isOwed, rule) => {
    expect(consider(others)).toMatchObject({ isOwed, rule });
  });

  it('says what the person would find difficult', () => {
    expect(consider({ substantialDifficultyIn: ['understand', 'communicate'] }).line).toBe(
      'An advocate is needed: there is substantial difficulty in understanding information; ' +
        'communicating views, wishes or feelings.',
    );
  });
});

describe('Work with the person', () => {
  const owed = consider({});

  it.each<[AdvocacyDuty, AdvocacySupport, boolean, string]>([
    [owed, { advocateFrom: null, urgency: '' }, false, 'nobody yet'],
    [owed, { advocateFrom: '2026-07-18', urgency: '' }, false, 'an advocate from tomorrow'],
    [owed, { advocateFrom: '2026-07-17', urgency: '' }, true, 'an advocate from today'],
    [owed, { advocateFrom: null, urgency: 'Unsafe tonight.' }, true, 'urgency'],
    [
      consider({ substantialDifficultyIn: [] }),
      { advocateFrom: null, urgency: '' },
      true,
      'no advocate needed',
    ],
  ])('%j with %j may be completed: %s (%s)', (duty, support, mayBe) => {
    const outcome = mayComplete(duty, support, '2026-07-17');
    expect(outcome.accepted ? true : outcome.refusal.kind).toBe(mayBe || 'advocate-needed');
  });
});
