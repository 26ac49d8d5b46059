import * as z from 'zod';

/** How a question is answered: what a form shows for it. */
const Answering = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['text', 'long-text', 'phone', 'email', 'date', 'yes-no']) }),
  z.strictObject({
    kind: z.enum(['one-of', 'some-of']),
    options: z.array(z.strictObject({ code: z.string(), label: z.string() })),
  }),
  /** Several lines of text, such as an address. */
  z.strictObject({ kind: z.literal('lines') }),
]);
type Answering = z.infer<typeof Answering>;

/** When a question is asked: where that other one is answered by one of these codes. */
const OnlyIf = z.strictObject({ field: z.string(), isOneOf: z.array(z.string()) });

const asked = {
  /** Where the answer goes in the contact, as a JSON pointer; `-` is each item of a list. */
  field: z.string(),
  label: z.string(),
  /** The words for somebody who asks for themselves, where they differ. */
  labelIfSelf: z.string().optional(),
  help: z.string().optional(),
  answer: Answering,
  isOptional: z.boolean(),
  onlyIf: OnlyIf.optional(),
};

/** A question of the form. One that people may not wish to answer says why it is asked. */
export const ContactQuestion = z
  .discriminatedUnion('isSensitive', [
    z.strictObject({ ...asked, isSensitive: z.literal(true), why: z.string() }),
    z.strictObject({ ...asked, isSensitive: z.literal(false) }),
  ])
  .meta({ id: 'ContactQuestion' });
export type ContactQuestion = z.infer<typeof ContactQuestion>;

/** A page of the form, in the order in which it is asked. */
export const QuestionSection = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    titleIfSelf: z.string().optional(),
    intro: z.string().optional(),
    questions: z.array(ContactQuestion),
    /** Not asked: what the form sends beside the answers of this page, where there are any. */
    sends: z
      .array(z.strictObject({ field: z.string(), value: z.string(), onlyIf: OnlyIf.optional() }))
      .optional(),
  })
  .meta({ id: 'ContactQuestionSection' });
export type QuestionSection = z.infer<typeof QuestionSection>;

interface Details {
  readonly answer?: Answering;
  readonly help?: string;
  readonly labelIfSelf?: string;
  readonly why?: string;
  readonly isRequired?: true;
  readonly onlyIf?: z.infer<typeof OnlyIf>;
}

/** A question, which is optional and answered by a line of text unless its details say otherwise; with
 * a reason, it is a sensitive one. */
export function question(field: string, label: string, details: Details = {}): ContactQuestion {
  const { answer = { kind: 'text' }, help, labelIfSelf, why, isRequired, onlyIf } = details;
  const shown = {
    field,
    label,
    ...(labelIfSelf !== undefined && { labelIfSelf }),
    answer,
    isOptional: isRequired === undefined,
    ...(help !== undefined && { help }),
    ...(onlyIf !== undefined && { onlyIf }),
  };
  return why === undefined
    ? { ...shown, isSensitive: false }
    : { ...shown, isSensitive: true, why };
}

/** The codes of a list with the words for each, as options of a question. */
export function oneOf(labels: Readonly<Record<string, string>>): Answering {
  return { kind: 'one-of', options: optionsOf(labels) };
}

export function someOf(labels: Readonly<Record<string, string>>): Answering {
  return { kind: 'some-of', options: optionsOf(labels) };
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([code, label]) => ({ code, label }));
}
