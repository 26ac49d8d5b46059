import { describe, expect, test } from 'vitest';
import example from '#shared/council/data/information/directory-example.json' with { type: 'json' };
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';
import {
  loadGlossary,
  loadGuides,
  loadPlaces,
  loadTopics,
} from '#shared/council/load/load-information.ts';
import { checkDirectory } from '#shared/domain/directory/check-directory.ts';
import { makeIndex } from '#shared/domain/directory/directory-index.ts';
import { makeSearchable, searchDirectory } from '#shared/domain/directory/search.ts';
import { outwardCode, Postcode } from '#shared/domain/identity/postcode.ts';

const words = [
  'adult social care',
  'advocacy',
  'assessment',
  'care plan',
  'direct payment',
  'eligibility',
  'personal budget',
  'reablement',
  'support plan',
  'universal services',
  'well-being',
];

describe.each(councilIds)('The information of %s', (councilId) => {
  const { information, letters } = councilNamed(councilId);

  test('is pointed to by every letter', () => {
    for (const { body } of Object.values(letters)) expect(body).toContain('((glossary))');
  });

  test('has every word of letters in its glossary, in every form of it', async () => {
    const { variants } = await loadGlossary(information);
    for (const variant of variants) {
      expect(variant.words.map(({ word }) => word)).toEqual(expect.arrayContaining(words));
    }
  });

  test('speaks to self-funders and carers, of advocacy and of prevention, in Easy Read too', async () => {
    const topics = await loadTopics(information);
    const groups = new Set(topics.map(({ group }) => group));
    for (const group of ['self-funders', 'carers', 'advocacy', 'prevention'] as const) {
      expect(groups).toContain(group);
    }
    expect(topics.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['equipment-at-home', 'telecare']),
    );
    for (const { id, variants } of topics) {
      expect(
        variants.map(({ format }) => format),
        id,
      ).toContain('easy-read');
    }
  });

  test('has guides in Easy Read as well', async () => {
    for (const { id, variants } of await loadGuides(information)) {
      expect(
        variants.map(({ format }) => format),
        id,
      ).toContain('easy-read');
    }
  });

  test('has guides that lead only to topics that there are, and to something at every end', async () => {
    const topics = (await loadTopics(information)).map(({ id }) => id);
    for (const { endings } of await loadGuides(information)) {
      for (const { id, topics: named = [], services, isContactAdvised } of endings) {
        expect(topics, id).toEqual(expect.arrayContaining(named));
        expect(named.length > 0 || services || isContactAdvised, id).toBeTruthy();
      }
    }
  });
});

describe('The directory of the example council', () => {
  const checked = checkDirectory(example, '2026-11-02');
  const services = checked.isGood ? checked.services : [];
  const { information } = councilNamed('example');
  const index = makeSearchable(
    makeIndex(services.map((each) => ({ service: each, digest: each.id }))),
  );

  test('has at least sixty services, each in Easy Read as well', () => {
    expect(checked).toMatchObject({ isGood: true });
    expect(services.length).toBeGreaterThanOrEqual(60);
    for (const { name, variants } of services) {
      expect(
        variants?.map(({ format }) => format),
        name,
      ).toContain('easy-read');
    }
  });

  test('lies where the postcodes of the area are known', async () => {
    const places = (await loadPlaces(information))?.places;
    const postcodes = services
      .flatMap(({ service_at_locations: held }) => held ?? [])
      .flatMap(({ location }) => location?.addresses ?? [])
      .map(({ postal_code }) => outwardCode(Postcode.parse(postal_code)));
    expect(postcodes.length).toBeGreaterThan(20);
    for (const code of postcodes) expect(places).toHaveProperty(code);
  });

  test('answers everything that its guides and topics search for', async () => {
    const guides = await loadGuides(information);
    const topics = await loadTopics(information);
    const searches = [...guides.flatMap(({ endings }) => endings), ...topics]
      .map(({ services: search }) => search)
      .filter((search) => search !== undefined);
    expect(searches.length).toBeGreaterThan(10);
    for (const search of searches) {
      expect(
        searchDirectory(index, search, '2026-11-02').length,
        JSON.stringify(search),
      ).toBeGreaterThan(0);
    }
  });

  test('uses only telephone numbers and addresses that belong to nobody', () => {
    const text = JSON.stringify(example);
    expect(text.match(/"number":"(?!01632 960)/g)).toBeNull();
    expect(
      text.match(/[@/.](?!(?:[\w-]+\.)*example\.org)[\w-]+\.(?:uk|com|net|org)\b/g),
    ).toBeNull();
  });
});
