import * as z from 'zod';
import type { Reply } from '#shared/contracts/operation.ts';
import { finishOwnAccount } from '#shared/domain/assessment/draft/finish-own-account.ts';
import {
  notBeingAssessed,
  type Saving,
  saveAnswers,
} from '#shared/domain/assessment/draft/save-draft.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { draftWrites, type SavedSide } from '#shared/stores/cases/assessment-draft-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import { writtenAtHomeTask } from '../../cases/tasks/written-at-home-task.ts';
import { type DraftPorts, type OpenDraft, openDraft } from './open-draft.ts';

export const DraftSaved = z
  .strictObject({ version: z.int().positive(), savedAt: z.iso.datetime() })
  .meta({ id: 'DraftSaved' });
type DraftSaved = z.infer<typeof DraftSaved>;

interface SideOfCase extends Omit<Saving, 'at'> {
  readonly ifMatch: string | undefined;
}

/** Saves one side of a case's draft. The same answers saved twice are one saving; other answers over a
 * version that the writer has not seen are refused, so that no window writes over another's. */
export async function saveSide(
  last: RecordedEvent<CaseState>,
  { ifMatch, ...saving }: SideOfCase,
  ports: DraftPorts,
): Promise<Reply> {
  const refused = notBeingAssessed(last.after);
  if (refused) return refused;
  const draft = await openDraft(last.aggregateId, last.after, ports);
  if (!draft.accepted) return draft;
  const { sides, form } = draft.value;
  const { side } = saving;
  const kept = sides[side];
  const decided = saveAnswers(kept, form, { ...saving, at: ports.system.now() });
  if (!decided.accepted) return decided;
  if (!decided.value) return kept ? answer(kept) : refuse('answer-missing', 'Answer something.');
  if (kept && ifMatch === undefined) {
    return refuse('version-missing', 'Send If-Match with the version of the draft you read.');
  }
  const isSeen = kept === undefined || ifMatch === `"${kept.version}"`;
  const change = { side, ...decided.value };
  const isSaved = isSeen && (await write(last, { draft: draft.value, change }, ports));
  return isSaved
    ? answer(decided.value.saved)
    : refuse('version-stale', 'The draft was saved in between: read it again first.');
}

interface Written {
  readonly draft: OpenDraft;
  readonly change: SavedSide;
}

/** Writes what was saved, and with it, where the person says that they are done, the event and the task
 * that tell so. Says whether nobody else had saved or decided in between. */
async function write(
  last: RecordedEvent<CaseState>,
  { draft, change }: Written,
  { cases, table }: DraftPorts,
): Promise<boolean> {
  const { aggregateId, after } = last;
  const { side, saved } = change;
  const writes = draftWrites(draft.name, change);
  const at = saved.savedAt;
  const today = civilDateInLondon(at);
  const moment = { actor: saved.by, today, event: last.sequence + 1 };
  // A worker who writes for the person was there, and knows.
  const isTold = side === 'person' && saved.by.role === 'resident';
  const decision = isTold ? finishOwnAccount(after, saved, moment) : undefined;
  if (!decision?.accepted) return (await table.write(writes)).written;
  const event = ownEvent(last, decision.value, { actor: saved.by, at });
  const { next } = decision.value;
  const task = writtenAtHomeTask('read-own-account', aggregateId, next, { at, today });
  return (await cases.append(last, event, [...writes, ...task])).appended;
}

function answer({ version, savedAt }: DraftSaved): Reply {
  return accept({ status: 200, version, body: { version, savedAt } });
}
