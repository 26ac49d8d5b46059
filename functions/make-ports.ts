import { PolicyState } from '#shared/domain/budget/delegated-limits-policy.ts';
import { secretReader } from '#shared/gateways/secrets.ts';
import { system } from '#shared/gateways/system.ts';
import { EventLog } from '#shared/stores/events/event-log.ts';
import { DirectoryStore } from '#shared/stores/front-door/directory-store.ts';
import { keyedPseudonyms } from '#shared/stores/people/pseudonyms.ts';
import { openTable } from '#shared/stores/table/open-table.ts';
import type { Table } from '#shared/stores/table/table.ts';
import { readCouncil } from './council-file.ts';
import { journeyStores } from './journey-stores.ts';
import { peopleStores } from './people-stores.ts';
import type { Ports } from './ports.ts';

interface Surroundings {
  readonly TABLE_NAME: string;
  readonly COUNCIL: string;
  readonly PSEUDONYM_SECRET_ID: string;
}

/** Joins the real parts, once in a function's life. */
export function makePorts(environment: Surroundings): Ports {
  return {
    ...makeStores(openTable(environment.TABLE_NAME)),
    council: readCouncil(environment.COUNCIL),
    system,
    pseudonyms: keyedPseudonyms(secretReader(environment.PSEUDONYM_SECRET_ID)),
  };
}

export function makeStores(table: Table) {
  return {
    ...journeyStores(table),
    ...peopleStores(table),
    policies: new EventLog(table, 'policy', PolicyState),
    directory: new DirectoryStore(table),
  };
}
