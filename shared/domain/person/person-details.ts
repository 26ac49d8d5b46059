import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';

const ShortText = z.string().trim().min(1).max(200);

/** Who the person is, as far as they have told us. Nobody is turned away for leaving out a
 * number. */
export const PersonDetails = z
  .strictObject({
    givenName: ShortText,
    familyName: ShortText,
    dateOfBirth: CivilDate.optional(),
    nhsNumber: z.string().trim().max(20).optional(),
    address: z.array(ShortText).max(6).optional(),
    postcode: z.string().trim().max(10).optional(),
    phone: z.string().trim().max(30).optional(),
    email: z.email().max(254).optional(),
    preferredName: ShortText.optional(),
  })
  .meta({ id: 'PersonDetails' });
export type PersonDetails = z.infer<typeof PersonDetails>;
