import type { Council } from '#shared/council/schema.ts';
import { AskedForCall, oweCall } from '#shared/domain/call-back/ask-for-call.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { noteOnCase } from '../../cases/note-on-case.ts';
import type { Ports } from '../../ports.ts';
import { callBackTask, dayToCallBy } from './call-back-task.ts';

type OwingPorts = Pick<Ports, 'cases'> & { readonly council: Council };

/** Owes the call that somebody asked for with their receipt: the public function never touches a
 * case, so that the request is an event of the contact and comes to the case from here. */
export async function oweCallOf(
  event: RecordedEvent<ContactState>,
  ports: OwingPorts,
): Promise<void> {
  if (event.type !== 'call-asked') return;
  const asked = AskedForCall.parse(event.body);
  const { caseId, notSafe = [] } = event.after;
  const { at } = event;
  const id = derivedId(['call-back', event.id]);
  await noteOnCase(
    {
      caseId,
      id: derivedId(['call-owed', event.id]),
      at,
      decide: ({ after: state, sequence }) => {
        const by = dayToCallBy(state, at, ports.council);
        const concerns = { contactId: event.aggregateId };
        const change = oweCall(
          state,
          { asked, id, by, notSafe, concerns },
          { event: sequence + 1 },
        );
        const { team } = state;
        const task = callBackTask({ caseId, state: change.next, callBackId: id, by, team, at });
        return { change, task };
      },
    },
    ports,
  );
}
