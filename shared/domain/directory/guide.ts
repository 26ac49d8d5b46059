import * as z from 'zod';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { Checked } from './checked.ts';
import { GuideWords, wordFaults } from './guide-words.ts';

const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens');
const Line = z.string().min(1).max(500);

export const Question = z.strictObject({
  id: Id,
  text: Line,
  /** Asked of what is private, so that nobody wonders what the answer is for. */
  whyWeAsk: Line.optional(),
  options: z
    .array(z.strictObject({ id: Id, label: Line, /** A question or an ending. */ leadsTo: Id }))
    .min(2)
    .max(12),
});
export type Question = z.infer<typeof Question>;

/** Where guided questions come to: any of danger, advice, services and a contact, at least one. */
const Ending = z.strictObject({
  id: Id,
  title: Line,
  text: Line.optional(),
  /** Somebody is in danger now: the emergency numbers come first. */
  isEmergency: z.boolean().optional(),
  topics: z.array(Id).optional(),
  services: z.strictObject({ need: Id.optional(), category: Id.optional() }).optional(),
  /** Whether it is best to get in touch, rather than only possible. */
  isContactAdvised: z.boolean().optional(),
});
export type Ending = z.infer<typeof Ending>;

/** Questions that lead somebody to what may help. The first is asked first. */
export const Guide = z.strictObject({
  id: Id,
  title: Line,
  intro: Line,
  checked: Checked,
  questions: z.array(Question).min(1).max(20),
  endings: z.array(Ending).min(1).max(30),
  variants: z.array(GuideWords).max(30).default([]),
});
export type Guide = z.infer<typeof Guide>;

export const GuideAnswers = z.record(Id, Id).meta({
  id: 'GuideAnswers',
  examples: [{ danger: 'no', who: 'carer' }],
});
export type GuideAnswers = z.infer<typeof GuideAnswers>;

export type GuideStep =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'ending'; readonly ending: Ending };

/** What follows the answers given so far. Refuses an answer that the question does not offer
 * (`answer-unknown`), and an answer to a question that they do not lead to (`invalid-input`). */
export function nextStep(guide: Guide, answers: GuideAnswers): Outcome<GuideStep> {
  const left = new Map(Object.entries(answers));
  let question = guide.questions[0];
  while (question) {
    const { id, options } = question;
    const answer = left.get(id);
    if (answer === undefined)
      return left.size === 0 ? accept({ kind: 'question', question }) : stray(left);
    left.delete(id);
    const option = options.find((each) => each.id === answer);
    if (!option) {
      const offered = options.map((each) => each.id).join(', ');
      return refuse('answer-unknown', `The answers are: ${offered}.`, `/answers/${id}`);
    }
    const ending = guide.endings.find((each) => each.id === option.leadsTo);
    if (ending) return left.size === 0 ? accept({ kind: 'ending', ending }) : stray(left);
    question = guide.questions.find((each) => each.id === option.leadsTo);
  }
  throw new Error(`the guide ${guide.id} leads nowhere`);
}

function stray(left: ReadonlyMap<string, string>): Outcome<GuideStep> {
  const [id = ''] = left.keys();
  return refuse(
    'invalid-input',
    'The other answers do not lead to this question.',
    `/answers/${id}`,
  );
}

/** What is wrong with a guide's words in other forms, and with its ways: one that leads nowhere,
 * round in a circle, or is never taken. */
export function guideFaults(guide: Guide): string[] {
  const { questions, endings } = guide;
  const ids = [...questions, ...endings].map(({ id }) => id);
  const repeated = ids.filter((id, place) => ids.indexOf(id) < place);
  const leads = questions.flatMap(({ options }) => options.map(({ leadsTo }) => leadsTo));
  const lost = leads.filter((id) => !ids.includes(id));
  const unused = ids.slice(1).filter((id) => !leads.includes(id));
  // Leading only forwards is what keeps a way from going round in a circle.
  const backwards = questions.flatMap(({ options }, place) =>
    options
      .map(({ leadsTo }) => questions.findIndex(({ id }) => id === leadsTo))
      .filter((to) => to >= 0 && to <= place)
      .map((to) => questions[to]?.id ?? ''),
  );
  return [
    ...repeated.map((id) => `${id} appears twice`),
    ...lost.map((id) => `nothing is called ${id}`),
    ...unused.map((id) => `nothing leads to ${id}`),
    ...backwards.map((id) => `a later question leads back to ${id}`),
    ...wordFaults(guide),
  ];
}
