import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { CaseChange } from '#shared/domain/case/change.ts';
import { type NewDeskTask, openDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { Ports } from '../ports.ts';

interface Note {
  readonly caseId: string;
  /** The id of the event, the same however often the stream brings what leads to it. */
  readonly id: string;
  readonly at: string;
  readonly decide: (last: RecordedEvent<CaseState>) => {
    readonly change: Pick<CaseChange, 'type' | 'body' | 'next'>;
    readonly task: NewDeskTask;
  };
}

// Whoever works on that case at the same moment wins the number of the event; it is tried again so
// often here, and then from the stream.
const attemptsMax = 3;

/** Notes on a case what its people have to do, and puts the task into their queue: both or neither,
 * and once however often it is brought. */
export async function noteOnCase(
  { caseId, id, at, decide }: Note,
  { cases }: Pick<Ports, 'cases'>,
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const last = await cases.last(caseId);
    if (!last) throw new Error(`no case ${caseId}`);
    const { change, task } = decide(last);
    const written = await cases.append(
      last,
      {
        id,
        aggregateId: caseId,
        type: change.type,
        at,
        actor: { id: 'case-stream', role: 'service' },
        request: null,
        body: change.body,
        after: change.next,
      },
      [openDeskTask(task)],
    );
    // Where the task could not be written, it has been there before: this is noted already.
    if (written.appended || written.because === 'also') return;
  }
  throw new Error('others kept changing the case');
}
