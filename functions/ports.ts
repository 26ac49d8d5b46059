import type { Council } from '#shared/council/schema.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { PolicyState } from '#shared/domain/budget/delegated-limits-policy.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import type { PersonState } from '#shared/domain/person/person-state.ts';
import type { RunState } from '#shared/domain/run/run-state.ts';
import type { System } from '#shared/gateways/system.ts';
import type { TaskStore } from '#shared/stores/cases/task-store.ts';
import type { EventLog } from '#shared/stores/events/event-log.ts';
import type { DirectoryStore } from '#shared/stores/front-door/directory-store.ts';
import type { Pseudonyms } from '#shared/stores/people/pseudonyms.ts';
import type { Table } from '#shared/stores/table/table.ts';

/** What a use case may ask for. It never learns that DynamoDB or AWS is behind any of it. */
export interface Ports {
  readonly council: Council;
  readonly system: System;
  readonly pseudonyms: Pseudonyms;
  readonly table: Table;
  readonly contacts: EventLog<ContactState>;
  readonly cases: EventLog<CaseState>;
  readonly people: EventLog<PersonState>;
  readonly agreements: EventLog<AgreementState>;
  readonly policies: EventLog<PolicyState>;
  readonly runs: EventLog<RunState>;
  readonly directory: DirectoryStore;
  readonly tasks: TaskStore;
}
