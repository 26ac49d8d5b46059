import * as z from 'zod';
import { Guide, guideFaults } from '#shared/domain/directory/guide.ts';
import { Position } from '#shared/domain/directory/position.ts';
import { Glossary, Topic } from '#shared/domain/directory/topic.ts';
import type { Information } from '../information.ts';

const load = {
  topics: {
    plain: () => import('../data/information/topics-plain.json', { with: { type: 'json' } }),
  },
  glossary: {
    plain: () => import('../data/information/glossary-plain.json', { with: { type: 'json' } }),
  },
  guides: {
    plain: () => import('../data/information/guides-plain.json', { with: { type: 'json' } }),
    'help-myself': () =>
      import('../data/information/guides-help-myself.json', { with: { type: 'json' } }),
  },
  places: {
    example: () => import('../data/information/places-example.json', { with: { type: 'json' } }),
  },
};

const Topics = z.strictObject({ topics: z.array(Topic) });
const Guides = z.strictObject({
  guides: z.array(Guide.refine((guide) => guideFaults(guide).length === 0, 'leads astray')),
});
const Places = z.strictObject({
  provenance: z.string(),
  /** Postcode areas of which every district is listed: what is not, does not exist. */
  wholeAreas: z.array(z.string().regex(/^[A-Z]{1,2}$/)),
  /** The middle of each district, by outward code. */
  places: z.record(z.string(), Position),
});
export type Places = z.infer<typeof Places>;

export async function loadTopics({ topics }: Information): Promise<readonly Topic[]> {
  return Topics.parse((await load.topics[topics]()).default).topics;
}

export async function loadGlossary({ glossary }: Information): Promise<Glossary> {
  return Glossary.parse((await load.glossary[glossary]()).default);
}

/** Every guide of the council, in the order in which its preset names their files. */
export async function loadGuides({ guides }: Information): Promise<readonly Guide[]> {
  const files = await Promise.all(guides.map((name) => load.guides[name]()));
  return files.flatMap((file) => Guides.parse(file.default).guides);
}

/** Where each outward code of the area lies; undefined where the council has no such list. */
export async function loadPlaces({ places }: Information): Promise<Places | undefined> {
  return places && Places.parse((await load.places[places]()).default);
}
