import * as z from 'zod';
import type { Reply } from '#shared/contracts/operation.ts';
import {
  notBeingAssessed,
  type Saving,
  saveAnswers,
} from '#shared/domain/assessment/draft/save-draft.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { saveDraft } from '#shared/stores/cases/assessment-draft-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { type DraftPorts, openDraft } from './open-draft.ts';

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
  const { name, sides, form } = draft.value;
  const { side } = saving;
  const kept = sides[side];
  const decided = saveAnswers(kept, form, { ...saving, at: ports.system.now() });
  if (!decided.accepted) return decided;
  if (!decided.value) return kept ? answer(kept) : refuse('answer-missing', 'Answer something.');
  if (kept && ifMatch === undefined) {
    return refuse('version-missing', 'Send If-Match with the version of the draft you read.');
  }
  const isSeen = kept === undefined || ifMatch === `"${kept.version}"`;
  const isSaved = isSeen && (await saveDraft(ports.table, name, { side, ...decided.value }));
  return isSaved
    ? answer(decided.value.saved)
    : refuse('version-stale', 'The draft was saved in between: read it again first.');
}

function answer({ version, savedAt }: DraftSaved): Reply {
  return accept({ status: 200, version, body: { version, savedAt } });
}
