import * as z from 'zod';
import type { Actor } from './story.ts';
import type { Target } from './target.ts';

/** Looks at cases and queues between the steps, as a head of service may. */
export const observer: Actor = {
  comes: 'as-staff',
  name: 'Observer',
  id: 'story-observer',
  roles: ['head-of-service'],
  teams: [],
};

const Entry = z.looseObject({
  event: z.int(),
  at: z.string(),
  type: z.string(),
  by: z.looseObject({ id: z.string(), role: z.string() }),
  stage: z.string(),
  rule: z.string().optional(),
  outcome: z.string().optional(),
  step: z.string().optional(),
  howToComeBack: z.string().optional(),
});
export type Entry = z.infer<typeof Entry>;

const CaseView = z.looseObject({
  stage: z.string(),
  openSteps: z.array(z.string()),
  records: z.record(z.string(), z.int()),
  state: z.looseObject({ team: z.string() }),
});
export type CaseView = z.infer<typeof CaseView>;

const Task = z.looseObject({ aggregateId: z.string(), step: z.string(), due: z.string() });
export type Task = z.infer<typeof Task>;

const Timeline = z.looseObject({ entries: z.array(Entry), after: z.int().optional() });
const Record = z.looseObject({ body: z.unknown() });
const Tasks = z.looseObject({ tasks: z.array(Task), cursor: z.string().optional() });

// A case that is told has tens of events: more pages than these are a case that goes in circles.
const pagesMax = 20;

async function read<T>(target: Target, path: string, shape: z.ZodType<T>): Promise<T> {
  const token = await target.tokenOf(observer);
  const { status, body } = await target.call({ method: 'GET', path, token });
  if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
  return shape.parse(body);
}

export function readCase(target: Target, caseId: string): Promise<CaseView> {
  return read(target, `/cases/${caseId}`, CaseView);
}

/** What was recorded: the body of the newest version of a record. */
export async function readRecord(target: Target, caseId: string, name: string): Promise<unknown> {
  return (await read(target, `/cases/${caseId}/records/${name}`, Record)).body;
}

/** What happened to a case after an event. */
export async function readEntries(
  target: Target,
  caseId: string,
  afterEvent: number,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  let after: number | undefined = afterEvent;
  for (let page = 0; after !== undefined && page < pagesMax; page += 1) {
    const read100 = `/cases/${caseId}/timeline?limit=100&after=${after}`;
    const timeline: z.infer<typeof Timeline> = await read(target, read100, Timeline);
    entries.push(...timeline.entries);
    after = timeline.after;
  }
  return entries;
}

export async function readTasks(target: Target, team: string): Promise<Task[]> {
  const tasks: Task[] = [];
  let cursor: string | undefined = '';
  for (let page = 0; cursor !== undefined && page < pagesMax; page += 1) {
    const next: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/tasks?team=${team}&limit=100${next}`;
    const answer: z.infer<typeof Tasks> = await read(target, path, Tasks);
    tasks.push(...answer.tasks);
    cursor = answer.cursor;
  }
  return tasks;
}

/** The case that was opened from the contact with a receipt, found in a team's queue. */
export async function findCaseOf(target: Target, receipt: string, team: string): Promise<string> {
  for (const { aggregateId } of await readTasks(target, team)) {
    const { state } = await readCase(target, aggregateId);
    if (state['receipt'] === receipt) return aggregateId;
  }
  throw new Error(`no case in the queue of ${team} has the receipt ${receipt}`);
}
