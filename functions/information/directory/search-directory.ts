import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation } from '#shared/contracts/operation.ts';
import { fromCursor, toCursor } from '#shared/contracts/page.ts';
import { loadPlaces } from '#shared/council/load/load-information.ts';
import type { Council } from '#shared/council/schema.ts';
import { metresPerMile, type Position } from '#shared/domain/directory/position.ts';
import { type FoundService, searchDirectory } from '#shared/domain/directory/search.ts';
import { DirectoryId } from '#shared/domain/directory/service-parts.ts';
import { Form } from '#shared/domain/directory/variant.ts';
import { outwardCode, Postcode } from '#shared/domain/identity/postcode.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import { canonicalJson, sha256 } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../ports.ts';
import { askForAnother, howToAskForAnAssessment, today } from '../wording.ts';
import { NothingFound, nothingFound } from './nothing-found.ts';

const Code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'This must be a code of the directory.');

const DirectorySearch = z
  .strictObject({
    need: Code.optional(),
    category: Code.optional(),
    text: z.string().trim().min(1).max(200).optional(),
    postcode: Postcode.optional(),
    withinMiles: z.number().min(0.1).max(100).optional(),
    cursor: z.string().max(2_000).optional(),
    limit: z.int().min(1).max(50).default(20),
  })
  .refine(({ postcode, withinMiles }) => withinMiles === undefined || postcode !== undefined, {
    path: ['postcode'],
    error: 'A postcode is needed to search within a distance.',
  })
  .meta({
    id: 'DirectorySearch',
    examples: [
      { need: 'company', text: 'lunch club', postcode: 'ZZ1 1AA', withinMiles: 5, limit: 20 },
    ],
  });
type DirectorySearch = z.infer<typeof DirectorySearch>;

export const ListedService = z
  .strictObject({
    id: DirectoryId,
    name: z.string(),
    organisation: z.string(),
    summary: z.string(),
    phone: z.string().optional(),
    needs: z.array(z.string()),
    categories: z.array(z.string()),
    /** As the crow flies from the middle of the postcode's district; null where the service comes
     * to people or is online. */
    miles: z.number().nullable(),
    isTemporarilyClosed: z.boolean(),
    availableIn: z.array(Form),
  })
  .meta({ id: 'ListedService' });

const DirectoryPage = z
  .strictObject({
    services: z.array(ListedService),
    total: z.int(),
    /** How the miles were measured, where a postcode was given. */
    aboutMiles: z.string().optional(),
    next: z.string().optional(),
    nothingFound: NothingFound.optional(),
    askForAnother: z.string(),
    howToAskForAnAssessment: z.string(),
  })
  .meta({ id: 'DirectoryPage' });

/** A search is a POST, so that a postcode or what somebody types about themselves stands in no
 * URL. */
export const searchServices = publicOperation({
  id: 'search-directory',
  method: 'POST',
  path: '/public/directory/search',
  tag: 'Information',
  summary: 'Find services by need, category, words and distance; the same answers on every channel',
  params: NoParams,
  query: NoQuery,
  body: DirectorySearch,
  answer: DirectoryPage,
  async handle({ body }, ports: Pick<Ports, 'directory' | 'council' | 'system'>) {
    const start = startOf(body);
    if (!start.accepted) return start;
    const from = await positionOf(body.postcode, ports.council);
    if (!from.accepted) return from;
    const version = await ports.directory.current();
    const query = { ...body, from: from.value };
    const found = version ? searchDirectory(version.index, query, today(ports)) : [];
    const rest = found.filter(({ place }) => place > start.value);
    const page = rest.slice(0, body.limit);
    const last = rest.length > page.length ? page.at(-1) : undefined;
    return accept({
      status: 200,
      body: {
        services: page.map(listService),
        total: found.length,
        ...(body.postcode && { aboutMiles: aboutMiles(body.postcode) }),
        ...(found.length === 0 && { nothingFound: nothingFound(version, query, ports) }),
        next: toCursor(last && { of: digestOf(body), after: last.place }),
        askForAnother: askForAnother(ports.council),
        howToAskForAnAssessment: howToAskForAnAssessment(ports.council),
      },
    });
  },
});

/** Only the district of a postcode is known here, so that nobody takes a mile for what it is not. */
function aboutMiles(postcode: Postcode): string {
  return `Miles are as the crow flies from the middle of ${outwardCode(postcode)}.`;
}

export function listService({ entry, metres }: FoundService): z.infer<typeof ListedService> {
  const { id, name, organisation, summary, phone, needs, categories, isClosed, forms } = entry;
  return {
    id,
    name,
    organisation,
    summary,
    ...(phone === undefined ? {} : { phone }),
    needs,
    categories,
    miles: metres === null ? null : Math.round((metres / metresPerMile) * 10) / 10,
    isTemporarilyClosed: isClosed,
    availableIn: [{ format: 'standard', language: 'en' }, ...forms],
  };
}

const Cursor = z.strictObject({ of: z.string(), after: z.string() });

/** Where the page begins; refused where the cursor goes with another search. */
function startOf(search: DirectorySearch): Outcome<string> {
  const read = fromCursor(search.cursor);
  if (!read.accepted) return refuse('invalid-input', read.refusal.detail, '/cursor');
  if (read.value === undefined) return accept('');
  const cursor = Cursor.safeParse(read.value);
  return cursor.success && cursor.data.of === digestOf(search)
    ? accept(cursor.data.after)
    : refuse('invalid-input', 'This cursor belongs to another search.', '/cursor');
}

/** What a search asks for, whatever page of it. */
function digestOf({ cursor: _cursor, limit: _limit, ...asked }: DirectorySearch): string {
  return sha256(canonicalJson(asked)).slice(0, 12);
}

async function positionOf(
  postcode: Postcode | undefined,
  { information }: Council,
): Promise<Outcome<Position | undefined>> {
  if (postcode === undefined) return accept(undefined);
  const known = await loadPlaces(information);
  if (!known) {
    return refuse('invalid-input', 'Distances are not known here: leave it out.', '/postcode');
  }
  const position = known.places[outwardCode(postcode)];
  return position
    ? accept(position)
    : refuse(
        'invalid-input',
        `We do not know the postcode ${postcode}. Check it, or search without it.`,
        '/postcode',
      );
}
