import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { NhsNumber } from '../identity/nhs-number.ts';
import { Postcode } from '../identity/postcode.ts';
import { PhoneNumber, Remark, ShortText } from './text.ts';

/** Nobody alive was born before. */
const bornSince = '1900-01-01';

/** Who the person is, as far as it is known. Nobody is turned away for leaving out a number, and
 * somebody whose name is not known is described. */
export const ContactPerson = z
  .strictObject({
    givenName: ShortText.optional(),
    familyName: ShortText.optional(),
    preferredName: ShortText.optional(),
    /** Where the name is not known: how to find or to recognise them. */
    description: Remark.optional(),
    dateOfBirth: CivilDate.refine(
      (day) => day >= bornSince,
      'This must be in 1900 or later.',
    ).optional(),
    nhsNumber: NhsNumber.optional(),
    address: z.array(ShortText).max(6).optional(),
    postcode: Postcode.optional(),
    phone: PhoneNumber.optional(),
    email: z.email().max(254).optional(),
  })
  .meta({ id: 'ContactPerson' });
export type ContactPerson = z.infer<typeof ContactPerson>;
