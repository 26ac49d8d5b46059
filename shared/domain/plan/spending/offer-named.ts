import * as z from 'zod';
import { Reason } from '../../eligibility/decision.ts';
import { RecordId } from '../../identity/record-id.ts';

/** The offer of the market by which a line is priced. */
export const OfferNamed = z
  .strictObject({
    providerId: RecordId,
    /** The offer's name among those of its provider. */
    offerId: z.string().regex(/^[a-z0-9-]{1,40}$/, 'Small letters, digits and hyphens.'),
    /** Why the line is bought at another price than the offer's. */
    whyAnotherPrice: Reason.exactOptional(),
  })
  .meta({ id: 'OfferNamed' });
