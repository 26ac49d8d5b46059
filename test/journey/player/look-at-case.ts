import type { Seen } from './check-step.ts';
import {
  type Entry,
  readCase,
  readEntries,
  readRecord,
  readTasks,
  type Task,
} from './read-case.ts';
import type { Story } from './story.ts';
import type { Answer, Target } from './target.ts';
import { type Tell, tellEntry, tellNext } from './tell.ts';

interface Looking {
  readonly story: Story;
  readonly target: Target;
  readonly tell: Tell;
  /** The last event told of each case. */
  readonly told: Map<string, number>;
}

/** Looks at a case after a step, and tells what came to its timeline. */
export async function lookAtCase(
  caseId: string,
  answer: Answer | undefined,
  looking: Looking,
): Promise<Seen> {
  const { target, tell, told } = looking;
  const entries = await readEntries(target, caseId, told.get(caseId) ?? 0);
  const view = await readCase(target, caseId);
  for (const entry of entries) {
    tellEntry(tell, entry, await recordedBy(entry, { caseId, target, records: view.records }));
  }
  const last = entries.at(-1);
  if (last) {
    told.set(caseId, last.event);
    tellNext(tell, await tasksOf(caseId, view.state.team, looking), datesOf(view.state));
  }
  return { answer, caseId, view, entries };
}

interface Recorded {
  readonly caseId: string;
  readonly target: Target;
  readonly records: Readonly<Record<string, number>>;
}

async function recordedBy(entry: Entry, { caseId, target, records }: Recorded): Promise<unknown> {
  if (entry.type === 'case-opened') return readRecord(target, caseId, 'contact');
  // The contact is a record of its own, numbered apart from the case's events.
  const [name] =
    Object.entries(records).find(
      ([record, version]) => version === entry.event && record !== 'contact',
    ) ?? [];
  return name === undefined ? undefined : readRecord(target, caseId, name);
}

/** The case's tasks in the queues of its team and of everybody in the story, the earliest due first. */
async function tasksOf(caseId: string, team: string, { story, target }: Looking): Promise<Task[]> {
  const others = Object.values(story.people).flatMap((actor) =>
    actor.comes === 'as-staff' ? actor.teams : [],
  );
  const queues = await Promise.all(
    [...new Set([team, ...others])].map((each) => readTasks(target, each)),
  );
  return queues
    .flat()
    .filter(({ aggregateId }) => aggregateId === caseId)
    .sort((a, b) => a.due.localeCompare(b.due) || a.step.localeCompare(b.step));
}

/** The days that a case itself waits for. */
function datesOf(state: Readonly<Record<string, unknown>>): string[] {
  const { nextReview, urgentSupport, reablement } = Object(state);
  const dates: string[] = [];
  if (nextReview) dates.push(`${nextReview.kind} review on ${nextReview.on}`);
  if (urgentSupport?.state === 'awaiting-second-key') {
    dates.push(`second key by ${urgentSupport.secondKeyDue}`);
  }
  if (urgentSupport?.state === 'confirmed') {
    dates.push(`urgent support ends on ${urgentSupport.expiresOn}`);
  }
  if (reablement && !reablement.endedOn) dates.push(`free until ${reablement.freeUntil}`);
  return dates;
}
