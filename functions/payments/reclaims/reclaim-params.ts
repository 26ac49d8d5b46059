import * as z from 'zod';
import { AgreementParams } from '../../personal-budget/change-agreement.ts';

/** A reclaim is named by the event that proposed it. */
export const ReclaimParams = AgreementParams.extend({
  reclaim: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'A reclaim is named by the number of its event.')
    .meta({ examples: ['12'] }),
});
