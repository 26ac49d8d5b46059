import type { PersonState } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  type CaseRow,
  caseRowsUnder,
  givenCaseItem,
  notTheirCaseWrite,
} from '#shared/stores/people/person-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';

type FollowingPorts = Pick<Ports, 'people' | 'cases' | 'table'>;

const attemptsMax = 3;

/** Gives the cases of a record to the one that took it over, or back once the merge is reversed. It
 * goes by how the record stands now; the list under the record itself stays, so that what is given
 * back is just what was given. */
export async function giveCasesOf(
  event: RecordedEvent<PersonState>,
  ports: FollowingPorts,
): Promise<void> {
  if (event.type !== 'merged-into-another' && event.type !== 'restored-from-merge') return;
  const personId = event.aggregateId;
  const owner = await survivorOf(personId, ports);
  const { rows } = await caseRowsUnder(ports.table, personId);
  for (const each of rows) {
    await giveCase(each, { from: personId, to: owner, cause: event }, ports);
  }
}

/** The id of the record that a person's id stands for now: its own, or that of the one that took it
 * over. */
export async function survivorOf(personId: string, ports: Pick<Ports, 'people'>): Promise<string> {
  return (await recordNow(personId, ports))?.aggregateId ?? personId;
}

/** The record itself; undefined where nobody is registered under that id. */
export async function recordNow(
  personId: string,
  { people }: Pick<Ports, 'people'>,
): Promise<RecordedEvent<PersonState> | undefined> {
  let id = personId;
  const seen = new Set<string>();
  while (!seen.has(id)) {
    seen.add(id);
    const last = await people.last(id);
    if (!last || last.after.mergedInto === null) return last;
    id = last.after.mergedInto;
  }
  throw new Error(`the record ${personId} was merged into itself`);
}

interface Giving {
  readonly from: string;
  readonly to: string;
  readonly cause: RecordedEvent<PersonState>;
}

async function giveCase(
  listed: CaseRow,
  giving: Giving,
  { cases, table }: FollowingPorts,
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const last = await cases.last(listed.caseId);
    if (!last) throw new Error(`no case ${listed.caseId}`);
    const before = last.after.personId;
    if (before === giving.to) {
      await listGiven(listed, giving, table);
      return;
    }
    const written = await cases.append(
      last,
      {
        id: derivedId(['person-linked', giving.cause.id, listed.caseId]),
        aggregateId: listed.caseId,
        type: 'person-linked',
        at: giving.cause.at,
        actor: { id: 'case-stream', role: 'service' },
        request: null,
        body: { from: before, to: giving.to, because: giving.cause.type },
        after: { ...last.after, personId: giving.to },
      },
      listWrites(listed, giving, before),
    );
    if (written.appended) return;
  }
  throw new Error('a case could not be given to its person');
}

/** The case is that record's already: it was linked to it at contact, or this is done again. */
async function listGiven(listed: CaseRow, { from, to }: Giving, table: Table): Promise<void> {
  if (from === to) return;
  await table.write([{ put: givenCaseItem(to, listed), onlyIf: ['absent'] }]);
}

function listWrites(listed: CaseRow, { from, to }: Giving, before: string): TableWrite[] {
  const given = to === from ? [] : [{ put: givenCaseItem(to, listed) }];
  const taken = before === from ? [] : [notTheirCaseWrite(before, listed)];
  return [...given, ...taken];
}
