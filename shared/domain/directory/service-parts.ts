import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Postcode } from '../identity/postcode.ts';

/** The parts of a service as Open Referral UK names them (the UK profile of the Human Services Data
 * Specification 3). Names are the standard's own; a field of it that is not
 * listed here, or a null, is refused by name, so that nothing of a council's feed is lost unseen. */

export const DirectoryId = z
  .guid('This must be a UUID, as Open Referral UK has them.')
  .meta({ id: 'DirectoryId', examples: ['1ecb85c0-b013-486a-aed6-21ca794004e0'] });

export const ShortText = z.string().trim().min(1).max(200);
export const LongText = z.string().trim().min(1).max(5_000);
export const WebAddress = z.url({ protocol: /^https?$/ }).max(500);

export function listOf<T extends z.ZodType>(part: T): z.ZodOptional<z.ZodArray<T>> {
  return z.array(part).max(50).optional();
}

const Time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?$/, 'must be a time such as 09:30');
const Days = z
  .string()
  .regex(
    /^-?\d?(MO|TU|WE|TH|FR|SA|SU)(,-?\d?(MO|TU|WE|TH|FR|SA|SU))*$/,
    'must be days such as MO,WE',
  );

export const Phone = z.strictObject({
  id: DirectoryId,
  number: z.string().regex(/^[+\d][\d ]{4,19}$/, 'must be a telephone number'),
  extension: z.number().optional(),
  type: ShortText.optional(),
  description: ShortText.optional(),
});

export const Schedule = z
  .strictObject({
    id: DirectoryId,
    valid_from: CivilDate.optional(),
    valid_to: CivilDate.optional(),
    dtstart: CivilDate.optional(),
    freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
    interval: z.int().min(1).max(52).optional(),
    byday: Days.optional(),
    bymonthday: ShortText.optional(),
    opens_at: Time.optional(),
    closes_at: Time.optional(),
    description: LongText.optional(),
    schedule_link: WebAddress.optional(),
    attending_type: ShortText.optional(),
    notes: LongText.optional(),
  })
  .refine(({ valid_from = '', valid_to = '~' }) => valid_from <= valid_to, {
    path: ['valid_to'],
    error: 'must not be before valid_from',
  });

/** The standard writes amounts in pounds with a fraction; they are shown and never reckoned
 * with. */
export const CostOption = z.strictObject({
  id: DirectoryId,
  valid_from: CivilDate.optional(),
  valid_to: CivilDate.optional(),
  option: ShortText.optional(),
  currency: z.literal('GBP').optional(),
  amount: z.number().min(0).max(1_000_000).optional(),
  amount_description: ShortText.optional(),
});

const Accessibility = z.strictObject({
  id: DirectoryId,
  description: ShortText,
  details: LongText.optional(),
  url: WebAddress.optional(),
});

const Address = z.strictObject({
  id: DirectoryId,
  attention: ShortText.optional(),
  address_1: ShortText,
  address_2: ShortText.optional(),
  city: ShortText,
  region: ShortText.optional(),
  state_province: ShortText.optional(),
  postal_code: Postcode,
  country: z.literal('GB').optional(),
  address_type: z.enum(['physical', 'postal', 'virtual']).optional(),
});

const Location = z
  .strictObject({
    id: DirectoryId,
    location_type: z.enum(['physical', 'postal', 'virtual']),
    name: ShortText.optional(),
    alternate_name: ShortText.optional(),
    description: LongText.optional(),
    transportation: LongText.optional(),
    latitude: z.number().min(49).max(61).optional(),
    longitude: z.number().min(-9).max(2).optional(),
    url: WebAddress.optional(),
    addresses: listOf(Address),
    accessibility: listOf(Accessibility),
    phones: listOf(Phone),
    schedules: listOf(Schedule),
  })
  .refine(
    ({ location_type, latitude, longitude }) =>
      location_type !== 'physical' || (latitude !== undefined && longitude !== undefined),
    { path: ['latitude'], error: 'a physical location needs its latitude and longitude' },
  );

export const ServiceAtLocation = z.strictObject({
  id: DirectoryId,
  description: LongText.optional(),
  location: Location,
});

export const Organization = z.strictObject({
  id: DirectoryId,
  name: ShortText,
  alternate_name: ShortText.optional(),
  description: LongText.optional(),
  email: z.email().max(254).optional(),
  website: WebAddress.optional(),
  uri: WebAddress.optional(),
  logo: WebAddress.optional(),
  organization_identifiers: listOf(
    z.strictObject({
      id: DirectoryId,
      identifier_scheme: ShortText.optional(),
      identifier_type: ShortText,
      identifier: ShortText,
    }),
  ),
});

export const Attribute = z.strictObject({
  id: DirectoryId,
  link_type: ShortText.optional(),
  taxonomy_term: z.strictObject({
    id: DirectoryId,
    code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens'),
    name: ShortText,
    description: LongText.optional(),
    parent_id: DirectoryId.optional(),
    taxonomy: ShortText,
    term_uri: WebAddress.optional(),
  }),
});
