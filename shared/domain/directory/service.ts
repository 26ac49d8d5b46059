import * as z from 'zod';
import { addYears, CivilDate } from '../calendar/civil-date.ts';
import type { Checked } from './checked.ts';
import {
  Attribute,
  CostOption,
  DirectoryId,
  LongText,
  listOf,
  Organization,
  Phone,
  Schedule,
  SearchTerm,
  ServiceAtLocation,
  ShortText,
  WebAddress,
} from './service-parts.ts';
import { Language, TextFormat } from './variant.ts';

/** A service's words in another format or language. Not of the standard, which has one text
 * only. */
const ServiceVariant = z.strictObject({
  format: TextFormat,
  language: Language,
  name: ShortText,
  description: LongText,
  /** Where a recording or a video is found. */
  url: WebAddress.optional(),
});
export type ServiceVariant = z.infer<typeof ServiceVariant>;

/** The two taxonomies by which people search; terms of others are kept and shown. */
export type SearchTaxonomy = 'need' | 'category';

/** A service of the directory in the shape of Open Referral UK, with whatever else of the standard it
 * came with. Ours beside the standard are `variants` and `assured_until`. */
export const DirectoryService = z
  .looseObject({
    id: DirectoryId.meta({ description: 'The same id brings the same service up to date' }),
    name: ShortText.meta({ description: 'What the service calls itself' }),
    alternate_name: z.string().nullish(),
    description: LongText.meta({ description: 'What it does, in standard English' }),
    url: WebAddress.nullish(),
    email: z.email().max(254).nullish(),
    status: z
      .enum(['active', 'inactive', 'defunct', 'temporarily closed'])
      .meta({ description: 'What has ended is kept in the file and found by nobody' }),
    minimum_age: z.number().min(0).max(130).nullish(),
    maximum_age: z.number().min(0).max(130).nullish(),
    assured_date: CivilDate.meta({ description: 'The day on which the entry was last checked' }),
    assurer_email: z.email().max(254).meta({ description: 'Who checked it' }),
    assured_until: CivilDate.nullish().meta({
      description: 'Until when the check holds: a year where this is left out',
    }),
    organization: Organization,
    phones: listOf(Phone),
    schedules: listOf(Schedule),
    service_at_locations: listOf(ServiceAtLocation),
    cost_options: listOf(CostOption),
    attributes: z
      .array(Attribute)
      .min(1)
      .max(50)
      .meta({ description: 'Its terms; those of "need" and "category" are searched by' }),
    variants: listOf(ServiceVariant),
  })
  .superRefine((service, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const from = service.minimum_age ?? 0;
    if ((service.maximum_age ?? from) < from) {
      fault(['maximum_age'], 'must not be below minimum_age');
    }
    if (checkedOf(service).until < service.assured_date) {
      fault(['assured_until'], 'must not be before assured_date');
    }
    if (!service.attributes.some(({ taxonomy_term: term }) => term?.taxonomy === 'category')) {
      fault(['attributes'], 'needs a term of the taxonomy "category", or nobody finds it');
    }
    for (const [path, message] of [...termFaults(service), ...variantFaults(service)]) {
      fault(path, message);
    }
  })
  .meta({ id: 'DirectoryService' });
export type DirectoryService = z.infer<typeof DirectoryService>;

type Fault = readonly [path: (string | number)[], message: string];

/** Only the terms by which people search are checked: those of other taxonomies are the feed's own. */
function termFaults({ attributes }: { attributes: z.infer<typeof Attribute>[] }): Fault[] {
  return attributes.flatMap(({ taxonomy_term: term }, place) => {
    if (term?.taxonomy !== 'need' && term?.taxonomy !== 'category') return [];
    const issues = SearchTerm.safeParse(term).error?.issues ?? [];
    return issues.map(({ path, message }): Fault => {
      return [['attributes', place, 'taxonomy_term', ...path.map(String)], message];
    });
  });
}

function variantFaults({ variants }: { variants?: ServiceVariant[] | null | undefined }): Fault[] {
  const forms = (variants ?? []).map(({ format, language }) => `${format} in ${language}`);
  return forms.flatMap((form, place): Fault[] =>
    forms.indexOf(form) < place || form === 'standard in en'
      ? [[['variants', place], `there is a text already that is ${form}`]]
      : [],
  );
}

/** Who last checked an entry, and until when it is relied on. */
export function checkedOf(
  service: Pick<DirectoryService, 'assured_date' | 'assurer_email' | 'assured_until'>,
): Checked {
  const { assured_date: on, assurer_email: by, assured_until: until } = service;
  return { on, by, until: until ?? addYears(on, 1) };
}

/** The terms that a service has in one of the taxonomies by which people search. */
export function termsOf(
  { attributes }: Pick<DirectoryService, 'attributes'>,
  taxonomy: SearchTaxonomy,
): SearchTerm[] {
  return attributes
    .map(({ taxonomy_term: term }) => term)
    .filter((term) => term?.taxonomy === taxonomy)
    .map((term) => SearchTerm.parse(term));
}

export function codesOf(
  service: Pick<DirectoryService, 'attributes'>,
  taxonomy: SearchTaxonomy,
): string[] {
  return [...new Set(termsOf(service, taxonomy).map(({ code }) => code))];
}

/** Every text of a service, the standard's own one first. */
export function variantsOf(service: DirectoryService): [ServiceVariant, ...ServiceVariant[]] {
  const { name, description, variants } = service;
  return [{ format: 'standard', language: 'en', name, description }, ...(variants ?? [])];
}
