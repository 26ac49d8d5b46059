import adultQuestionnaire from '../data/allocation/questionnaire-adult-2008-04-01.json' with {
  type: 'json',
};
import carerQuestionnaire from '../data/allocation/questionnaire-carer-2008-04-01.json' with {
  type: 'json',
};
import carerTable from '../data/allocation/table-carer-2008-04-01.json' with { type: 'json' };
import table from '../data/allocation/table-worcestershire-2015-04-01.json' with { type: 'json' };
import type { CouncilInput } from '../define-council.ts';
import { ifItCannotWait, plainLettersWith, unhappy } from '../letters/plain-letters.ts';
import { plainProgressWith } from '../letters/progress-words.ts';
import {
  byPatch,
  concernToSafeguarding,
  fromHospital,
  mentalHealth,
  reablementToItsTeam,
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

/** The journey that Worcestershire publishes: self-help first, an Adult Front Door that refers to
 * five teams, a review six weeks from the start and then every twelve months. */
export const worcestershire: CouncilInput = {
  id: 'worcestershire',
  name: 'Worcestershire County Council',
  teams: [
    { id: 'adult-front-door', name: 'Adult Front Door', kind: 'front-door', patches: [] },
    {
      id: 'social-work-north',
      name: 'Social Work North',
      kind: 'social-work',
      patches: [{ kind: 'postcode', codes: ['DY', 'B60', 'B61', 'B96', 'B97', 'B98'] }],
    },
    { id: 'social-work-south', name: 'Social Work South', kind: 'social-work', patches: [] },
    { id: 'safeguarding', name: 'Safeguarding', kind: 'safeguarding', patches: [] },
    {
      id: 'hospital-and-reablement',
      name: 'Hospital and Reablement',
      kind: 'hospital-and-reablement',
      patches: [],
    },
    { id: 'young-adults', name: 'Young Adults', kind: 'young-adults', patches: [] },
    { id: 'mental-health', name: 'Mental Health', kind: 'mental-health', patches: [] },
    { id: 'brokerage', name: 'Brokerage', kind: 'brokerage', patches: [] },
    { id: 'finance', name: 'Financial Assessment', kind: 'finance', patches: [] },
    { id: 'budget-managers', name: 'Budget Managers', kind: 'budget-management', patches: [] },
  ],
  // The five teams that the Adult Front Door refers to.
  referralRules: [
    concernToSafeguarding,
    fromHospital,
    reablementToItsTeam,
    youngAdultsBelow(25),
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
  payingAccount: syntheticPayingAccount('Worcestershire CC'),
  urgentSupport: { limitWeeklyPence: 70_000, expiryDays: 14, secondKeyWorkingDays: 2 },
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
    'contact-received': [
      'We have your request: ((reference))',
      [
        'Thank you for getting in touch with our Adult Front Door. Your reference is ((reference)).',
        'We will tell you what happens next by ((date)). Until then, our directory may help you to help yourself.',
        '((under 18))',
        ifItCannotWait,
        unhappy,
      ],
    ],
  }),
  otherFormats:
    'We can make this letter in large print, Easy Read, audio or Braille for you, or have it translated.',
  progress: plainProgressWith({
    contact: 'Our Adult Front Door has your request and is looking at it.',
  }),
  // The published journey begins with "How can I help myself?".
  information: {
    topics: 'plain',
    glossary: 'plain',
    glossaryUrl: 'https://worcestershire.example.org/words',
    guides: ['help-myself', 'plain'],
  },
  languages: ['en', 'pl', 'ur'],
  contactDraftDays: usualContactDraftDays,
  contacts: {
    adultSocialCarePhone: '01632 960 400',
    officeHours: [{ days: usualWeek, from: '09:00', until: '17:00' }],
    outOfHoursPhone: '01632 960 401',
    safeguardingPhone: '01632 960 402',
    childrensServicesPhone: '01632 960 404',
    directPaymentsPhone: '01632 960 403',
  },
};
