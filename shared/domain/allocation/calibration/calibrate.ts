import type { CivilDate } from '../../calendar/civil-date.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import { pointsMax, type Questionnaire } from '../questionnaire.ts';
import { AllocationTable, checkTable } from '../tables.ts';
import { type Comparison, compareTables } from './compare-tables.ts';
import type { PastPackage } from './past-package.ts';
import { type ProposedBand, proposeBands } from './propose-bands.ts';

export interface CalibrationTerms {
  /** The percentage of packages, 1 to 100, that the amount of each band covers. */
  readonly percentile: number;
  readonly questionnaire: Questionnaire;
  /** The table that the proposal is compared with. */
  readonly present: AllocationTable;
  /** The version that the proposal is given, and the day from which it would decide. */
  readonly version: string;
  readonly effectiveFrom: CivilDate;
  /** What the packages are called in the proposal's provenance, such as their file's digest. */
  readonly packagesKnownAs: string;
}

export interface Calibration {
  readonly proposed: AllocationTable;
  readonly bands: readonly ProposedBand[];
  /** The most points in the packages: beyond them the last band rests on nobody. */
  readonly highestHundredths: number;
  readonly comparison: Comparison;
}

function madeFrom(packages: readonly PastPackage[], terms: CalibrationTerms): string {
  return (
    `Calibrated: percentile ${terms.percentile} of the weekly cost of ${packages.length} past ` +
    `packages (${terms.packagesKnownAs}) under questionnaire ${terms.questionnaire.version}, ` +
    'pooled where more points had cost no more'
  );
}

/** A proposed table for a council to decide on, and what it would change. It is a starting point:
 * the personal budget stays the cost to the council of meeting the needs (Care Act 2014 s26).
 * Refuses `invalid-input` for too few packages, `points-out-of-range`, and an unusable table by
 * name; `table-unusable` also where the present table is for somebody else. */
export function calibrate(
  packages: readonly PastPackage[],
  terms: CalibrationTerms,
): Outcome<Calibration> {
  const { questionnaire, present } = terms;
  if (questionnaire.subject !== present.subject) {
    const detail = `Table ${present.version} is for the ${present.subject}, not for the ${questionnaire.subject}.`;
    return refuse('table-unusable', detail);
  }
  const bands = proposeBands(packages, {
    percentile: terms.percentile,
    pointsMax: pointsMax(questionnaire),
  });
  if (!bands.accepted) return bands;
  const proposed = checkTable(
    AllocationTable.parse({
      version: terms.version,
      effectiveFrom: terms.effectiveFrom,
      provenance: { source: madeFrom(packages, terms) },
      subject: questionnaire.subject,
      kind: 'stepped',
      bands: bands.value.map(({ fromPoints, belowPoints, weeklyPence }) => ({
        fromPoints,
        belowPoints,
        weeklyPence,
      })),
    }),
  );
  if (!proposed.accepted) return proposed;
  const comparison = compareTables(packages, { present, proposed: proposed.value });
  if (!comparison.accepted) return comparison;
  return accept({
    proposed: proposed.value,
    bands: bands.value,
    highestHundredths: packages.reduce((most, some) => Math.max(most, some.pointsHundredths), 0),
    comparison: comparison.value,
  });
}
