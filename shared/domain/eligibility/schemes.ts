import * as z from 'zod';
import { type CivilDate, compareDates } from '../calendar/civil-date.ts';
import { prioritisingNeedFrom } from '../codes/law-in-force.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';

/** The rules by which eligibility may be decided. */
export const EligibilityScheme = z
  .enum(['care-act-2014', 'care-act-2014-carer', 'facs'])
  .meta({ id: 'EligibilityScheme' });
export type EligibilityScheme = z.infer<typeof EligibilityScheme>;

interface SchemeVersion {
  /** Kept with every decision, so that it is replayed under the rules it was taken by. */
  readonly id: string;
  /** The version that was decided by before a day. */
  readonly earlier?: { readonly id: string; readonly before: CivilDate };
  readonly inForceFrom?: CivilDate;
  readonly inForceTo?: CivilDate;
  readonly name: string;
}

/** The Care Act's criteria took the place of FACS in one night (SI 2015/313 reg 1), so that on
 * every day exactly one of the two has the force of law. */
const schemeVersions = {
  'care-act-2014': {
    id: 'care-act-2014/2015-04-01',
    inForceFrom: '2015-04-01',
    name: 'The Care Act 2014 test for adults',
  },
  'care-act-2014-carer': {
    id: 'care-act-2014-carer/2015-04-01',
    inForceFrom: '2015-04-01',
    name: 'The Care Act 2014 test for carers',
  },
  facs: {
    id: 'facs/2010',
    earlier: { id: 'facs/2002', before: prioritisingNeedFrom },
    inForceTo: '2015-03-31',
    name: 'Fair Access to Care Services',
  },
} satisfies Record<EligibilityScheme, SchemeVersion>;

/** The id of the scheme's version that was in force on a day. Refused as `scheme-not-in-force` for
 * the Care Act before 1 April 2015 and for FACS on or after it. */
export function schemeVersionOn(scheme: EligibilityScheme, decidedOn: CivilDate): Outcome<string> {
  const version: SchemeVersion = schemeVersions[scheme];
  if (version.inForceFrom !== undefined && compareDates(decidedOn, version.inForceFrom) < 0) {
    const detail = `${version.name} did not apply before ${version.inForceFrom}.`;
    return refuse('scheme-not-in-force', detail, '/decidedOn');
  }
  if (version.inForceTo !== undefined && compareDates(decidedOn, version.inForceTo) > 0) {
    const detail = `${version.name} ended in law after ${version.inForceTo}.`;
    return refuse('scheme-not-in-force', detail, '/decidedOn');
  }
  const { earlier } = version;
  const isEarlier = earlier !== undefined && compareDates(decidedOn, earlier.before) < 0;
  return accept(isEarlier ? earlier.id : version.id);
}
