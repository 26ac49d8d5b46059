import * as z from 'zod';
import type { Council } from '#shared/council/schema.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { type ContactNote, noteContact } from '#shared/domain/contact/noted-contact.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import type { NewDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { noteOnCase } from '../cases/note-on-case.ts';
import type { Ports } from '../ports.ts';
import { taskDue } from '../workflow/task-address.ts';

type NotingPorts = Pick<Ports, 'cases' | 'contacts'> & { readonly council: Council };

const ForOpenCase = z.looseObject({ verdict: z.literal('open-case'), openCaseId: z.string() });

/** Notes a contact on the open case that triage named, and opens a task on it for that case's worker:
 * both or neither, and once however often the stream brings the triage. */
export async function noteContactOf(
  event: RecordedEvent<CaseState>,
  ports: NotingPorts,
): Promise<void> {
  if (event.type !== 'contact-triaged') return;
  const triage = ForOpenCase.safeParse(event.body).data;
  if (!triage) return;
  const contact = await ports.contacts.last(event.after.contactId);
  if (!contact) throw new Error(`no contact ${event.after.contactId}`);
  const note: ContactNote = {
    fromCaseId: event.aggregateId,
    contactId: contact.aggregateId,
    channel: contact.after.channel,
    isUrgent: contact.after.isUrgent,
  };
  await noteOnCase(
    {
      caseId: triage.openCaseId,
      id: derivedId(['contact-noted', event.id]),
      at: event.at,
      decide: (last) => ({
        change: { type: 'contact-noted', body: note, next: noteContact(last.after, note) },
        task: taskOf(note, { last, at: event.at, council: ports.council }),
      }),
    },
    ports,
  );
}

interface Noted {
  readonly last: RecordedEvent<CaseState>;
  readonly at: string;
  readonly council: Council;
}

/** The task of the case's worker: due like a contact at the front door, in the queue of their team. */
function taskOf({ fromCaseId, isUrgent }: ContactNote, { last, at, council }: Noted) {
  const task: NewDeskTask = {
    owner: 'case',
    aggregateId: last.aggregateId,
    step: 'answer-contact',
    taskId: fromCaseId,
    team: last.after.team,
    due: taskDue('triage-contact', { at, isUrgent, council }),
    claimedBy: last.after.allocatedTo,
    isUrgent,
    flags: reachFlags(last.after),
    openedAt: at,
  };
  return task;
}
