import { loadCouncil } from '#shared/council/load-council.ts';
import { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { PolicyState } from '#shared/domain/budget/delegated-limits-policy.ts';
import { CaseState } from '#shared/domain/case/case-state.ts';
import { ContactState } from '#shared/domain/contact/contact.ts';
import { PersonState } from '#shared/domain/person/person-state.ts';
import { RunState } from '#shared/domain/run/run-state.ts';
import { secretReader } from '#shared/gateways/secrets.ts';
import { system } from '#shared/gateways/system.ts';
import { DirectoryStore } from '#shared/stores/directory-store.ts';
import { EventLog } from '#shared/stores/event-log.ts';
import { openTable } from '#shared/stores/open-table.ts';
import { keyedPseudonyms } from '#shared/stores/pseudonyms.ts';
import type { Table } from '#shared/stores/table.ts';
import { TaskStore } from '#shared/stores/task-store.ts';
import type { Ports } from './ports.ts';

interface Surroundings {
  readonly TABLE_NAME: string;
  readonly COUNCIL: string;
  readonly PSEUDONYM_SECRET_ID: string;
}

/** Joins the real parts, once in a function's life. */
export async function makePorts(environment: Surroundings): Promise<Ports> {
  return {
    ...makeStores(openTable(environment.TABLE_NAME)),
    council: await loadCouncil(environment.COUNCIL),
    system,
    pseudonyms: keyedPseudonyms(secretReader(environment.PSEUDONYM_SECRET_ID)),
  };
}

export function makeStores(table: Table) {
  return {
    table,
    contacts: new EventLog(table, 'contact', ContactState),
    cases: new EventLog(table, 'case', CaseState),
    people: new EventLog(table, 'person', PersonState),
    agreements: new EventLog(table, 'agreement', AgreementState),
    policies: new EventLog(table, 'policy', PolicyState),
    runs: new EventLog(table, 'run', RunState),
    tasks: new TaskStore(table),
    directory: new DirectoryStore(table),
  };
}
