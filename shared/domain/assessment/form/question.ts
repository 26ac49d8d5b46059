import * as z from 'zod';
import { Slug } from '../../allocation/policy-item.ts';
import { AdultOutcome } from '../../eligibility/adult-outcomes.ts';
import { CarerOutcome } from '../../eligibility/carer-outcomes.ts';

const Words = z.string().min(1).max(500);

const Option = z.strictObject({ id: Slug, text: Words });
const Options = z.array(Option).min(2).max(30);

// A column's id is the name of a field of the assessment, where its question feeds one.
const ColumnId = z.string().regex(/^[a-z][A-Za-z]{0,39}$/);
const Column = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), id: ColumnId, text: Words }),
  z.strictObject({ type: z.literal('yes-no'), id: ColumnId, text: Words }),
  z.strictObject({ type: z.literal('choice'), id: ColumnId, text: Words, options: Options }),
]);
export type Column = z.infer<typeof Column>;

const asking = {
  id: Slug,
  /** What helps to answer it, shown beside the question. */
  help: z.string().min(1).max(1_000).optional(),
  isRequired: z.boolean().default(false),
  /** Asked only where an earlier question was answered just so. */
  onlyIf: z.strictObject({ question: Slug, is: z.union([Slug, z.boolean()]) }).optional(),
  /** About the assessment and not about the person's life: nobody asks it of them. */
  isForWorker: z.boolean().default(false),
  /** The person's own words stand here before anybody's account of them. */
  isOwnWords: z.boolean().default(false),
};
const asked = {
  ...asking,
  text: Words,
  /** Where the answer comes to stand in the assessment, as a JSON pointer. */
  feeds: z
    .string()
    .regex(/^(\/[A-Za-z0-9-]+)+$/)
    .optional(),
  /** The name of the data item in the national return that it answers. */
  nationalId: z.string().min(1).max(100).optional(),
};

const questions = [
  z.strictObject({
    type: z.literal('text'),
    ...asked,
    lengthMax: z.int().min(1).max(4_000).default(4_000),
  }),
  z.strictObject({ type: z.literal('choice'), ...asked, options: Options }),
  z.strictObject({ type: z.literal('many-choices'), ...asked, options: Options }),
  z.strictObject({ type: z.literal('yes-no'), ...asked }),
  z.strictObject({ type: z.literal('date'), ...asked }),
  z.strictObject({
    type: z.literal('number'),
    ...asked,
    min: z.int(),
    max: z.int(),
    unit: Words.optional(),
  }),
  /** Several of a kind, such as the people who were there: a row each. */
  z.strictObject({
    type: z.literal('rows'),
    ...asked,
    columns: z.array(Column).min(1).max(8),
    rowsMax: z.int().min(1).max(40),
  }),
  /** What was found about one outcome of the eligibility test. */
  z.strictObject({
    type: z.literal('finding'),
    ...asked,
    outcome: z.union([AdultOutcome, CarerOutcome]),
  }),
  /** How far family and friends meet what one domain of the questionnaire asks about. */
  z.strictObject({ type: z.literal('support'), ...asked, domain: Slug }),
] as const;

/** A question as a council writes it. A score names a question of the allocation questionnaire, which
 * has its words, its answers and their points. */
export const WrittenQuestion = z.discriminatedUnion('type', [
  ...questions,
  z.strictObject({ type: z.literal('score'), ...asking }),
]);
export type WrittenQuestion = z.infer<typeof WrittenQuestion>;

/** A question as it is asked: a score has its words and answers, and nobody is shown points. */
export const Question = z
  .discriminatedUnion('type', [
    ...questions,
    z.strictObject({ type: z.literal('score'), ...asked, options: Options }),
  ])
  .meta({ id: 'AssessmentQuestion' });
export type Question = z.infer<typeof Question>;
