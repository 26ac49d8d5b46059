import { loadGlossary, loadGuides, loadTopics } from '#shared/council/load/load-information.ts';
import type { DatedText } from '#shared/domain/directory/expiring.ts';
import type { Ports } from '../../ports.ts';

/** Everything that people read before contact, with the day until which each may be relied on. */
export async function datedTexts({
  council,
  directory,
}: Pick<Ports, 'council' | 'directory'>): Promise<DatedText[]> {
  const { information } = council;
  const [version, topics, guides, glossary] = await Promise.all([
    directory.current(),
    loadTopics(information),
    loadGuides(information),
    loadGlossary(information),
  ]);
  return [
    ...(version?.index.entries ?? []).map(({ id, name, until }): DatedText => {
      return { kind: 'service', id, name, until };
    }),
    ...topics.map(({ id, variants: [{ title: name }], checked: { until } }): DatedText => {
      return { kind: 'topic', id, name, until };
    }),
    ...guides.map(({ id, title: name, checked: { until } }): DatedText => {
      return { kind: 'guide', id, name, until };
    }),
    {
      kind: 'glossary',
      id: information.glossary,
      name: 'Glossary',
      until: glossary.checked.until,
    },
  ];
}
