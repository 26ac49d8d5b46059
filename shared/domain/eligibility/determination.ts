import * as z from 'zod';
import type { Outcome } from '../outcome.ts';
import { CareActAdultDetermination, CareActAdultInputs, determineAdult } from './care-act-adult.ts';
import { CareActCarerDetermination, CareActCarerInputs, determineCarer } from './care-act-carer.ts';
import { determineFacs, FacsDetermination, FacsInputs } from './facs.ts';

/** What eligibility is decided from, under whichever scheme the council uses on that day. */
export const DeterminationInputs = z
  .discriminatedUnion('scheme', [CareActAdultInputs, CareActCarerInputs, FacsInputs])
  .meta({ id: 'DeterminationInputs' });
export type DeterminationInputs = z.infer<typeof DeterminationInputs>;

/** A decision on eligibility. It holds its own inputs and the version of the scheme, so that
 * deciding again from them gives the same result. */
export const Determination = z
  .discriminatedUnion('scheme', [
    CareActAdultDetermination,
    CareActCarerDetermination,
    FacsDetermination,
  ])
  .meta({ id: 'Determination' });
export type Determination = z.infer<typeof Determination>;

/** Decides eligibility by the scheme that the inputs name (Care Act 2014 s13; before 1 April 2015,
 * FACS). Refused as `scheme-not-in-force` or `determination-incomplete`. */
export function determine(inputs: DeterminationInputs): Outcome<Determination> {
  switch (inputs.scheme) {
    case 'care-act-2014':
      return determineAdult(inputs);
    case 'care-act-2014-carer':
      return determineCarer(inputs);
    case 'facs':
      return determineFacs(inputs);
  }
}
