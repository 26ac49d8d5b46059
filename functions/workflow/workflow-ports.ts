import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { RunState } from '#shared/domain/run/run-state.ts';
import type { System } from '#shared/gateways/system.ts';
import type { WorkflowEngine } from '#shared/gateways/workflow-engine.ts';
import type { TaskStore } from '#shared/stores/cases/task-store.ts';
import type { EventLog } from '#shared/stores/events/event-log.ts';
import type { Table } from '#shared/stores/table/table.ts';

/** What is needed to keep an aggregate's machines in step with its record. */
export interface WorkflowPorts {
  readonly table: Table;
  readonly cases: EventLog<CaseState>;
  readonly runs: EventLog<RunState>;
  readonly tasks: TaskStore;
  readonly engine: WorkflowEngine;
  readonly system: System;
}
