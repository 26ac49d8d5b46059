import { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { CaseState } from '#shared/domain/case/case-state.ts';
import { RunState } from '#shared/domain/run/run-state.ts';
import { TaskStore } from '#shared/stores/cases/task-store.ts';
import { EventLog } from '#shared/stores/events/event-log.ts';
import type { Table } from '#shared/stores/table/table.ts';

/** The records that machines and schedules work on: a function that needs no other loads no other. */
export function journeyStores(table: Table) {
  return {
    table,
    cases: new EventLog(table, 'case', CaseState),
    agreements: new EventLog(table, 'agreement', AgreementState),
    runs: new EventLog(table, 'run', RunState),
    tasks: new TaskStore(table),
  };
}
