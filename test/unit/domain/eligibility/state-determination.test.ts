import { describe, expect, test } from 'vitest';
import { type DeterminationInputs, determine } from '#shared/domain/eligibility/determination.ts';
import { sayWhatFollows } from '#shared/domain/eligibility/words/say-what-follows.ts';
import { stateDetermination } from '#shared/domain/eligibility/words/state-determination.ts';
import { adult, carer, facs } from './inputs.ts';

function stated(inputs: DeterminationInputs) {
  const outcome = determine(inputs);
  if (!outcome.accepted) throw new Error(outcome.refusal.detail);
  return stateDetermination(outcome.value);
}

const one = adult({ 'CA-TOILET': 'takes-significantly-longer' });
const health = { healthAtRisk: { holds: true, evidence: 'Her back is worse each month.' } };

describe('A determination, line by line,', () => {
  test.each<[string, DeterminationInputs, string]>([
    ['an adult who is not eligible', one, 'Your needs are not eligible for support.'],
    ['a carer', carer({}, health), 'Your needs as a carer are eligible for support.'],
    ['someone under FACS', facs(['FACS-CRITICAL-LIFE']), 'Your needs are eligible for support.'],
  ])('says the decision and who took it for %s', (_whom, inputs, decision) => {
    expect(stated(inputs)).toMatchObject({ decision, decidedBy: 'A Practitioner' });
  });

  test('has a line for each of the ten outcomes with its own paragraph of the regulation', () => {
    const { findings } = stated(one);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'SI 2015/313 reg 2(2)(a)',
      'SI 2015/313 reg 2(2)(b)',
      'SI 2015/313 reg 2(2)(c), reg 2(3)(d)',
      ...[...'defghij'].map((letter) => `SI 2015/313 reg 2(2)(${letter})`),
    ]);
    expect(findings[2]).toMatchObject({
      about: 'Managing toilet needs',
      found: 'You cannot achieve this.',
      why: 'It takes you significantly longer than would normally be expected. Seen at the visit.',
    });
  });

  test("has the carer's health and each of the eight outcomes", () => {
    const { findings } = stated(carer({ 'CARER-RECREATION': 'endangers' }, health));
    expect(findings).toHaveLength(9);
    expect(findings[0]).toMatchObject({ found: 'It is at risk.', rule: 'SI 2015/313 reg 3(2)(a)' });
    expect(findings[8]?.rule).toBe('SI 2015/313 reg 3(2)(b)(viii), reg 3(3)(c)');
  });

  test('shows the evidence beside the test that it answers', () => {
    expect(stated(one).tests).toMatchObject([
      { held: true, rule: 'SI 2015/313 reg 2(1)(a)', evidence: 'Multiple sclerosis.' },
      { held: false, rule: 'SI 2015/313 reg 2(1)(b)', evidence: '' },
      {
        held: true,
        rule: 'SI 2015/313 reg 2(1)(c)',
        evidence: 'She has stopped leaving the house.',
      },
    ]);
  });

  test('tells what a carer does now, and that it changed nothing', () => {
    const finding = { ...one.outcomes['CA-TOILET'], carerHelpsNow: true };
    const helped = adult({}, { outcomes: { ...one.outcomes, 'CA-TOILET': finding } });
    const { isEligible, notes } = stated(helped);
    expect(isEligible).toBe(stated(one).isEligible);
    expect(notes.join()).toContain('A carer helps you now with managing toilet needs.');
  });

  test('tells over which period needs that change were looked at', () => {
    const fluctuation = { isFluctuating: true, periodConsidered: 'the last twelve months' };
    expect(stated(adult({}, { fluctuation })).notes.join()).toContain(
      'the last twelve months (SI 2015/313 reg 2(4))',
    );
  });
});

describe('What follows a determination', () => {
  const ordinaryResidence = { status: 'elsewhere', reason: 'Her son lives here.' } as const;
  test.each([
    [
      'eligible, met by the council',
      {
        edge: 'eligible-met-by-council',
        ordinaryResidence,
        waysToMeetNeeds: 'Visits.',
        isWantedByPerson: true,
      },
      'help all the same: Her son lives here. (Care Act 2014 s19(2), s20(6))',
    ],
    [
      'eligible, met by others',
      {
        edge: 'eligible-met-otherwise',
        ordinaryResidence,
        metBy: 'His wife.',
        isWillingAndAble: true,
      },
      'if this help stops: the council then meets these needs',
    ],
    [
      'not eligible',
      { edge: 'not-eligible', writtenAdvice: 'A bath board.' },
      'ask us for an assessment again',
    ],
    [
      'met under the power',
      { edge: 'not-eligible-met-under-power', writtenAdvice: 'A board.', reason: 'It prevents.' },
      'has decided to meet them all the same',
    ],
    [
      'declined',
      {
        edge: 'declined',
        reason: 'I manage.',
        hasCapacityToDecline: true,
        isAbuseSuspected: false,
        isCostTheReason: false,
      },
      'change your mind at any time',
    ],
    [
      'reablement first',
      { edge: 'reablement-first', whyReablement: 'She was independent.' },
      'short-term help',
    ],
  ] as const)('is said for the edge: %s', (_edge, follows, words) => {
    expect(sayWhatFollows(follows).join(' ')).toContain(words);
  });
});
