import { ContactState } from '#shared/domain/contact/contact.ts';
import { PersonState } from '#shared/domain/person/person-state.ts';
import { EventLog } from '#shared/stores/events/event-log.ts';
import type { Table } from '#shared/stores/table/table.ts';

/** The records of who people are and what they told us. */
export function peopleStores(table: Table) {
  return {
    contacts: new EventLog(table, 'contact', ContactState),
    people: new EventLog(table, 'person', PersonState),
  };
}
