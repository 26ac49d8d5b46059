import * as z from 'zod';
import { areNamesSimilar, type NameLikeness, nameKey, nameLikenesses } from './names.ts';
import { nameNotKnown, type PersonDetails, type PersonName } from './person-details.ts';

/** The fields by which two records may be told to be one person's. */
export const matchFields = [
  'nhs-number',
  'name',
  'date-of-birth',
  'postcode',
  'uprn',
  'phone',
  'email',
] as const;
export const MatchField = z.enum(matchFields);
export type MatchField = z.infer<typeof MatchField>;

/** How a council finds possible duplicates. */
export const DuplicateRule = z.strictObject({
  fields: z
    .array(z.strictObject({ field: MatchField, weight: z.int().min(1).max(100) }))
    .min(1)
    .refine(
      (fields) => new Set(fields.map(({ field }) => field)).size === fields.length,
      'names a field twice',
    ),
  /** The sum of weights from which two records are flagged; a field that is only similar counts
   * half. */
  threshold: z.int().min(1).max(700),
  similarNames: z.enum(nameLikenesses),
  /** Whether a contact is linked without an adviser where NHS number, name and birth date all agree. A
   * wrong link shows one person's record to another, so the accuracy of personal data (UK GDPR Art.
   * 5(1)(d)) speaks for leaving it off. */
  linksExactMatches: z.boolean(),
});
export type DuplicateRule = z.infer<typeof DuplicateRule>;

export const Likeness = z.enum(['same', 'similar', 'different', 'missing']);
export type Likeness = z.infer<typeof Likeness>;

/** As much of somebody as is known or asked for. */
export type Description = { readonly names: readonly PersonName[] } & {
  readonly [Field in Exclude<keyof PersonDetails, keyof PersonName>]?: PersonDetails[Field];
};

export function describePerson(details: PersonDetails): Description {
  return { ...details, names: namesOf(details) };
}

/** Every name by which a person may be found: today's, the preferred one and those they had before. */
export function namesOf(details: PersonDetails): PersonName[] {
  const { givenName, familyName, preferredName, previousNames = [] } = details;
  const preferred = preferredName === undefined ? [] : [{ givenName: preferredName, familyName }];
  return [{ givenName, familyName }, ...preferred, ...previousNames].filter(isKnown);
}

// Half a name would be shared by half the people.
function isKnown({ givenName, familyName }: PersonName): boolean {
  return givenName !== nameNotKnown && familyName !== nameNotKnown;
}

/** Compares two descriptions field by field. */
export function comparePeople(
  a: Description,
  b: Description,
  similarNames: NameLikeness,
): Record<MatchField, Likeness> {
  return {
    'nhs-number': compareValues(a.nhsNumber, b.nhsNumber),
    name: compareNames(a.names, b.names, similarNames),
    'date-of-birth': compareValues(a.dateOfBirth, b.dateOfBirth, areDatesSimilar),
    postcode: compareValues(a.postcode, b.postcode, arePostcodesSimilar),
    uprn: compareValues(a.uprn, b.uprn),
    phone: compareValues(digitsOf(a.phone), digitsOf(b.phone)),
    email: compareValues(a.email?.toLowerCase(), b.email?.toLowerCase()),
  };
}

/** The sum of the weights of what agrees; half for what is similar, in whole points. */
export function scoreOf(likeness: Record<MatchField, Likeness>, rule: DuplicateRule): number {
  const doubled = rule.fields.reduce((sum, { field, weight }) => {
    const part = { same: 2, similar: 1, different: 0, missing: 0 }[likeness[field]];
    return sum + part * weight;
  }, 0);
  return Math.floor(doubled / 2);
}

export function agreeingFields(likeness: Record<MatchField, Likeness>): MatchField[] {
  return matchFields.filter((field) => likeness[field] === 'same' || likeness[field] === 'similar');
}

function compareValues(
  a: string | undefined,
  b: string | undefined,
  areSimilar?: (a: string, b: string) => boolean,
): Likeness {
  if (a === undefined || a === '' || b === undefined || b === '') return 'missing';
  if (a === b) return 'same';
  return areSimilar?.(a, b) ? 'similar' : 'different';
}

function compareNames(
  as: readonly PersonName[],
  bs: readonly PersonName[],
  similarNames: NameLikeness,
): Likeness {
  if (as.length === 0 || bs.length === 0) return 'missing';
  const keys = new Set(as.map(nameKey));
  if (bs.some((name) => keys.has(nameKey(name)))) return 'same';
  return as.some((a) => bs.some((b) => areNamesSimilar(a, b, similarNames)))
    ? 'similar'
    : 'different';
}

/** Day and month changed places, or one digit is another: how dates are mistyped. */
function areDatesSimilar(a: string, b: string): boolean {
  const [year, month, day] = a.split('-');
  if (b === `${year}-${day}-${month}`) return true;
  return [...a].filter((digit, place) => digit !== b[place]).length === 1;
}

/** The same district: somebody who moved nearby, or a letter misheard. */
function arePostcodesSimilar(a: string, b: string): boolean {
  return a.split(' ')[0] === b.split(' ')[0];
}

/** A phone number without spaces and whether or not it begins with the country's code. */
function digitsOf(phone: string | undefined): string | undefined {
  return phone?.replaceAll(/\D/g, '').replace(/^(?:0044|44)/, '0');
}

/** Whether NHS number, name and birth date all agree: the most that a contact can tell of who somebody
 * is. */
export function isExactMatch(a: PersonDetails, b: PersonDetails): boolean {
  const likeness = comparePeople(describePerson(a), describePerson(b), 'none');
  const deciding = ['nhs-number', 'name', 'date-of-birth'] as const;
  return deciding.every((field) => likeness[field] === 'same');
}
