import type { Step, WrittenStory } from '../player/story.ts';

// What several stories have in common, as data.

type Json = NonNullable<Step['body']>;

/** Who may authorise how much: the service asks for it before the first budget is authorised. */
export const usualLimits = {
  from: '2008-04-01',
  limits: [
    {
      id: 'budget-managers',
      key: 'budget-manager',
      holder: { kind: 'role', role: 'budget-manager' },
      weeklyPenceMax: 100_000,
      oneOffPenceMax: 250_000,
    },
    {
      id: 'heads-of-service',
      key: 'budget-manager',
      holder: { kind: 'role', role: 'head-of-service' },
      weeklyPenceMax: null,
      oneOffPenceMax: null,
    },
  ],
} satisfies Json;

/** Somebody who lives alone, as charging asks about them. */
export const livesAlone = {
  household: { kind: 'single' },
  premiums: { disability: false, enhancedDisability: false, carer: false },
} satisfies Json;

export const administrator = {
  comes: 'as-staff',
  name: 'Quill Ledgerby',
  id: 'ledgerby',
  roles: ['administrator'],
} satisfies WrittenStory['people'][string];

export const noAdvocateNeeded = {
  substantialDifficultyIn: [],
  possibleRepresentative: null,
  reason: 'Takes part in everything without difficulty.',
  advocateFrom: null,
} satisfies Json;

/** The three checks of sign-off, and the named way to buy the plan at a price of that day. */
export function checksPassed(way: string, pricedOn: string) {
  return {
    verdict: 'authorised',
    checks: {
      meetsNeeds: { passed: true, reason: 'Each eligible need has a line of its own.' },
      managesRisk: {
        passed: true,
        reason: 'Each risk has an answer, and the emergency number works.',
      },
      withinBudget: { passed: true, reason: 'The lines stay within the indicative budget.' },
      howItCanBeBought: { way, pricedOn },
    },
  } satisfies Json;
}

/** All ten outcomes of the Care Act, achieved: a story writes those that are not over them. */
const achieved = { achieved: true, limbs: [], evidence: '', carerHelpsNow: false } satisfies Json;
export const allAchieved = {
  'CA-NUTRITION': achieved,
  'CA-HYGIENE': achieved,
  'CA-TOILET': achieved,
  'CA-CLOTHING': achieved,
  'CA-HOMESAFETY': achieved,
  'CA-HABITABLEHOME': achieved,
  'CA-RELATIONSHIPS': achieved,
  'CA-WTEV': achieved,
  'CA-COMMUNITY': achieved,
  'CA-CARINGOTHERS': achieved,
} satisfies Json;

/** An outcome that cannot be achieved without help. */
export function notAlone(evidence: string) {
  return {
    achieved: false,
    limbs: ['not-without-assistance'],
    evidence,
    carerHelpsNow: false,
  } satisfies Json;
}

/** The answers of somebody who needs nothing: a story writes its own over them. */
export const needsNothing = {
  washing: 'alone',
  dressing: 'alone',
  toilet: 'alone',
  meals: 'alone',
  moving: 'alone',
  nights: 'never',
  safety: 'alone',
  home: 'alone',
  medicines: 'alone',
  deciding: 'alone',
  communicating: 'alone',
  people: 'alone',
  work: 'alone',
  caring: 'alone',
  wellbeing: 'never',
  carer: 'no-carer-or-well',
} satisfies Json;

/** Every condition for a direct payment holds. */
export const mayBePaid = {
  route: 'with-capacity',
  askedFor: { holds: true, reason: 'The person asked for it.' },
  notProhibited: { holds: true, reason: 'No order of a court.' },
  ableToManage: { holds: true, reason: 'With a payroll service.' },
  appropriate: { holds: true, reason: 'It meets the needs in the way that they want.' },
} satisfies Json;

/** Care Act 2014 s13: what the decision adds to the findings, for needs that weigh on well-being. */
export const weighsOnWellBeing = {
  scheme: 'care-act-2014',
  arisesFromImpairment: { holds: true, evidence: 'Arthritis in both hands and knees.' },
  fluctuation: { isFluctuating: false, periodConsidered: '' },
  wellBeing: {
    significant: true,
    areas: ['personal-dignity', 'control-over-day-to-day-life'],
    reason: 'Going unwashed and hungry weighs on every day.',
  },
} satisfies Json;

export const metByCouncil = {
  edge: 'eligible-met-by-council',
  ordinaryResidence: { status: 'here', reason: 'Lives here and means to stay.' },
  waysToMeetNeeds: 'Help at home from an agency, or from assistants by direct payment.',
  isWantedByPerson: true,
} satisfies Json;

/** What a short plan says beside its needs, lines and parts. */
export const plainPlan = {
  notCovered: [],
  risks: [{ risk: 'Nobody comes', howManaged: 'The number to call stands by the telephone.' }],
  emergency: { whatToDo: 'Call the out-of-hours line', phone: '01632 960 101' },
  informalSupport: [],
  preventionAdvice: 'Exercise class at the library; a falls check by the surgery.',
} satisfies Json;

/** What is tested before anybody employs assistants of their own. */
export function contingencyTested(testedOn: string) {
  return {
    whoCovers: 'The assistants cover one another, then the agency',
    phone: '01632 960 799',
    councilStepsInWhen: 'Nobody has come within two hours',
    testedOn,
  } satisfies Json;
}

/** A direct payment talked through with the person alone. */
export function directPaymentDiscussed(discussedOn: string) {
  return [
    {
      option: 'direct-payment',
      discussedOn,
      discussedWith: ['person'],
      familyPermission: 'not-needed',
    },
  ] satisfies Json;
}
