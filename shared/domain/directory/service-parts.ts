import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Postcode } from '../identity/postcode.ts';

/** The parts of a service as Open Referral UK names them (the UK profile of the Human Services Data
 * Specification 3). What is shown or searched is checked; everything else of the standard, a null
 * included, is kept as it came, so that a council's feed goes through unharmed. Nothing is
 * rewritten on the way: a text keeps its blanks and a postcode its small letters. */

export const DirectoryId = z
  .guid('This must be a UUID, as Open Referral UK has them.')
  .meta({ id: 'DirectoryId', examples: ['1ecb85c0-b013-486a-aed6-21ca794004e0'] });

export const ShortText = textOf(200);
export const LongText = textOf(5_000);
export const WebAddress = z.url({ protocol: /^https?$/ }).max(500);

function textOf(lengthMax: number) {
  return z.string().max(lengthMax).regex(/\S/, 'must not be empty');
}

/** Absent, null or a list: feeds say that there is nothing in all three ways. */
export function listOf<T extends z.ZodType>(part: T): z.ZodOptional<z.ZodNullable<z.ZodArray<T>>> {
  return z.array(part).max(50).nullish();
}

const Time = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?$/, 'must be a time such as 09:30');
const Days = z
  .string()
  .regex(
    /^-?\d?(MO|TU|WE|TH|FR|SA|SU)(,-?\d?(MO|TU|WE|TH|FR|SA|SU))*$/,
    'must be days such as MO,WE',
  );

export const Phone = z.looseObject({ number: ShortText, description: z.string().nullish() });

export const Schedule = z
  .looseObject({
    valid_from: CivilDate.nullish(),
    valid_to: CivilDate.nullish(),
    freq: z.enum(['WEEKLY', 'MONTHLY']).nullish(),
    byday: Days.nullish(),
    opens_at: Time.nullish(),
    closes_at: Time.nullish(),
    description: z.string().nullish(),
  })
  .refine(({ valid_from, valid_to }) => (valid_from ?? '') <= (valid_to ?? '~'), {
    path: ['valid_to'],
    error: 'must not be before valid_from',
  });

/** The standard writes amounts in pounds with a fraction; they are shown and never reckoned
 * with. */
export const CostOption = z.looseObject({
  option: z.string().nullish(),
  currency: z.string().nullish(),
  amount: z.number().min(0).max(1_000_000).nullish(),
  amount_description: z.string().nullish(),
});

const Accessibility = z.looseObject({
  description: z.string().nullish(),
  details: z.string().nullish(),
});

const Address = z.looseObject({
  address_1: z.string().nullish(),
  city: z.string().nullish(),
  postal_code: z
    .string()
    .refine((text) => Postcode.safeParse(text).success, 'must be a full UK postcode')
    .nullish(),
});

const Location = z
  .looseObject({
    location_type: z.enum(['physical', 'postal', 'virtual']),
    name: z.string().nullish(),
    latitude: z.number().min(49).max(61).nullish(),
    longitude: z.number().min(-9).max(2).nullish(),
    addresses: listOf(Address),
    accessibility: listOf(Accessibility),
  })
  .refine(
    ({ location_type, latitude, longitude }) =>
      location_type !== 'physical' || (isGiven(latitude) && isGiven(longitude)),
    { path: ['latitude'], error: 'a physical location needs its latitude and longitude' },
  );

function isGiven(degrees: number | null | undefined): degrees is number {
  return typeof degrees === 'number';
}

export const ServiceAtLocation = z.looseObject({ location: Location.nullish() });

export const Organization = z.looseObject({
  name: ShortText,
  description: z.string().nullish(),
  website: WebAddress.nullish(),
});

export const Attribute = z.looseObject({
  taxonomy_term: z
    .looseObject({
      code: z.string().nullish(),
      name: z.string().nullish(),
      taxonomy: z.string().nullish(),
    })
    .nullish(),
});

/** A term of the two taxonomies by which people search. */
export const SearchTerm = z.object({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens'),
  name: ShortText,
});
export type SearchTerm = z.infer<typeof SearchTerm>;
