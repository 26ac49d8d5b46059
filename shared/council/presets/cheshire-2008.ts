import adultQuestionnaire from '../data/allocation/questionnaire-adult-2008-04-01.json' with {
  type: 'json',
};
import carerQuestionnaire from '../data/allocation/questionnaire-carer-2008-04-01.json' with {
  type: 'json',
};
import carerTable from '../data/allocation/table-carer-2008-04-01.json' with { type: 'json' };
import table from '../data/allocation/table-cheshire-2008-04-01.json' with { type: 'json' };
import type { CouncilInput } from '../define-council.ts';
import { plainLettersWith, question } from '../letters/plain-letters.ts';
import { plainProgressWith } from '../letters/progress-words.ts';
import type { Team } from '../teams/teams.ts';
import {
  byPatch,
  fromHospital,
  mentalHealth,
  reablementToItsTeam,
  urgentByPatch,
  youngAdultsBelow,
} from '../teams/usual-referral.ts';
import {
  syntheticPayingAccount,
  usualBilling,
  usualCashLimitWithin,
  usualContactDraftDays,
  usualCostCentres,
  usualDirectPayments,
  usualDuplicates,
  usualExclusions,
  usualRetention,
  usualRiskReChecks,
  usualSecondLookWithin,
  usualStepDueDays,
  usualWeek,
} from '../usual-terms.ts';

/** A local multi-disciplinary patch team and the outward codes that it serves, drawn for the
 * preset: the published journey counts the teams and does not name them. */
function patchTeam(side: 'West' | 'East', place: string, codes: string[]): Team {
  return {
    id: `${side}-${place}`.toLowerCase().replaceAll(' ', '-'),
    name: `${side} patch team, ${place}`,
    kind: 'social-work',
    patches: [{ kind: 'postcode', codes }],
  };
}

/** The journey that Cheshire published in 2008: prevention before eligibility, five patch teams in
 * the West and six in the East, reablement up front, a formula RAS at one price per point for
 * everybody, and payment by four weeks only. */
export const cheshire2008: CouncilInput = {
  id: 'cheshire-2008',
  name: 'Cheshire County Council (2008)',
  teams: [
    { id: 'access-team', name: 'Access Team', kind: 'front-door', patches: [] },
    patchTeam('West', 'Chester', ['CH1', 'CH2', 'CH3', 'CH4']),
    patchTeam('West', 'Ellesmere Port', ['CH65', 'CH66']),
    patchTeam('West', 'Neston', ['CH64']),
    patchTeam('West', 'Northwich', ['CW8', 'CW9']),
    patchTeam('West', 'Winsford', ['CW6', 'CW7', 'CW10']),
    patchTeam('East', 'Crewe', ['CW1', 'CW2', 'CW3', 'CW4', 'CW11']),
    patchTeam('East', 'Nantwich', ['CW5']),
    patchTeam('East', 'Congleton', ['CW12']),
    patchTeam('East', 'Macclesfield', ['SK10', 'SK11']),
    patchTeam('East', 'Wilmslow', ['SK9', 'SK12']),
    patchTeam('East', 'Knutsford', ['WA16']),
    { id: 'adult-protection', name: 'Adult Protection', kind: 'safeguarding', patches: [] },
    {
      id: 'reablement',
      name: 'Hospital and Reablement',
      kind: 'hospital-and-reablement',
      patches: [],
    },
    { id: 'transition', name: 'Transition', kind: 'young-adults', patches: [] },
    { id: 'mental-health', name: 'Mental Health', kind: 'mental-health', patches: [] },
    { id: 'finance', name: 'Client Finance', kind: 'finance', patches: [] },
    { id: 'budget-managers', name: 'Budget Managers', kind: 'budget-management', patches: [] },
  ],
  // Few hand-offs: all that a patch team can do stays with it, a concern included.
  referralRules: [
    fromHospital,
    reablementToItsTeam,
    urgentByPatch,
    youngAdultsBelow(18),
    mentalHealth,
    byPatch,
  ],
  eligibility: [
    { scheme: 'facs', from: '2008-04-01', until: '2015-03-31', thresholdBand: 'substantial' },
  ],
  reablement: 'before-eligibility',
  stepDueDays: usualStepDueDays,
  secondLookWithin: usualSecondLookWithin,
  cashLimitWithin: usualCashLimitWithin,
  riskReChecks: usualRiskReChecks,
  equipment: 'plain',
  assessmentForms: ['adult-assessment-2008-04-01', 'carer-assessment-2008-04-01'],
  reviewWeeksFirst: 6,
  reviewMonthsLater: 12,
  payCalendar: { anchor: '2008-04-07', payLeadWorkingDays: 5 },
  directPayments: usualDirectPayments,
  payingAccount: syntheticPayingAccount('Cheshire Council'),
  urgentSupport: { limitWeeklyPence: 90_000, expiryDays: 28, secondKeyWorkingDays: 2 },
  ras: {
    questionnaires: [adultQuestionnaire, carerQuestionnaire],
    tables: [table, carerTable],
    readyReckoners: [],
    contingencyPercent: 0,
  },
  charging: { scheme: 'fairer-charging', provisionalWeeklyPence: 0 },
  billing: usualBilling,
  actualsTolerancePercent: 5,
  surplusWeeks: 8,
  exclusions: usualExclusions,
  careHomeGapDays: 28,
  separation: 'standard',
  duplicates: usualDuplicates,
  costCentres: usualCostCentres,
  retention: usualRetention,
  letters: plainLettersWith({
    'indicative-budget': [
      'Your indicative budget',
      [
        'The points from your questionnaire give ((weekly amount)) a week. It is a starting point for planning, not a decision.',
        'You plan your support yourself, with as much help as you want. Tell us whom you would like to help you.',
        '((reason))',
        question,
      ],
    ],
  }),
  otherFormats:
    'This letter can be had in large print, in Easy Read, on tape, in Braille or in another language.',
  progress: plainProgressWith({
    contact: 'Our Access Team has your request and is looking at it.',
    'support-planning': 'You are planning your own support, with as much help from us as you want.',
  }),
  information: {
    topics: 'plain',
    glossary: 'plain',
    glossaryUrl: 'https://cheshire-2008.example.org/words',
    guides: ['plain'],
  },
  languages: ['en', 'cy', 'pl'],
  contactDraftDays: usualContactDraftDays,
  contacts: {
    adultSocialCarePhone: '01632 960 200',
    officeHours: [{ days: usualWeek, from: '08:30', until: '17:00' }],
    outOfHoursPhone: '01632 960 201',
    safeguardingPhone: '01632 960 202',
    childrensServicesPhone: '01632 960 204',
    directPaymentsPhone: '01632 960 203',
  },
};
