import adultQuestionnaire from '../data/allocation/questionnaire-adult-2008-04-01.json' with {
  type: 'json',
};
import carerQuestionnaire from '../data/allocation/questionnaire-carer-2008-04-01.json' with {
  type: 'json',
};
import readyReckoner from '../data/allocation/ready-reckoner-example-2026-04-06.json' with {
  type: 'json',
};
import carerTable from '../data/allocation/table-carer-2008-04-01.json' with { type: 'json' };
import table2015 from '../data/allocation/table-example-2015-04-01.json' with { type: 'json' };
import table2026 from '../data/allocation/table-example-2026-04-06.json' with { type: 'json' };
import type { CouncilInput } from '../define-council.ts';
import { plainLetters } from '../letters/plain-letters.ts';
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

/** A council that nobody lives in, to start from: the Care Act 2014 with the service's own
 * choices. */
export const example: CouncilInput = {
  id: 'example',
  name: 'Example Council',
  teams: [
    { id: 'adult-front-door', name: 'Adult Front Door', kind: 'front-door', patches: [] },
    {
      id: 'social-work-north',
      name: 'Social Work North',
      kind: 'social-work',
      patches: [{ kind: 'postcode', codes: ['ZZ1', 'ZZ2', 'ZZ3'] }],
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
    { id: 'brokerage', name: 'Arranging Support', kind: 'brokerage', patches: [] },
    { id: 'finance', name: 'Social Care Finance', kind: 'finance', patches: [] },
    { id: 'budget-managers', name: 'Budget Managers', kind: 'budget-management', patches: [] },
  ],
  referralRules: [
    fromHospital,
    reablementToItsTeam,
    concernToSafeguarding,
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
  payCalendar: { anchor: '2026-04-06', payLeadWorkingDays: 5 },
  directPayments: usualDirectPayments,
  payingAccount: syntheticPayingAccount('Example Council'),
  urgentSupport: { limitWeeklyPence: 80_000, expiryDays: 14, secondKeyWorkingDays: 2 },
  ras: {
    questionnaires: [adultQuestionnaire, carerQuestionnaire],
    tables: [table2015, table2026, carerTable],
    readyReckoners: [readyReckoner],
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
  letters: plainLetters,
  otherFormats:
    'We can send you this in large print, Easy Read, audio or Braille, or in another language.',
  progress: plainProgressWith({}),
  information: {
    topics: 'plain',
    glossary: 'plain',
    glossaryUrl: 'https://example.example.org/words',
    guides: ['plain'],
    places: 'example',
  },
  languages: ['en', 'cy', 'pl', 'ur'],
  contactDraftDays: usualContactDraftDays,
  contacts: {
    adultSocialCarePhone: '01632 960 100',
    officeHours: [{ days: usualWeek, from: '09:00', until: '17:00' }],
    outOfHoursPhone: '01632 960 101',
    safeguardingPhone: '01632 960 102',
    childrensServicesPhone: '01632 960 104',
    directPaymentsPhone: '01632 960 103',
  },
};
