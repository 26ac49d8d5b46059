import * as z from 'zod';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { StaffCaredFor } from '#shared/domain/contact/cared-for.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import { linkCarer } from '#shared/domain/person/facts/link-carer.ts';
import { factsOf, mergedAway, type PersonState } from '#shared/domain/person/person-state.ts';
import { logger } from '#shared/lambda/logger.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { TableBusy } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';
import { otherSideWrites } from '../facts/both-sides.ts';
import { recordNow } from '../follow-merge.ts';

type LinkingPorts = Pick<Ports, 'cases' | 'people' | 'system'>;

const OfCarer = z.looseObject({
  about: z.literal('carer'),
  caredFor: z.array(StaffCaredFor).min(1),
});

// Whoever works on a record at the same moment wins the number of the event; it is tried again so
// often here, and then from the stream.
const attemptsMax = 3;
const actor = { id: 'case-stream', role: 'service' };

/** Links a carer, whose own case a contact opened, to the adults whom the contact named. It looks at
 * the records as they are, so that doing it twice comes to the same. */
export async function linkCaredFor(
  contact: RecordedEvent<ContactState>,
  ports: LinkingPorts,
): Promise<void> {
  const named = OfCarer.safeParse(contact.body).data;
  if (!named) return;
  const opened = await ports.cases.last(contact.after.caseId);
  if (!opened) throw new Error(`contact ${contact.aggregateId} opened no case`);
  for (const [place, caredFor] of named.caredFor.entries()) {
    const id = derivedId(['cared-for', contact.aggregateId, String(place)]);
    const since = civilDateInLondon(contact.at);
    await linkOne(opened.after.personId, { id, caredFor, since }, ports);
  }
}

async function linkOne(
  carerId: string,
  about: { readonly id: string; readonly caredFor: StaffCaredFor; readonly since: string },
  ports: LinkingPorts,
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const carer = await ports.people.last(carerId);
    if (!carer) throw new Error(`no person ${carerId}`);
    if (mergedAway(carer.after)) throw new TableBusy('the case is being given to another record');
    const { personId } = about.caredFor;
    const adult = personId === undefined ? undefined : await recordNow(personId, ports);
    const at = ports.system.now();
    const moment = { actor, today: civilDateInLondon(at), event: carer.sequence + 1 };
    const decided = linkCarer(sideOf(carer), adult && sideOf(adult), about, moment);
    if (!decided) return;
    if (!decided.accepted) {
      // The contact itself keeps whom it named; triage sees it there.
      logger.warn('carer not linked', { aggregate: carerId, kind: decided.refusal.kind });
      return;
    }
    const next = { ...carer.after, facts: decided.value.next };
    const written = await ports.people.append(
      carer,
      ownEvent(carer, { ...decided.value, next }, { actor, at }),
      otherSideWrites({ ...decided.value, last: adult }, { actor, at }, ports),
    );
    if (written.appended) return;
  }
  throw new TableBusy('the people were being changed by others at each attempt');
}

function sideOf({ aggregateId, after }: RecordedEvent<PersonState>) {
  return { personId: aggregateId, facts: factsOf(after) };
}
