import adultQuestionnaire from '../data/allocation/questionnaire-adult-2008-04-01.json' with {
  type: 'json',
};
import carerQuestionnaire from '../data/allocation/questionnaire-carer-2008-04-01.json' with {
  type: 'json',
};
import carerTable from '../data/allocation/table-carer-2008-04-01.json' with { type: 'json' };
import table from '../data/allocation/table-warwickshire-2015-04-01.json' with { type: 'json' };
import type { CouncilInput } from '../define-council.ts';
import { plainLettersWith, question } from '../letters/plain-letters.ts';
import { plainProgressWith } from '../letters/progress-words.ts';
import {
  byPatch,
  concernToSafeguarding,
  fromHospital,
  mentalHealth,
  reablementToItsTeam,
  urgentByPatch,
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

/** The journey that Warwickshire publishes: a customer service adviser refers to a practitioner
 * when there is an appearance of need; an estimated budget comes after eligibility, and everybody
 * is assessed for a contribution. */
export const warwickshire: CouncilInput = {
  id: 'warwickshire',
  name: 'Warwickshire County Council',
  teams: [
    { id: 'customer-service', name: 'Customer Service', kind: 'front-door', patches: [] },
    {
      id: 'social-work-north',
      name: 'Social Work North',
      kind: 'social-work',
      patches: [{ kind: 'postcode', codes: ['B', 'CV7', 'CV9', 'CV10', 'CV11', 'CV12'] }],
    },
    {
      id: 'social-work-east',
      name: 'Social Work East',
      kind: 'social-work',
      patches: [{ kind: 'postcode', codes: ['CV21', 'CV22', 'CV23'] }],
    },
    { id: 'social-work-south', name: 'Social Work South', kind: 'social-work', patches: [] },
    { id: 'safeguarding', name: 'Safeguarding Adults', kind: 'safeguarding', patches: [] },
    {
      id: 'reablement',
      name: 'Hospital and Reablement',
      kind: 'hospital-and-reablement',
      patches: [],
    },
    { id: 'mental-health', name: 'Mental Health', kind: 'mental-health', patches: [] },
    { id: 'finance', name: 'Financial Assessment', kind: 'finance', patches: [] },
    { id: 'budget-managers', name: 'Budget Managers', kind: 'budget-management', patches: [] },
  ],
  referralRules: [
    fromHospital,
    reablementToItsTeam,
    urgentByPatch,
    concernToSafeguarding,
    mentalHealth,
    byPatch,
  ],
  eligibility: [{ scheme: 'care-act-2014', from: '2015-04-01' }],
  reablement: 'before-eligibility',
  stepDueDays: usualStepDueDays,
  secondLookWithin: usualSecondLookWithin,
  cashLimitWithin: usualCashLimitWithin,
  riskReChecks: usualRiskReChecks,
  equipment: 'plain',
  assessmentForms: ['adult-assessment-2015-04-01', 'carer-assessment-2015-04-01'],
  reviewWeeksFirst: 6,
  reviewMonthsLater: 12,
  payCalendar: { anchor: '2015-04-06', payLeadWorkingDays: 5 },
  directPayments: usualDirectPayments,
  payingAccount: syntheticPayingAccount('Warwickshire Council'),
  urgentSupport: { limitWeeklyPence: 75_000, expiryDays: 14, secondKeyWorkingDays: 2 },
  ras: {
    questionnaires: [adultQuestionnaire, carerQuestionnaire],
    tables: [table, carerTable],
    readyReckoners: [],
    contingencyPercent: 0,
  },
  charging: { scheme: 'care-act-2014', provisionalWeeklyPence: 0 },
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
      'Your estimated budget',
      [
        'Your estimated budget is ((weekly amount)) a week. It may change when we plan your support together.',
        'Everybody pays what they can afford. We will work out with you what that is.',
        '((reason))',
        question,
      ],
    ],
  }),
  otherFormats:
    'If this letter is hard to read, we can send it in large print, Easy Read, audio or Braille, or in another language.',
  progress: plainProgressWith({
    contact: 'Our customer service advisers are looking at your request.',
  }),
  information: {
    topics: 'plain',
    glossary: 'plain',
    glossaryUrl: 'https://warwickshire.example.org/words',
    guides: ['plain'],
  },
  languages: ['en', 'pa', 'pl'],
  contactDraftDays: usualContactDraftDays,
  contacts: {
    adultSocialCarePhone: '01632 960 300',
    officeHours: [{ days: usualWeek, from: '08:00', until: '17:30' }],
    outOfHoursPhone: '01632 960 301',
    safeguardingPhone: '01632 960 302',
    childrensServicesPhone: '01632 960 304',
    directPaymentsPhone: '01632 960 303',
  },
};
