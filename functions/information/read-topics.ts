import * as z from 'zod';
import { NoParams } from '#shared/contracts/case-answer.ts';
import { publicOperation } from '#shared/contracts/operation.ts';
import { loadGlossary, loadTopics } from '#shared/council/load/load-information.ts';
import { Checked, isFresh } from '#shared/domain/directory/checked.ts';
import { GlossaryWord, type Topic, TopicGroup } from '#shared/domain/directory/topic.ts';
import {
  chooseVariant,
  type Form,
  Language,
  TextFormat,
} from '#shared/domain/directory/variant.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { Ports } from '../ports.ts';
import { askForAnother, FormQuery, fillIn, formAnswer, formsOf, today } from './wording.ts';

type Reading = Pick<Ports, 'council' | 'system'>;

export const ListedTopic = z
  .strictObject({ id: z.string(), group: TopicGroup, title: z.string() })
  .meta({ id: 'ListedTopic' });

/** The topics that have been checked in time, titled in the form that is wanted. */
export async function listTopics(
  { council, system }: Reading,
  wanted: Form,
): Promise<z.infer<typeof ListedTopic>[]> {
  return (await freshTopics({ council, system })).map(({ id, group, variants }) => ({
    id,
    group,
    title: chooseVariant(variants, wanted).variant.title,
  }));
}

async function freshTopics(ports: Reading): Promise<readonly Topic[]> {
  const topics = await loadTopics(ports.council.information);
  return topics.filter(({ checked }) => isFresh(checked, today(ports)));
}

export const readTopics = publicOperation({
  id: 'list-topics',
  method: 'GET',
  path: '/public/topics',
  tag: 'Information',
  summary: 'List the topics of advice, such as those for carers and for people who pay themselves',
  params: NoParams,
  query: FormQuery.extend({ group: TopicGroup.optional() }),
  answer: z
    .strictObject({ topics: z.array(ListedTopic), askForAnother: z.string() })
    .meta({ id: 'TopicList' }),
  async handle({ query: { group, ...form } }, ports: Reading) {
    const topics = await listTopics(ports, form);
    return accept({
      status: 200,
      body: {
        topics: topics.filter((topic) => group === undefined || topic.group === group),
        askForAnother: askForAnother(ports.council),
      },
    });
  },
});

const TopicAnswer = z
  .strictObject({
    id: z.string(),
    group: TopicGroup,
    text: z.strictObject({
      format: TextFormat,
      language: Language,
      title: z.string(),
      paragraphs: z.array(z.string()),
      url: z.string().optional(),
    }),
    ...formAnswer,
    lastChecked: Checked,
    /** What to search the directory for. */
    services: z
      .strictObject({ need: z.string().optional(), category: z.string().optional() })
      .optional(),
  })
  .meta({ id: 'TopicAnswer' });

export const readTopic = publicOperation({
  id: 'read-topic',
  method: 'GET',
  path: '/public/topics/{topicId}',
  tag: 'Information',
  summary: 'Read a topic of advice, in the format and language that suit',
  params: z.strictObject({
    topicId: z
      .string()
      .max(60)
      .meta({ examples: ['telecare'] }),
  }),
  query: FormQuery,
  answer: TopicAnswer,
  async handle({ params, query }, ports: Reading) {
    const topics = await freshTopics(ports);
    const topic = topics.find(({ id }) => id === params.topicId);
    if (!topic) return refuse('not-found', 'There is no such topic, or it needs checking again.');
    const { id, group, checked, services, variants } = topic;
    const { variant, isAsAsked } = chooseVariant(variants, query);
    return accept({
      status: 200,
      body: {
        id,
        group,
        text: {
          ...variant,
          paragraphs: variant.paragraphs.map((each) => fillIn(each, ports.council)),
        },
        isAsAsked,
        availableIn: formsOf(variants),
        askForAnother: askForAnother(ports.council),
        lastChecked: checked,
        ...(services && { services }),
      },
    });
  },
});

const GlossaryAnswer = z
  .strictObject({
    format: TextFormat,
    language: Language,
    words: z.array(GlossaryWord),
    ...formAnswer,
    lastChecked: Checked,
    needsChecking: z.boolean().meta({
      description: 'Its date is over: the words still hold for letters that are on their way',
    }),
  })
  .meta({ id: 'GlossaryAnswer' });

/** Shown whatever its date: words of letters that are on their way must stay explained. */
export const readGlossary = publicOperation({
  id: 'read-glossary',
  method: 'GET',
  path: '/public/glossary',
  tag: 'Information',
  summary: 'What the words in our letters mean, in plain language',
  params: NoParams,
  query: FormQuery,
  answer: GlossaryAnswer,
  async handle({ query }, ports: Reading) {
    const { council } = ports;
    const { checked, variants } = await loadGlossary(council.information);
    const { variant, isAsAsked } = chooseVariant(variants, query);
    return accept({
      status: 200,
      body: {
        ...variant,
        isAsAsked,
        availableIn: formsOf(variants),
        askForAnother: askForAnother(council),
        lastChecked: checked,
        needsChecking: !isFresh(checked, today(ports)),
      },
    });
  },
});
