import * as z from 'zod';
import { councilIds } from '#shared/council/load/find-council.ts';
import { RecordName } from '#shared/domain/case/case-state.ts';
import { Stage } from '#shared/domain/case/stage.ts';
import { DeskStep } from '#shared/domain/case/tasks/desk-task.ts';
import { Step as JourneyStep } from '#shared/domain/journey/steps.ts';
import { Role } from '#shared/domain/roles.ts';
import { faultsIn } from './faults-in.ts';

const Words = z.string().trim().min(1);
const Key = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'is a short name such as socialWorker');
const Json = z.json();
/** What a task may be for: a step of a journey, or what no machine waits for. */
const TaskStep = z.union([JourneyStep, DeskStep]);
const Texts = z.record(z.string(), Words);

/** Somebody made up, and how they come to the service. */
export const Actor = z.discriminatedUnion('comes', [
  z.strictObject({
    comes: z.literal('as-staff'),
    name: Words,
    id: z.string().regex(/^[a-z0-9-]+$/),
    roles: z.array(Role).min(1),
    teams: z.array(z.string()).default([]),
  }),
  z.strictObject({ comes: z.literal('without-account'), name: Words }),
  /** Their record may be one that an earlier step kept. */
  z.strictObject({ comes: z.literal('as-resident'), name: Words, personId: Words }),
]);
export type Actor = z.infer<typeof Actor>;

/** What must be seen after a step. Of objects, what is written here must be there; lists must agree from
 * first to last; null stands for null or nothing. */
export const Expectation = z.strictObject({
  status: z.int().optional(),
  /** The kind of the problem with which the step must be refused. */
  problem: z.string().optional(),
  answer: Json.optional(),
  /** Where the case stands afterwards. */
  stage: Stage.optional(),
  openSteps: z.array(JourneyStep).optional(),
  state: Json.optional(),
  records: z.partialRecord(RecordName, Json).optional(),
  /** Words of the law or policy that the decision's event names. */
  law: Words.optional(),
  /** The national code of the decision. */
  code: Words.optional(),
  /** Kinds of events that the service itself added since the step before, in order. */
  service: z.array(z.string()).optional(),
  tasks: z
    .array(z.strictObject({ team: Words, step: TaskStep, due: z.iso.date().optional() }))
    .optional(),
  noTasks: z.array(z.strictObject({ team: Words, step: TaskStep })).optional(),
});
export type Expectation = z.infer<typeof Expectation>;

export const Step = z.strictObject({
  /** The day and the time in London to which the clock goes first; left out, it stays. */
  on: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'is a day and a time such as 2008-06-10 09:00')
    .optional(),
  /** What happens, in the words of the service. */
  says: Words,
  who: Key.optional(),
  /** The request, such as `POST /cases/{caseId}/triage`; left out, only time passes. */
  does: z
    .string()
    .regex(/^(GET|POST|PUT|DELETE) \/\S+$/, 'is a method and a path such as POST /contacts')
    .optional(),
  /** How often the request is made in a row, as by somebody who guesses; the last answer
   * is what is looked at. */
  times: z.int().min(2).max(10).optional(),
  headers: Texts.optional(),
  /** The record whose newest version goes into If-Match. */
  ifMatch: RecordName.optional(),
  body: Json.optional(),
  /** Names for what later steps need, and where it stands in the answer, or in the case as it is
   * afterwards: `answer.caseId`, `case.state.agreements.0`. */
  keeps: z.record(Key, z.string().regex(/^(answer|case)\./)).optional(),
  /** Finds in a team's queue the case of a receipt, as an adviser does who takes up a web contact. */
  finds: z.strictObject({ receipt: Words, team: Words, as: Key }).optional(),
  /** The case that is looked at afterwards, where the request's path does not name it. */
  about: Words.optional(),
  expect: Expectation.default({}),
});
export type Step = z.infer<typeof Step>;

/** A person's way through the service, to be played over HTTP and told as a timeline. */
export const Story = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: Words,
    council: z.enum(councilIds),
    /** True where dates cannot be moved: law of its time, or days of the week that matter. */
    inItsTime: z.boolean(),
    /** True where services of the example directory are looked up. */
    needsDirectory: z.boolean().default(false),
    people: z.record(Key, Actor),
    steps: z.array(Step).min(1),
  })
  .superRefine((story, context) => {
    for (const { at, message } of faultsIn(story)) {
      context.addIssue({ code: 'custom', message, path: ['steps', at] });
    }
  });
export type Story = z.infer<typeof Story>;
/** A story as it is written down. */
export type WrittenStory = z.input<typeof Story>;

/** Reads a story, or says which place of it is wrong. */
export function readStory(written: WrittenStory): Story {
  const read = Story.safeParse(written);
  if (read.success) return read.data;
  throw new Error(`the story ${written.id} cannot be read:\n${z.prettifyError(read.error)}`);
}
