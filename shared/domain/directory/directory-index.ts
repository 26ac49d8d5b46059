import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Position } from './position.ts';
import {
  checkedOf,
  codesOf,
  type DirectoryService,
  type SearchTaxonomy,
  termsOf,
} from './service.ts';
import { Form } from './variant.ts';
import { tellingWords } from './words.ts';

/** What a list shows of a service and what it is found by. The index of a directory holds nothing
 * else, so that a search of five thousand services reads one small part of the table. */
export const IndexEntry = z.strictObject({
  id: z.string(),
  /** Names the very text of the service that this entry was made from. */
  digest: z.string(),
  name: z.string(),
  organisation: z.string(),
  summary: z.string(),
  phone: z.string().optional(),
  needs: z.array(z.string()),
  categories: z.array(z.string()),
  /** Where it is given; none where it comes to people or is online. */
  places: z.array(Position),
  until: CivilDate,
  isClosed: z.boolean(),
  /** In what besides standard English it can be read. */
  forms: z.array(Form),
  /** Words of the description that the summary leaves out. */
  words: z.string(),
});
export type IndexEntry = z.infer<typeof IndexEntry>;

const Term = z.strictObject({
  taxonomy: z.enum(['need', 'category']),
  code: z.string(),
  name: z.string(),
});
export type Term = z.infer<typeof Term>;

export const DirectoryIndex = z.strictObject({
  entries: z.array(IndexEntry),
  /** Services that have ended: kept in the directory's file and found by nobody. */
  ended: z.array(z.strictObject({ id: z.string(), digest: z.string() })),
  /** The words by which the directory is searched. */
  terms: z.array(Term),
});
export type DirectoryIndex = z.infer<typeof DirectoryIndex>;

const summaryLengthMax = 160;
const wordsMax = 24;

export interface KeptService {
  readonly service: DirectoryService;
  /** Names this very text of the service. */
  readonly digest: string;
}

/** The index of a directory, always the same for the same services whatever their order. */
export function makeIndex(services: readonly KeptService[]): DirectoryIndex {
  const byId = [...services].sort((a, b) => (a.service.id < b.service.id ? -1 : 1));
  const found = byId.filter(({ service }) => !hasEnded(service));
  const ended = byId.filter(({ service }) => hasEnded(service));
  const terms = new Map<string, Term>();
  for (const { service } of found) {
    for (const taxonomy of ['need', 'category'] as const satisfies SearchTaxonomy[]) {
      for (const { code, name } of termsOf(service, taxonomy)) {
        terms.set(`${taxonomy} ${code}`, { taxonomy, code, name });
      }
    }
  }
  return {
    entries: found.map(({ service, digest }) => toEntry(service, digest)),
    ended: ended.map(({ service: { id }, digest }) => ({ id, digest })),
    terms: [...terms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term),
  };
}

function hasEnded({ status }: DirectoryService): boolean {
  return status === 'inactive' || status === 'defunct';
}

function toEntry(service: DirectoryService, digest: string): IndexEntry {
  const summary = summarise(service.description);
  const phone = service.phones?.[0]?.number;
  const shown = new Set(tellingWords(`${service.name} ${summary}`));
  const others = tellingWords(`${service.alternate_name ?? ''} ${service.description}`);
  return {
    id: service.id,
    digest,
    name: service.name,
    organisation: service.organization.name,
    summary,
    ...(phone === undefined ? {} : { phone }),
    needs: codesOf(service, 'need'),
    categories: codesOf(service, 'category'),
    places: placesOf(service),
    until: checkedOf(service).until,
    isClosed: service.status === 'temporarily closed',
    forms: (service.variants ?? []).map(({ format, language }) => ({ format, language })),
    words: others
      .filter((word) => !shown.has(word))
      .slice(0, wordsMax)
      .sort()
      .join(' '),
  };
}

/** As many whole words of a description as a list has room for. */
function summarise(description: string): string {
  if (description.length <= summaryLengthMax) return description;
  const cut = description.slice(0, summaryLengthMax - 1);
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut} …`;
}

function placesOf({ service_at_locations: held }: DirectoryService): Position[] {
  return (held ?? []).flatMap(({ location }): Position[] => {
    const { latitude, longitude } = location ?? {};
    return typeof latitude === 'number' && typeof longitude === 'number'
      ? [[latitude, longitude]]
      : [];
  });
}
