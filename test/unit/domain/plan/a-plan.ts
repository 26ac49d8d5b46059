import type { PlanContext } from '#shared/domain/plan/check-plan.ts';
import { PlanLine } from '#shared/domain/plan/plan-line.ts';
import { SupportPlan } from '#shared/domain/plan/support-plan.ts';

/** Ten hours of personal care a week from a direct payment: 150.00. */
export const careLine = PlanLine.parse({
  id: 'care',
  kind: 'weekly',
  outcome: 'CA-HYGIENE',
  activity: 'Help to wash and dress',
  supporter: { kind: 'person', name: 'Personal assistant', relationship: 'not-related' },
  component: 'Direct Payment',
  purchase: 'personal-care',
  when: 'Every morning and evening',
  unit: 'hour',
  unitsHundredths: 1000,
  unitPence: 1500,
  weeklyPence: 15_000,
  funding: { funder: 'council', partId: 'payment', costCentre: 'physical-disability' },
});

/** Two sessions a week at a day centre that the council arranges: 90.00. */
export const dayLine = PlanLine.parse({
  ...careLine,
  id: 'day',
  outcome: 'CA-COMMUNITY',
  supporter: { kind: 'provider', name: 'Riverside Day Centre', cqcLocationId: '1-123456789' },
  component: 'Day Support',
  purchase: 'day-activity',
  unit: 'session',
  unitsHundredths: 200,
  unitPence: 4500,
  weeklyPence: 9000,
  funding: { funder: 'council', partId: 'managed', costCentre: 'physical-disability' },
});

/** Laminate flooring on which a wheelchair runs: 850.00 once. */
export const flooringLine = PlanLine.parse({
  id: 'flooring',
  kind: 'one-off',
  outcome: 'CA-HOMESAFETY',
  activity: 'Laminate flooring, so that the wheelchair can be used in every room',
  supporter: { kind: 'provider', name: 'Flooring firm' },
  component: 'Equipment',
  purchase: 'home-adaptation',
  when: 'Before the return home',
  unit: 'item',
  unitsHundredths: 100,
  unitPence: 85_000,
  oneOffPence: 85_000,
  funding: { funder: 'council', partId: 'payment', costCentre: 'physical-disability' },
});

export const plan = SupportPlan.parse({
  writtenOn: '2026-05-12',
  author: { kind: 'person' },
  needs: [
    { need: 'Help to wash', isEligible: true, metBy: 'council', how: 'A personal assistant' },
  ],
  outcomesWanted: ['To be at home with my wife'],
  lines: [careLine, dayLine, flooringLine],
  notCovered: [{ outcome: 'CA-RELATIONSHIPS', reason: 'Family and friends visit every day.' }],
  parts: [
    { id: 'payment', holding: 'direct-payment' },
    { id: 'managed', holding: 'council-managed' },
  ],
  optionsDiscussed: [
    {
      option: 'direct-payment',
      discussedOn: '2026-05-01',
      discussedWith: ['person', 'family'],
      familyPermission: 'given',
    },
  ],
  contingency: {
    whoCovers: 'The agency that trained the assistant',
    phone: '01632 960 300',
    councilStepsInWhen: 'Nobody can come within two hours',
    testedOn: '2026-05-10',
  },
  risks: [{ risk: 'Falls at night', howManaged: 'An alarm and a number to call' }],
  emergency: { whatToDo: 'Call the alarm centre', phone: '01632 960 301' },
  informalSupport: [
    { who: 'Wife', whatTheyDo: 'Cooks at weekends', isWilling: true, isAble: true },
  ],
  preventionAdvice: 'A falls class meets on Tuesdays.',
});

export const context: PlanContext = {
  eligibleOutcomes: ['CA-HYGIENE', 'CA-COMMUNITY', 'CA-HOMESAFETY', 'CA-RELATIONSHIPS'],
  indicativeBudget: { weeklyPence: 24_000, givenOn: '2026-05-01' },
  exclusions: ['gambling', 'debt', 'alcohol', 'tobacco'],
  careHomeGapDays: 28,
  costCentres: ['physical-disability'],
};
