import * as z from 'zod';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { DeathRecord } from '#shared/domain/case/ending/death.ts';
import { noteDeath } from '#shared/domain/case/ending/note-death.ts';
import { type DeathOnRecord, recordDeath } from '#shared/domain/person/facts/death.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import { keepListPlace } from '#shared/domain/waiting/case-list.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { casesOfPerson } from '#shared/stores/people/person-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { TableBusy, type TableWrite } from '#shared/stores/table/table.ts';
import { urgentTasksAfterDeath } from '../../cases/urgent/urgent-tasks.ts';
import { noteDeathOnOrders } from '../../orders/note-death-on-orders.ts';
import { renewSettled } from '../../personal-budget/renewal-task.ts';
import type { Ports } from '../../ports.ts';
import { endedReCheck } from '../../waiting/ask-re-check.ts';
import { survivorOf } from '../follow-merge.ts';
import { stopLettersForDeath } from './stop-letters-for-death.ts';
import { deathStopWrites } from './stop-payments-for-death.ts';

export type DeathPorts = Pick<
  Ports,
  'cases' | 'people' | 'agreements' | 'system' | 'table' | 'council'
>;

// Whoever works on the record at the same moment wins the number of the event; it is tried again so
// often here, and then from the stream.
const attemptsMax = 3;
const actor = { id: 'case-stream', role: 'service' };

/** Brings every case of a person in step with what their record says of their death. It looks at the
 * records as they are now, so that it may be called late, twice, or for any event of the person. */
export async function bringDeath(personId: string, ports: DeathPorts): Promise<void> {
  const person = await ports.people.last(personId);
  const death = person && factsOf(person.after).death;
  if (!death) return;
  for (const caseId of await casesOfPerson(ports.table, personId)) {
    await noteOnCase(caseId, death, ports);
  }
}

/** The same for one case, whose person may have died before it was opened, linked or reopened. */
export async function bringDeathToCase(
  { caseId, personId }: { readonly caseId: string; readonly personId: string },
  ports: DeathPorts,
): Promise<void> {
  const person = await ports.people.last(personId);
  const death = person && factsOf(person.after).death;
  if (death) await noteOnCase(caseId, death, ports);
}

// A transaction holds a hundred writes, and a case some thirty things that are paid at most.
const stopsAtOnceMax = 90;

/** Notes a death on a case, and then brings what hangs on it in step, as often as that is asked for: a call
 * that was cut short is made again. */
async function noteOnCase(caseId: string, death: DeathOnRecord, ports: DeathPorts): Promise<void> {
  const noted = await noteWithStops(caseId, death, ports);
  if (noted?.death?.personEvent !== death.event) return;
  const at = ports.system.now();
  const about = { caseId, death, actor, at, on: civilDateInLondon(at) };
  await noteDeathOnOrders(ports.table, about);
  if (death.status === 'stands') await stopLettersForDeath(ports.table, caseId);
}

/** The event of the case and the stops of all that is paid in it are written together, or not at all; of more
 * than fit, the first are stopped before. Gives back the case as it is then. */
async function noteWithStops(
  caseId: string,
  death: DeathOnRecord,
  ports: DeathPorts,
): Promise<CaseState | undefined> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const last = await ports.cases.last(caseId);
    if (!last) return undefined;
    const change = noteDeath(last.after, death, { event: last.sequence + 1 });
    if (!change) return last.after;
    const at = ports.system.now();
    const isReversed = death.status === 'reversed';
    const renewed = isReversed
      ? await renewSettled(caseId, change.next, { ...ports, at })
      : { next: change.next, writes: [] };
    const next = keepListPlace(last.after, renewed.next, last.sequence + 1);
    const stops = await deathStopWrites(ports.table, {
      caseId,
      state: last.after,
      death,
      on: civilDateInLondon(at),
    });
    const before = stops.slice(stopsAtOnceMax);
    if (before.length > 0 && !(await stopBefore(before, ports))) continue;
    const written = await ports.cases.append(
      last,
      {
        id: derivedId([change.type, caseId, String(death.event)]),
        aggregateId: caseId,
        type: change.type,
        at,
        actor,
        request: null,
        body: change.body,
        after: next,
      },
      [
        ...endedReCheck(caseId, last.after, next),
        ...urgentTasksAfterDeath({ caseId, next, at, council: ports.council }),
        ...renewed.writes,
        ...stops.slice(0, stopsAtOnceMax),
      ],
    );
    if (written.appended) return next;
  }
  throw new TableBusy('the case was being changed by others at each attempt');
}

async function stopBefore(stops: readonly TableWrite[], { table }: DeathPorts): Promise<boolean> {
  for (let from = 0; from < stops.length; from += stopsAtOnceMax) {
    const { written } = await table.write(stops.slice(from, from + stopsAtOnceMax));
    if (!written) return false;
  }
  return true;
}

/** What ends a case, a death among its reasons. */
const endings: readonly string[] = ['case-closed', 'reablement-ended'];
const OfDeath = z.looseObject({ outcome: z.literal('nfa-deceased'), death: DeathRecord });

/** Puts a death that closed a case on the person's record, which is the one place that says so and
 * brings it to their other cases. A closing that has been noted since was brought before. */
export async function recordDeathOfClosing(
  event: RecordedEvent<CaseState>,
  ports: DeathPorts,
): Promise<void> {
  const closing = endings.includes(event.type) ? OfDeath.safeParse(event.body).data : undefined;
  if (!closing) return;
  const last = await ports.cases.last(event.aggregateId);
  if (last?.after.death && last.after.death.event > event.sequence) return;
  const person = await ports.people.last(await survivorOf(event.after.personId, ports));
  if (!person) throw new Error(`no person ${event.after.personId}`);
  const facts = factsOf(person.after);
  if (facts.death?.status === 'stands') return noteOnCase(event.aggregateId, facts.death, ports);
  const moment = {
    actor: event.actor,
    today: civilDateInLondon(event.at),
    event: person.sequence + 1,
  };
  const decided = recordDeath(facts, closing.death, moment);
  if (!decided.accepted) throw new Error(`the death was refused: ${decided.refusal.kind}`);
  const { type, body, next } = decided.value;
  const written = await ports.people.append(person, {
    id: derivedId([type, event.id]),
    aggregateId: person.aggregateId,
    type,
    at: ports.system.now(),
    actor: event.actor,
    request: null,
    body,
    after: { ...person.after, facts: next },
  });
  if (!written.appended) throw new TableBusy('the person was being changed at the same moment');
}
