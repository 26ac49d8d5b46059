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

/** A service of the directory in the shape of Open Referral UK. Ours beside the standard are
 * `variants` and `assured_until`. */
export const DirectoryService = z
  .strictObject({
    id: DirectoryId,
    name: ShortText,
    alternate_name: ShortText.optional(),
    description: LongText,
    url: WebAddress.optional(),
    email: z.email().max(254).optional(),
    status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
    fees: LongText.optional(),
    application_process: LongText.optional(),
    accreditations: LongText.optional(),
    eligibility_description: LongText.optional(),
    minimum_age: z.number().min(0).max(130).optional(),
    maximum_age: z.number().min(0).max(130).optional(),
    /** When the entry was last checked, by whom, and until when that holds: a year unless said. */
    assured_date: CivilDate,
    assurer_email: z.email().max(254),
    assured_until: CivilDate.optional(),
    alert: LongText.optional(),
    last_modified: z.iso.datetime({ offset: true }).optional(),
    organization: Organization,
    phones: listOf(Phone),
    schedules: listOf(Schedule),
    service_areas: listOf(
      z.strictObject({
        id: DirectoryId,
        name: LongText,
        extent: LongText.optional(),
        extent_type: ShortText.optional(),
        uri: WebAddress.optional(),
      }),
    ),
    service_at_locations: listOf(ServiceAtLocation),
    languages: listOf(
      z.strictObject({ id: DirectoryId, name: ShortText.optional(), code: Language.optional() }),
    ),
    funding: listOf(z.strictObject({ id: DirectoryId, source: LongText })),
    cost_options: listOf(CostOption),
    attributes: z.array(Attribute).min(1).max(50),
    variants: listOf(ServiceVariant),
  })
  .superRefine((service, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const { minimum_age: from = 0, maximum_age: to = from, variants = [] } = service;
    if (to < from) fault(['maximum_age'], 'must not be below minimum_age');
    if (checkedOf(service).until < service.assured_date) {
      fault(['assured_until'], 'must not be before assured_date');
    }
    if (codesOf(service, 'category').length === 0) {
      fault(['attributes'], 'needs a term of the taxonomy "category", or nobody finds it');
    }
    const forms = variants.map(({ format, language }) => `${format} in ${language}`);
    for (const [place, form] of forms.entries()) {
      if (forms.indexOf(form) < place || form === 'standard in en') {
        fault(['variants', place], `there is a text already that is ${form}`);
      }
    }
  })
  .meta({ id: 'DirectoryService' });
export type DirectoryService = z.infer<typeof DirectoryService>;

/** Who last checked an entry, and until when it is relied on. */
export function checkedOf(
  service: Pick<DirectoryService, 'assured_date' | 'assurer_email' | 'assured_until'>,
): Checked {
  const { assured_date: on, assurer_email: by, assured_until: until = addYears(on, 1) } = service;
  return { on, by, until };
}

/** The terms that a service has in one of the taxonomies by which people search. */
export function termsOf(service: Pick<DirectoryService, 'attributes'>, taxonomy: SearchTaxonomy) {
  return service.attributes
    .map(({ taxonomy_term }) => taxonomy_term)
    .filter((term) => term.taxonomy === taxonomy);
}

export function codesOf(
  service: Pick<DirectoryService, 'attributes'>,
  taxonomy: SearchTaxonomy,
): string[] {
  return [...new Set(termsOf(service, taxonomy).map(({ code }) => code))];
}

/** Every text of a service, the standard's own one first. */
export function variantsOf(service: DirectoryService): [ServiceVariant, ...ServiceVariant[]] {
  const { name, description, variants = [] } = service;
  return [{ format: 'standard', language: 'en', name, description }, ...variants];
}
