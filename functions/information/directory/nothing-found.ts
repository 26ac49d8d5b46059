import * as z from 'zod';
import type { DirectoryQuery } from '#shared/domain/directory/search.ts';
import { hintsFor } from '#shared/domain/directory/search-hints.ts';
import type { DirectoryVersion } from '#shared/stores/front-door/directory-store.ts';
import type { Ports } from '../../ports.ts';
import { today } from '../wording.ts';

export const NothingFound = z
  .strictObject({
    advice: z.string().meta({ description: 'What else there is to do, with whom to call' }),
    didYouMean: z
      .array(z.string())
      .meta({ description: 'Words of the directory that look like those it does not have' }),
    furtherAway: z.int().meta({ description: 'How many there are at any distance' }),
    categories: z
      .array(z.strictObject({ code: z.string(), name: z.string() }))
      .meta({ description: 'What most services are about, to look through instead' }),
  })
  .meta({ id: 'NothingFound', description: 'What to try, where nothing was found' });

export type NothingFound = z.infer<typeof NothingFound>;

/** Nobody is left with an empty list: somebody answers the phone who knows more than the list. */
export function nothingFound(
  version: DirectoryVersion | undefined,
  query: DirectoryQuery,
  ports: Pick<Ports, 'council' | 'system'>,
): NothingFound {
  const { adultSocialCarePhone, openingHours } = ports.council.contacts;
  return {
    advice:
      'We found nothing that fits. Try other words, fewer of them, or a wider distance; ' +
      `or call ${adultSocialCarePhone} (${openingHours}), and we look with you.`,
    ...(version
      ? hintsFor(version.index, query, today(ports))
      : { didYouMean: [], furtherAway: 0, categories: [] }),
  };
}
