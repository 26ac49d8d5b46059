import * as z from 'zod';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import { destinationOf, machineOf, machineStarts, stepsUndoneBy } from './moves.ts';
import { Machine, machines, Step, type VerdictOf } from './steps.ts';

/** A verdict that still stands: what was decided at a step, in which round, by whom and when. */
export const StandingVerdict = z.strictObject({
  verdict: z.string(),
  round: z.int().positive(),
  /** How often the step had gone up to a higher limit before this was decided. */
  level: z.int().nonnegative(),
  /** The sequence number of the event that holds the decision. */
  event: z.int().positive(),
  by: z.string(),
  on: z.iso.date(),
});
export type StandingVerdict = z.infer<typeof StandingVerdict>;

/** What the machines of one aggregate need to know, kept on its every event. */
export const Workflow = z.strictObject({
  /** The newest round begun of each machine; a reassessment or a changed plan is a new round. */
  rounds: z.partialRecord(Machine, z.int().positive()),
  /** The machines whose newest round has not come to its end. */
  running: z.array(Machine),
  verdicts: z.partialRecord(Step, StandingVerdict),
  /** How often each step has gone up to a higher limit in this round. */
  levels: z.partialRecord(Step, z.int().nonnegative()),
  /** Who has claimed the step's task. */
  claims: z.partialRecord(Step, z.string()),
});
export type Workflow = z.infer<typeof Workflow>;

export const noWorkflow: Workflow = {
  rounds: {},
  running: [],
  verdicts: {},
  levels: {},
  claims: {},
};

export interface Decision<S extends Step> {
  readonly step: S;
  readonly verdict: VerdictOf<S>;
  readonly event: number;
  readonly by: string;
  readonly on: string;
}

/** Begins the machine's next round. `kept` names the steps whose verdicts are carried into it, so
 * that what was settled before is not asked again. */
export function beginRound(
  workflow: Workflow,
  machine: Machine,
  kept: readonly Step[] = [],
): Workflow {
  const round = (workflow.rounds[machine] ?? 0) + 1;
  const verdicts: Workflow['verdicts'] = { ...workflow.verdicts };
  const levels: Workflow['levels'] = { ...workflow.levels };
  for (const step of Step.options) {
    if (machineOf[step] !== machine) continue;
    const standing = verdicts[step];
    delete levels[step];
    if (standing && kept.includes(step)) verdicts[step] = { ...standing, round, level: 0 };
    else delete verdicts[step];
  }
  const running = machines.filter((name) => name === machine || workflow.running.includes(name));
  return {
    ...workflow,
    rounds: { ...workflow.rounds, [machine]: round },
    running,
    verdicts,
    levels,
  };
}

/** The steps at which people are waited for, found by walking each running machine from its start
 * over the verdicts that stand: just where a machine started again would come to rest. */
export function openSteps(workflow: Workflow): Step[] {
  return workflow.running.flatMap((machine) => openStepsOf(workflow, machine));
}

function openStepsOf(workflow: Workflow, machine: Machine): Step[] {
  return machineStarts[machine].flatMap((start) => {
    let at: Step = start;
    // No walk is longer than the list of steps, because each verdict that leads back is undone.
    for (let walked = 0; walked <= Step.options.length; walked += 1) {
      const verdict = currentVerdict(workflow, at);
      if (!verdict) return [at];
      const next = destinationOf(at, verdict.verdict);
      if (next === undefined || next === 'end') return [];
      at = next;
    }
    throw new Error(`the verdicts of ${machine} lead in a circle at ${at}`);
  });
}

/** The verdict that settles the step as it is waited for now: of this round and this level. */
export function currentVerdict(workflow: Workflow, step: Step): StandingVerdict | undefined {
  const standing = workflow.verdicts[step];
  if (!standing || standing.round !== workflow.rounds[machineOf[step]]) return undefined;
  return standing.level === (workflow.levels[step] ?? 0) ? standing : undefined;
}

/** Says what the case waits for instead, so that nobody has to find it out. */
export function refuseStep(workflow: Workflow, step: Step): Refused {
  const instead = openSteps(workflow).join(' and ') || 'nothing';
  const detail = `The case is not waiting for the step ${step}: it waits for ${instead}.`;
  return refuse('wrong-stage', detail);
}

/** Records a verdict at a step that is open, takes back what it undoes, and ends the machine when
 * no step of it is open any more. Refuses `wrong-stage` where the step is not the one waited
 * for. */
export function settleStep<S extends Step>(
  workflow: Workflow,
  decision: Decision<S>,
): Outcome<Workflow> {
  const { step, verdict } = decision;
  if (!openSteps(workflow).includes(step)) return refuseStep(workflow, step);
  const machine = machineOf[step];
  const level = workflow.levels[step] ?? 0;
  const verdicts = { ...workflow.verdicts };
  for (const undone of stepsUndoneBy(step, verdict)) delete verdicts[undone];
  verdicts[step] = {
    verdict,
    round: workflow.rounds[machine] ?? 1,
    level,
    event: decision.event,
    by: decision.by,
    on: decision.on,
  };
  const levels = { ...workflow.levels };
  const claims = { ...workflow.claims };
  delete claims[step];
  if (verdict === 'escalated') levels[step] = level + 1;
  // A plan written again is signed off from the first limit upwards again.
  if (verdict === 'written') delete levels['authorise-budget'];
  const settled: Workflow = { ...leaveReablementFirst(workflow, step, verdicts), levels, claims };
  const isOver = openStepsOf(settled, machine).length === 0;
  return accept(
    isOver ? { ...settled, running: settled.running.filter((name) => name !== machine) } : settled,
  );
}

/** Once reablement is over, the "reablement first" that led to it no longer stands: assessment or
 * the eligibility decision is open again, exactly where it paused. */
function leaveReablementFirst(
  workflow: Workflow,
  step: Step,
  verdicts: Workflow['verdicts'],
): Workflow {
  const left = { ...verdicts };
  const returnsToAssessment =
    step === 'reablement' && destinationOf(step, left[step]?.verdict ?? '') === 'assess-needs';
  if (returnsToAssessment) {
    for (const paused of ['assess-needs', 'decide-eligibility'] as const) {
      if (left[paused]?.verdict === 'reablement-first') delete left[paused];
    }
  }
  return { ...workflow, verdicts: left };
}

/** Ends every machine at once: closing, withdrawal, death or a move. */
export function endAll(workflow: Workflow): Workflow {
  return { ...workflow, running: [], claims: {} };
}
