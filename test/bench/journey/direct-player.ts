import { showBesidePerson } from '#functions/cases/reading/show-beside-person.ts';
import { openCaseOf } from '#functions/contact/opening/open-case.ts';
import { makeStores } from '#functions/make-ports.ts';
import type { Ports } from '#functions/ports.ts';
import type { RawRequest, Reply } from '#shared/contracts/operation.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';
import { keyedPseudonyms } from '#shared/stores/people/pseudonyms.ts';
import type { Table } from '#shared/stores/table/table.ts';
import { today } from './bodies.ts';
import { type CalledBy, expectAsSent, headersOf, operationNamed, type Player } from './player.ts';

/** The service's operations on a table, with nothing between: no gateway and no machines. */
export function directPorts(table: Table): Ports {
  return {
    ...makeStores(table),
    council: councilNamed('example'),
    system: { now: () => `${today}T09:00:00.000Z`, newId: () => crypto.randomUUID() },
    pseudonyms: keyedPseudonyms(() => Promise.resolve('the key of this run')),
  };
}

/** Plays on the operations themselves. A case is opened as soon as its contact is made, and `opened`
 * is told of it before anything else happens to it. */
export function directPlayer(
  ports: Ports,
  opened: (caseId: string) => Promise<void> = async () => {},
  heard: (operation: string, work: () => Promise<Reply>) => Promise<Reply> = (_operation, work) =>
    work(),
): Player {
  let contactId = '';
  const table = heardContacts(ports.table, (id) => {
    contactId = id;
  });
  // As the stream shows it, which is not here to do so.
  const shown = async (caseId: string | undefined) => {
    const last = caseId === undefined ? undefined : await ports.cases.last(caseId);
    if (last) await showBesidePerson(last, ports);
  };
  const heardPorts = { ...ports, ...makeStores(table) };
  return {
    async call(operation, sent) {
      const asked: RawRequest = {
        ...callerOf(operation, sent.by),
        params: sent.params ?? {},
        query: sent.query ?? {},
        body: sent.body,
        headers: headersOf(sent),
      };
      const reply = await heard(operation, () => operationNamed(operation).run(asked, heardPorts));
      const status = reply.accepted ? reply.value.status : 400;
      expectAsSent(operation, sent, status, reply);
      const body = reply.accepted ? Object(reply.value.body) : {};
      const contact = operation === 'take-contact' && (await ports.contacts.last(contactId));
      if (contact) {
        await openCaseOf(contact, ports);
        await opened(contact.after.caseId);
      }
      await shown(sent.params?.['caseId']);
      return body;
    },
  };
}

function callerOf(operation: string, by: CalledBy): Pick<RawRequest, 'caller' | 'actingAs'> {
  if (by === 'public') return { caller: { kind: 'public' }, actingAs: undefined };
  if ('resident' in by) {
    return { caller: { kind: 'resident', personId: by.resident }, actingAs: undefined };
  }
  const actingAs = operationNamed(operation).roles.find((role) => by.roles.includes(role));
  return { caller: { kind: 'staff', ...by }, actingAs };
}

/** The table, with word of each contact that is written to it. */
function heardContacts(table: Table, heard: (contactId: string) => void): Table {
  return {
    get: (key) => table.get(key),
    getMany: (keys) => table.getMany(keys),
    query: (query) => table.query(query),
    write(writes) {
      for (const write of writes) {
        const [kind, id = ''] = 'put' in write ? write.put.pk.split('#') : [];
        if (kind === 'CONTACT') heard(id);
      }
      return table.write(writes);
    },
  };
}
