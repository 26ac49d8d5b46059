import * as z from 'zod';
import { Checked } from './checked.ts';
import { Language, TextFormat } from './variant.ts';

const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens');

/** Whom a topic is for, or what it is about. */
export const TopicGroup = z
  .enum(['getting-help', 'self-funders', 'carers', 'advocacy', 'prevention', 'staying-safe'])
  .meta({ id: 'TopicGroup' });
export type TopicGroup = z.infer<typeof TopicGroup>;

const TopicVariant = z.strictObject({
  format: TextFormat,
  language: Language,
  title: z.string().min(1).max(200),
  paragraphs: z.array(z.string().min(1).max(1_000)).min(1).max(20),
  /** Where a recording or a video is found. */
  url: z.url().optional(),
});

/** One page of advice, in every form in which there is one. The first is in standard English. */
export const Topic = z.strictObject({
  id: Id,
  group: TopicGroup,
  checked: Checked,
  variants: z.tuple([TopicVariant], TopicVariant),
  /** What to look for in the directory. */
  services: z.strictObject({ need: Id.optional(), category: Id.optional() }).optional(),
});
export type Topic = z.infer<typeof Topic>;

/** A word that letters and forms use, in plain language. */
export const GlossaryWord = z.strictObject({
  id: Id,
  word: z.string().min(1).max(60),
  meaning: z.string().min(1).max(600),
});

const GlossaryVariant = z.strictObject({
  format: TextFormat,
  language: Language,
  words: z.array(GlossaryWord).min(1),
});

export const Glossary = z.strictObject({
  checked: Checked,
  variants: z.tuple([GlossaryVariant], GlossaryVariant),
});
export type Glossary = z.infer<typeof Glossary>;
