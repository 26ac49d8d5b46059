import { DBOS } from '@dbos-inc/dbos-sdk';
import { createActivity } from '../../../../infra/local/activity.ts';
import { civilDateInLondon } from '../../../../shared/domain/calendar/london-time.ts';
import { CaseState } from '../../../../shared/domain/case/case-state.ts';
import {
  destinationOf,
  machineOf,
  machineStarts,
} from '../../../../shared/domain/journey/moves.ts';
import type { Machine, Step } from '../../../../shared/domain/journey/steps.ts';
import { type Database, rowsOf } from './database.ts';
import { moveTask, readCase } from './statements.ts';
import { taskColumns, taskFor } from './tasks.ts';

/** The journey as durable workflows: one for each branch that people's steps run along. */
export interface Journeys {
  /** Starts a machine's branches. Repeated, it changes nothing: their ids are those of the case. */
  start(machine: Machine, caseId: string): Promise<void>;
  /** Tells the branch that waits at the step what was decided there. */
  settle(settled: { caseId: string; step: Step; verdict: string; key: string }): Promise<void>;
  /** Resolves once every branch waits for people or is over. */
  whenIdle(): Promise<void>;
}

// As long as a machine of the service waits for people before it asks again.
const waitSecondsMax = 60 * 24 * 60 * 60;

export function registerJourneys({
  database,
  now,
}: {
  database: Database;
  now(): string;
}): Journeys {
  const activity = createActivity();
  // Each start and each message is one piece of work, over when the branch next waits or ends.
  const underWay = new Map<string, (() => void)[]>();
  const begin = (id: string): void => {
    underWay.set(id, [...(underWay.get(id) ?? []), activity.begin('branch')]);
  };
  const rest = (id: string): void => {
    const [done, ...others] = underWay.get(id) ?? [];
    done?.();
    if (others.length > 0) underWay.set(id, others);
    else underWay.delete(id);
  };

  const openTask = async (caseId: string, done: Step | undefined, step: Step): Promise<void> => {
    const [row] = await rowsOf(database, readCase, [caseId, '']);
    const state = CaseState.parse(row?.['state']);
    const task = taskFor(step, state, civilDateInLondon(now()));
    await rowsOf(database, moveTask, [caseId, done ?? '', ...taskColumns([task])]);
  };
  const endTask = async (caseId: string, done: Step): Promise<void> => {
    await rowsOf(database, moveTask, [caseId, done, ...taskColumns([])]);
  };

  const branch = DBOS.registerWorkflow(
    async (caseId: string, start: Step): Promise<void> => {
      const id = branchId(caseId, start);
      let done: Step | undefined;
      let at: Step | 'end' = start;
      while (at !== 'end') {
        const step: Step = at;
        const before = done;
        await DBOS.runStep(() => openTask(caseId, before, step), { name: 'open-task' });
        rest(id);
        const verdict: string | null = await DBOS.recv<string>(step, waitSecondsMax);
        if (verdict === null) continue;
        done = step;
        at = destinationOf(step, verdict) ?? 'end';
      }
      const last = done;
      if (last) await DBOS.runStep(() => endTask(caseId, last), { name: 'end-task' });
      rest(id);
    },
    { name: 'branch' },
  );

  return {
    async start(machine, caseId) {
      for (const start of machineStarts[machine]) {
        const workflowID = branchId(caseId, start);
        begin(workflowID);
        await DBOS.startWorkflow(branch, { workflowID })(caseId, start);
      }
    },
    async settle({ caseId, step, verdict, key }) {
      const id = branchId(caseId, branchOf(step));
      begin(id);
      await DBOS.send(id, verdict, step, key);
    },
    whenIdle: () => activity.whenIdle(),
  };
}

function branchId(caseId: string, start: Step): string {
  return `${start}-${caseId}`;
}

/** Where the walk began on which the step is met. */
function branchOf(step: Step): Step {
  const starts: readonly Step[] = machineStarts[machineOf[step]];
  return starts.find((start) => start === step) ?? starts.at(-1) ?? step;
}
