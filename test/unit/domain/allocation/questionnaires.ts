import { Questionnaire } from '#shared/domain/allocation/questionnaire.ts';
import { AllocationTable } from '#shared/domain/allocation/tables.ts';

function question(id: string, points: readonly number[]) {
  return {
    id,
    text: `About ${id}`,
    answers: points.map((worth, index) => ({
      id: `a${index}`,
      text: `Answer ${index}`,
      points: worth,
    })),
  };
}

/** Two domains that informal support reduces and one about the carer that it does not: 0 to 100. */
export const questionnaire = Questionnaire.parse({
  version: 'test-1',
  effectiveFrom: '2020-04-01',
  provenance: 'synthetic',
  subject: 'adult',
  informalSupport: {
    percentByShareMet: { none: 0, some: 25, most: 50, all: 100 },
    percentBySustainability: { 'breaking-down': 0, 'for-now': 50, lasting: 100 },
  },
  domains: [
    {
      id: 'personal-care',
      name: 'Personal care',
      isReducedBySupport: true,
      questions: [question('washing', [0, 10, 30]), question('dressing', [0, 15, 30])],
    },
    {
      id: 'nights',
      name: 'Support at night',
      isReducedBySupport: true,
      questions: [question('nights', [0, 7, 30])],
    },
    {
      id: 'carer',
      name: "The carer's situation",
      isReducedBySupport: false,
      questions: [question('carer', [0, 10])],
    },
  ],
});

export const everything = { washing: 'a2', dressing: 'a2', nights: 'a2', carer: 'a1' };

const named = { effectiveFrom: '2020-04-01', provenance: 'synthetic', subject: 'adult' } as const;

export const pricePerPoint = AllocationTable.parse({
  ...named,
  version: 'price-1',
  kind: 'price-per-point',
  pencePerPoint: 620,
  pointsMax: 100,
});

export const stepped = AllocationTable.parse({
  ...named,
  version: 'stepped-1',
  kind: 'stepped',
  bands: [
    { fromPoints: 0, belowPoints: 10, weeklyPence: 0 },
    { fromPoints: 10, belowPoints: 50, weeklyPence: 10_000 },
    { fromPoints: 50, belowPoints: 101, weeklyPence: 30_000 },
  ],
});

export const interpolated = AllocationTable.parse({
  ...named,
  version: 'interpolated-1',
  kind: 'interpolated',
  nodes: [
    { points: 0, weeklyPence: 0 },
    { points: 30, weeklyPence: 10_000 },
    { points: 100, weeklyPence: 50_001 },
  ],
});
