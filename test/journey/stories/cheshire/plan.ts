import type { WrittenStory } from '../../player/story.ts';

// What the man of the Cheshire story buys with his direct payment, and the plan that says so.

const dpLine = {
  kind: 'weekly',
  component: 'Direct Payment',
  supporter: { kind: 'person', name: 'Personal assistants', relationship: 'not-related' },
  funding: { funder: 'council', partId: 'direct', costCentre: 'physical-disability' },
};

/** 418.00 + 110.00 + 34.00 + 38.00 + 5.00 + 15.00 = 620.00 a week, and 950.00 once. */
export const lines = [
  {
    ...dpLine,
    id: 'days',
    outcome: 'FACS-CRITICAL-ROUTINES',
    activity: 'Getting up, washing, dressing, catheter care, meals, transfers by hoist',
    purchase: 'personal-care',
    when: 'Every day, morning, noon and evening',
    unit: 'hour',
    unitsHundredths: 3_800,
    unitPence: 1_100,
    weeklyPence: 41_800,
  },
  {
    ...dpLine,
    id: 'nights',
    outcome: 'FACS-CRITICAL-ROUTINES',
    activity: 'Sleeping in on two nights, so that his wife sleeps',
    purchase: 'support-at-home',
    when: 'Tuesday and Friday nights',
    unit: 'night',
    unitsHundredths: 200,
    unitPence: 5_500,
    weeklyPence: 11_000,
  },
  {
    ...dpLine,
    id: 'insurance',
    outcome: 'FACS-CRITICAL-ROUTINES',
    activity: "Employer's national insurance",
    purchase: 'employer-national-insurance',
    when: 'With each wage',
    unit: 'week',
    unitsHundredths: 100,
    unitPence: 3_400,
    weeklyPence: 3_400,
  },
  {
    ...dpLine,
    id: 'holidays',
    outcome: 'FACS-CRITICAL-ROUTINES',
    activity: 'Holiday and sickness cover for the assistants',
    purchase: 'employee-holiday-and-sickness-cover',
    when: 'Put aside each week',
    unit: 'week',
    unitsHundredths: 100,
    unitPence: 3_800,
    weeklyPence: 3_800,
  },
  {
    ...dpLine,
    id: 'payroll',
    outcome: 'FACS-CRITICAL-ROUTINES',
    activity: 'Payroll by the independent living centre',
    purchase: 'payroll',
    when: 'With each wage',
    unit: 'week',
    unitsHundredths: 100,
    unitPence: 500,
    weeklyPence: 500,
  },
  {
    ...dpLine,
    id: 'outings',
    outcome: 'FACS-SUBSTANTIAL-SUPPORT',
    activity: 'Accessible taxi to the model railway club',
    purchase: 'transport',
    when: 'Thursdays',
    unit: 'item',
    unitsHundredths: 100,
    unitPence: 1_500,
    weeklyPence: 1_500,
  },
  {
    ...dpLine,
    kind: 'one-off',
    id: 'flooring',
    outcome: 'FACS-CRITICAL-ROUTINES',
    activity: 'Laminate flooring downstairs, because wheels do not turn on carpet',
    supporter: { kind: 'provider', name: 'Plank and Plumb Flooring' },
    purchase: 'household-goods',
    when: 'Before he comes home',
    unit: 'item',
    unitsHundredths: 100,
    unitPence: 95_000,
    oneOffPence: 95_000,
  },
];

type Line = NonNullable<WrittenStory['steps'][number]['body']>;

/** The plan as the social worker wrote it with them both on a day. */
export function planOf(writtenOn: string, budgetFrom: string, lines: Line[]) {
  return {
    writtenOn,
    author: { kind: 'practitioner', staffId: 'pebblewick' },
    needs: [
      {
        need: 'All personal care, transfers, meals, nights',
        isEligible: true,
        metBy: 'council',
        how: 'Personal assistants whom he employs',
      },
      {
        need: 'Company in a new town',
        isEligible: true,
        metBy: 'council',
        how: 'A taxi to the railway club',
      },
    ],
    outcomesWanted: ['My own front door', 'Mabel to be my wife again, not my nurse'],
    lines,
    notCovered: [],
    parts: [
      {
        id: 'direct',
        holding: 'direct-payment',
        contribution: 'net',
        payee: { kind: 'self' },
      },
    ],
    budgetFrom,
    optionsDiscussed: [
      {
        option: 'direct-payment',
        discussedOn: '2008-06-20',
        discussedWith: ['person', 'carer'],
        familyPermission: 'given',
      },
    ],
    contingency: {
      whoCovers: 'The two assistants cover one another, then the agency in Chester',
      phone: '01632 960 778',
      councilStepsInWhen: 'Nobody has come within two hours',
      testedOn: '2008-07-02',
    },
    risks: [
      {
        risk: 'A fall during a transfer',
        howManaged: 'Two people and the hoist, and training for both',
      },
    ],
    emergency: { whatToDo: 'Call the emergency duty team', phone: '01632 960 201' },
    informalSupport: [
      {
        who: 'Mabel Lanternby',
        whatTheyDo: 'Keeps him company; no lifting',
        isWilling: true,
        isAble: false,
      },
    ],
    preventionAdvice: 'Pressure-area advice by the district nurse; benefits advice.',
  };
}
