import adultQuestionnaire from '../data/allocation/questionnaire-adult-2008-04-01.json' with {
  type: 'json',
};
import carerQuestionnaire from '../data/allocation/questionnaire-carer-2008-04-01.json' with {
  type: 'json',
};
import readyReckoner from '../data/allocation/ready-reckoner-southwark-2010-04-01.json' with {
  type: 'json',
};
import carerTable from '../data/allocation/table-carer-2008-04-01.json' with { type: 'json' };
import table from '../data/allocation/table-southwark-2010-04-01.json' with { type: 'json' };
import type { CouncilInput } from '../define-council.ts';
import { ifItCannotWait, plainLettersWith, unhappy } from '../letters/plain-letters.ts';
import { plainProgressWith } from '../letters/progress-words.ts';
import { byPatch, fromHospital, mentalHealth, urgentByPatch } from '../teams/usual-referral.ts';
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

/** The journey that Southwark published in 2010: one customer service centre, reablement offered to
 * anybody eligible who could regain independence, FACS at Substantial and Critical, a RAS with the
 * ready reckoner beside it, and two signatures by two people. */
export const southwark2010: CouncilInput = {
  id: 'southwark-2010',
  name: 'Southwark Council (2010)',
  teams: [
    {
      id: 'customer-service-centre',
      name: 'Customer Service Centre',
      kind: 'front-door',
      patches: [],
    },
    {
      id: 'social-work-north',
      name: 'Social Work North',
      kind: 'social-work',
      patches: [{ kind: 'postcode', codes: ['SE1', 'SE16', 'SE17'] }],
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
    { id: 'finance', name: 'Client Finance', kind: 'finance', patches: [] },
    { id: 'budget-managers', name: 'Budget Managers', kind: 'budget-management', patches: [] },
  ],
  // Safeguarding is part of the whole process and moves nobody to another team.
  referralRules: [fromHospital, urgentByPatch, mentalHealth, byPatch],
  eligibility: [
    { scheme: 'facs', from: '2010-04-01', until: '2015-03-31', thresholdBand: 'substantial' },
  ],
  reablement: 'after-eligibility',
  stepDueDays: usualStepDueDays,
  secondLookWithin: usualSecondLookWithin,
  cashLimitWithin: usualCashLimitWithin,
  riskReChecks: usualRiskReChecks,
  equipment: 'plain',
  assessmentForms: ['adult-assessment-2008-04-01', 'carer-assessment-2008-04-01'],
  reviewWeeksFirst: 6,
  reviewMonthsLater: 12,
  payCalendar: { anchor: '2010-04-05', payLeadWorkingDays: 5 },
  directPayments: usualDirectPayments,
  payingAccount: syntheticPayingAccount('Southwark Council'),
  urgentSupport: { limitWeeklyPence: 60_000, expiryDays: 14, secondKeyWorkingDays: 2 },
  ras: {
    questionnaires: [adultQuestionnaire, carerQuestionnaire],
    tables: [table, carerTable],
    readyReckoners: [readyReckoner],
    contingencyPercent: 0,
  },
  charging: { scheme: 'fairer-charging', provisionalWeeklyPence: 0 },
  billing: usualBilling,
  actualsTolerancePercent: 5,
  surplusWeeks: 8,
  exclusions: usualExclusions,
  careHomeGapDays: 28,
  separation: 'strict',
  duplicates: usualDuplicates,
  costCentres: usualCostCentres,
  retention: usualRetention,
  letters: plainLettersWith({
    'contact-received': [
      'We have your request: ((reference))',
      [
        'Thank you for getting in touch with our Customer Service Centre. Your reference is ((reference)).',
        'You will hear from us by ((date)).',
        '((under 18))',
        ifItCannotWait,
        unhappy,
      ],
    ],
    'support-started': [
      'Your support has started',
      [
        'Your support started on ((date)). You are in charge of it, and we are here to help.',
        'Tell us at once if somebody does not come or if something is not right.',
        unhappy,
      ],
    ],
  }),
  otherFormats:
    'Do you need this letter in large print, in Easy Read, on audio or in Braille? Would you like somebody to tell you in your language what it says? Call us.',
  progress: plainProgressWith({
    contact: 'Our Customer Service Centre has your request and is looking at it.',
    reablement: 'You are getting help at home for a few weeks, to get you back on your feet.',
  }),
  information: {
    topics: 'plain',
    glossary: 'plain',
    glossaryUrl: 'https://southwark-2010.example.org/words',
    guides: ['plain'],
  },
  languages: ['en', 'es', 'fr', 'so', 'yo'],
  contactDraftDays: usualContactDraftDays,
  contacts: {
    adultSocialCarePhone: '020 7946 0100',
    officeHours: [{ days: usualWeek, from: '08:00', until: '20:00' }],
    outOfHoursPhone: '020 7946 0101',
    safeguardingPhone: '020 7946 0102',
    childrensServicesPhone: '020 7946 0104',
    directPaymentsPhone: '020 7946 0103',
  },
};
