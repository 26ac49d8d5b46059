import { createHash } from 'node:crypto';
import { DirectoryService } from '#shared/domain/directory/service.ts';

/** A UUID that is the same for the same name. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

interface Made {
  readonly name: string;
  readonly description?: string;
  readonly needs?: readonly string[];
  readonly categories?: readonly string[];
  readonly at?: readonly [number, number];
  readonly more?: object;
}

/** A service as a council's file has it, with as little as one must have. */
export function serviceRecord({
  name,
  description = 'What it is.',
  needs = [],
  categories = ['community'],
  at,
  more = {},
}: Made): Record<string, unknown> {
  const term = (taxonomy: string) => (code: string) => ({
    id: uuidOf(`${name} ${taxonomy} ${code}`),
    taxonomy_term: {
      id: uuidOf(`${taxonomy} ${code}`),
      code,
      name: code.replaceAll('-', ' '),
      taxonomy,
    },
  });
  const [latitude, longitude] = at ?? [];
  const location = { id: uuidOf(`${name} place`), location_type: 'physical', latitude, longitude };
  return {
    id: uuidOf(name),
    name,
    description,
    status: 'active',
    assured_date: '2026-10-01',
    assurer_email: 'information@example.org',
    organization: { id: uuidOf('organisation'), name: 'Agewell' },
    attributes: [...needs.map(term('need')), ...categories.map(term('category'))],
    ...(at && { service_at_locations: [{ id: uuidOf(`${name} held`), location }] }),
    ...more,
  };
}

export function service(made: Made): DirectoryService {
  return DirectoryService.parse(serviceRecord(made));
}

const syllables = 'ba ke li mo nu pra ste wi gro fal den tor mi shu ver cla'.split(' ');

/** Very many services, no two of the same words: harder to compress than what councils write. */
export function manyServices(count: number): Record<string, unknown>[] {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const word = () => Array.from({ length: 2 + random(2) }, () => syllables[random(16)]).join('');
  const vocabulary = Array.from({ length: 4_000 }, word);
  // Common words are much more common than rare ones, as in any language.
  const someWord = () => vocabulary[Math.floor(4_000 * (random(10_000) / 10_000) ** 3)] ?? '';
  const words = (many: number) => Array.from({ length: many }, someWord).join(' ');
  return Array.from({ length: count }, (_none, place) =>
    serviceRecord({
      name: `${words(4)} ${place}`,
      description: `${words(12)}. ${words(15)}. ${words(18)}.`,
      needs: [`need-${random(15)}`, `other-need-${random(15)}`],
      categories: [`category-${random(20)}`],
      at: [52.9 + random(4_000) / 10_000, -0.8 + random(4_000) / 10_000],
      more: {
        organization: {
          id: uuidOf(`organisation ${place % 900}`),
          name: `Organisation ${place % 900}`,
        },
        phones: [
          {
            id: uuidOf(`phone ${place}`),
            number: `01632 960${String(place % 1_000).padStart(3, '0')}`,
          },
        ],
      },
    }),
  );
}
