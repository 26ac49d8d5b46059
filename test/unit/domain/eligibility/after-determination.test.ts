import { describe, expect, it } from 'vitest';
import { AfterDetermination, stepAfter } from '#shared/domain/eligibility/after-determination.ts';

const here = { status: 'here', reason: '' } as const;
const byCouncil = {
  edge: 'eligible-met-by-council',
  ordinaryResidence: here,
  waysToMeetNeeds: 'Visits at home, or a direct payment.',
  isWantedByPerson: true,
} as const;
const otherwise = {
  edge: 'eligible-met-otherwise',
  ordinaryResidence: here,
  metBy: 'His wife, who wants to go on.',
  isWillingAndAble: true,
} as const;
const notEligible = { edge: 'not-eligible', writtenAdvice: 'How to keep well.' } as const;
const underPower = {
  edge: 'not-eligible-met-under-power',
  writtenAdvice: 'How to keep well.',
  reason: 'A little help now saves a crisis.',
} as const;
const declined = {
  edge: 'declined',
  reason: 'He would rather manage alone.',
  hasCapacityToDecline: true,
  isAbuseSuspected: false,
  isCostTheReason: false,
} as const;

const adult = { scheme: 'care-act-2014', eligible: true } as const;
const notEligibleAdult = { ...adult, eligible: false };
const carer = { scheme: 'care-act-2014-carer', eligible: true } as const;
const facs = { scheme: 'facs', eligible: true } as const;
const elsewhere = { status: 'elsewhere', reason: 'The other council asked us to.' } as const;

describe('After a determination', () => {
  it.each([
    [adult, byCouncil, 'budgeted', true, 'Care Act 2014 s18(1)'],
    [carer, byCouncil, 'budgeted', true, 'Care Act 2014 s20(1)'],
    [facs, byCouncil, 'budgeted', true, 'NHS and Community Care Act 1990 s47(1)(b)'],
    [
      adult,
      { ...byCouncil, ordinaryResidence: elsewhere },
      'budgeted',
      true,
      'Care Act 2014 s19(2)',
    ],
    [
      adult,
      { ...byCouncil, ordinaryResidence: { status: 'no-settled-residence', reason: '' } },
      'budgeted',
      true,
      'Care Act 2014 s18(1)',
    ],
    [adult, otherwise, 'nil-budget', true, 'Care Act 2014 s18(7)'],
    [notEligibleAdult, notEligible, 'none', false, 'Care Act 2014 s13(5)'],
    [notEligibleAdult, underPower, 'budgeted', true, 'Care Act 2014 s19(1)'],
    [adult, declined, 'none', false, 'Care Act 2014 s13(3)(b)'],
    [notEligibleAdult, declined, 'none', false, 'Care Act 2014 s13(3)(b)'],
  ] as const)('%j and %j: the plan is %s, a review %s, by %s', (decided, choice, ...next) => {
    const [plan, needsReview, rule] = next;
    expect(stepAfter(decided, choice)).toEqual({
      accepted: true,
      value: { edge: choice.edge, plan, needsReview, isConcernRaised: false, rule },
    });
  });

  it('a concern is raised when abuse is suspected behind a refusal', () => {
    expect(stepAfter(adult, { ...declined, isAbuseSuspected: true })).toMatchObject({
      value: { isConcernRaised: true },
    });
  });

  it.each([
    [notEligibleAdult, byCouncil, 'invalid-input', '/edge'],
    [notEligibleAdult, otherwise, 'invalid-input', '/edge'],
    [adult, notEligible, 'invalid-input', '/edge'],
    [adult, underPower, 'invalid-input', '/edge'],
    [
      adult,
      { ...byCouncil, isWantedByPerson: false },
      'determination-incomplete',
      '/isWantedByPerson',
    ],
    [
      adult,
      { ...byCouncil, ordinaryResidence: { status: 'elsewhere', reason: '' } },
      'reason-needed',
      '/ordinaryResidence/reason',
    ],
    [
      adult,
      { ...otherwise, isWillingAndAble: false },
      'determination-incomplete',
      '/isWillingAndAble',
    ],
    [
      adult,
      { ...otherwise, ordinaryResidence: { status: 'elsewhere', reason: '' } },
      'reason-needed',
      '/ordinaryResidence/reason',
    ],
    [
      notEligibleAdult,
      { ...notEligible, writtenAdvice: '' },
      'written-advice-needed',
      '/writtenAdvice',
    ],
    [
      notEligibleAdult,
      { ...underPower, writtenAdvice: '' },
      'written-advice-needed',
      '/writtenAdvice',
    ],
    [
      adult,
      { ...declined, hasCapacityToDecline: false },
      'capacity-check-needed',
      '/hasCapacityToDecline',
    ],
  ] as const)('%j and %j is refused as %s at %s', (decided, choice, kind, pointer) => {
    expect(stepAfter(decided, choice)).toMatchObject({
      accepted: false,
      refusal: { kind, pointer },
    });
  });

  it.each([
    ['no reason for using a power', { ...underPower, reason: ' ' }],
    ['no word on who meets the needs', { ...otherwise, metBy: '' }],
    ['no word on how the needs could be met', { ...byCouncil, waysToMeetNeeds: '' }],
    ['no reason for declining', { ...declined, reason: '' }],
    ['an edge that nobody knows', { ...notEligible, edge: 'perhaps' }],
    ['a field of another edge', { ...notEligible, reason: 'Why not.' }],
  ])('a choice is not readable with %s', (_what, choice) => {
    expect(AfterDetermination.safeParse(choice).success).toBe(false);
  });
});
