import { differences } from './facts/differences.ts';
import { type CaseView, type Entry, readRecord, readTasks } from './read-case.ts';
import type { Expectation } from './story.ts';
import type { Answer, Target } from './target.ts';

export interface Seen {
  readonly answer: Answer | undefined;
  readonly caseId: string | undefined;
  readonly view: CaseView | undefined;
  /** What was added to the case's timeline since the step before. */
  readonly entries: readonly Entry[];
}

/** Everything in which a step came out otherwise than its story expects. */
export async function wrongWith(
  expect: Expectation,
  seen: Seen,
  target: Target,
): Promise<string[]> {
  const { answer, caseId, view, entries } = seen;
  const wrong = answer ? wrongWithAnswer(expect, answer) : [];
  // What follows from an answer that is wrong already would only hide it.
  if (wrong.length > 0) return wrong;
  if (!caseId || !view) return isOfCase(expect) ? ['the step has no case to look at'] : [];
  return [
    ...wrongWithCase(expect, view),
    ...wrongWithEntries(expect, entries),
    ...(await wrongWithRecords(expect, caseId, target)),
    ...(await wrongWithTasks(expect, caseId, target)),
  ];
}

function wrongWithCase({ stage, openSteps, state }: Expectation, view: CaseView): string[] {
  return [
    ...(stage === undefined ? [] : differences(stage, view.stage, 'stage')),
    ...(openSteps === undefined ? [] : differences(openSteps, view.openSteps, 'openSteps')),
    ...(state === undefined ? [] : differences(state, view.state, 'state')),
  ];
}

function wrongWithEntries(expect: Expectation, entries: readonly Entry[]): string[] {
  const { law, code, service } = expect;
  const decision = entries.findLast(({ by }) => by.role !== 'service');
  const wrong = code === undefined ? [] : differences(code, decision?.outcome, 'national code');
  if (law !== undefined && !decision?.rule?.includes(law)) {
    wrong.push(`the law named is ${decision?.rule ?? 'nothing'}, not ${law} as expected`);
  }
  if (service === undefined) return wrong;
  const added = entries.filter(({ by }) => by.role === 'service').map(({ type }) => type);
  return [...wrong, ...differences(service, added, 'events of the service')];
}

async function wrongWithRecords(
  { records = {} }: Expectation,
  caseId: string,
  target: Target,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, body] of Object.entries(records)) {
    const recorded = await readRecord(target, caseId, name);
    wrong.push(...differences(body, recorded, `record ${name}`));
  }
  return wrong;
}

function isOfCase({ status, problem, answer, ...ofCase }: Expectation): boolean {
  return Object.keys(ofCase).length > 0;
}

function wrongWithAnswer(expect: Expectation, { status, body }: Answer): string[] {
  const { problem, answer } = expect;
  if (problem !== undefined) {
    const type = `/problems/${problem}`;
    return status >= 400 && Object(body).type === type
      ? []
      : [`the answer is ${status} ${JSON.stringify(body)}, not the problem ${problem} as expected`];
  }
  const isWanted = expect.status === undefined ? status < 300 : status === expect.status;
  if (!isWanted) {
    return [
      `the answer is ${status} ${JSON.stringify(body)}, not ${expect.status ?? '200 or 201'}`,
    ];
  }
  return answer === undefined ? [] : differences(answer, body, 'answer');
}

async function wrongWithTasks(
  { tasks = [], noTasks = [] }: Expectation,
  caseId: string,
  target: Target,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { team, step, due } of tasks) {
    const queue = await readTasks(target, team);
    const task = queue.find((each) => each.aggregateId === caseId && each.step === step);
    if (!task) wrong.push(`the queue of ${team} has no task ${step} of the case`);
    else if (due !== undefined && task.due !== due) {
      wrong.push(`the task ${step} of ${team} is due on ${task.due}, not on ${due} as expected`);
    }
  }
  for (const { team, step } of noTasks) {
    const queue = await readTasks(target, team);
    if (queue.some((each) => each.aggregateId === caseId && each.step === step)) {
      wrong.push(`the queue of ${team} still has the task ${step} of the case`);
    }
  }
  return wrong;
}
