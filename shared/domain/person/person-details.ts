import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { PhoneNumber, ShortText } from '../contact/text.ts';
import { NhsNumber } from '../identity/nhs-number.ts';
import { Postcode } from '../identity/postcode.ts';

/** The number of an address in the national gazetteers, without leading zeros. */
export const Uprn = z
  .string()
  .regex(/^[1-9]\d{0,11}$/, 'A UPRN has up to twelve digits.')
  .meta({ id: 'Uprn', examples: ['100012345678'] });

const PersonName = z.strictObject({ givenName: ShortText, familyName: ShortText });
export type PersonName = z.infer<typeof PersonName>;

/** Who the person is, as far as they have told us. Nobody is turned away for leaving out a
 * number. */
export const PersonDetails = z
  .strictObject({
    givenName: ShortText,
    familyName: ShortText,
    dateOfBirth: CivilDate.optional(),
    nhsNumber: NhsNumber.optional(),
    address: z.array(ShortText).max(6).optional(),
    postcode: Postcode.optional(),
    uprn: Uprn.optional(),
    phone: PhoneNumber.optional(),
    email: z.email().max(254).optional(),
    preferredName: ShortText.optional(),
    /** Names that the person had before or is also known by. */
    previousNames: z.array(PersonName).max(10).optional(),
  })
  .meta({ id: 'PersonDetails' });
export type PersonDetails = z.infer<typeof PersonDetails>;

/** Every field of a person's details, in the order in which they are shown. */
export const detailFields = PersonDetails.keyof().options;

/** What stands where a name would, for somebody whom nobody could name. */
export const nameNotKnown = '(name not known)';
