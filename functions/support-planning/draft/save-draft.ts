import * as z from 'zod';
import type { Reply } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { handInDraft } from '#shared/domain/plan/draft/hand-in-draft.ts';
import type { PlanDraft, PlanDraftRevision } from '#shared/domain/plan/draft/plan-draft.ts';
import { PricedDraft, priceDraft } from '#shared/domain/plan/draft/price-draft.ts';
import {
  notBeingPlanned,
  type Saving,
  saveDraft,
} from '#shared/domain/plan/draft/save-plan-draft.ts';
import { planDraftWrites } from '#shared/stores/cases/plan-draft-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import { writtenAtHomeTask } from '../../cases/tasks/written-at-home-task.ts';
import { type DraftPorts, draftOf } from './open-draft.ts';
import { readDraftOf } from './read-draft.ts';

/** The answer tells what the plan comes to with what was saved. */
export const PlanDraftSaved = z
  .strictObject({
    version: z.int().positive(),
    savedAt: z.iso.datetime(),
    priced: PricedDraft,
  })
  .meta({ id: 'PlanDraftSaved' });

interface SavingRequest extends Omit<Saving, 'at'> {
  readonly ifMatch: string | undefined;
  readonly role: string;
}

interface SavedDraft {
  readonly saved: PlanDraft;
  readonly revision: PlanDraftRevision;
}

/** Saves what somebody wrote at a case's plan. The same saved twice is one saving; anything over a version
 * that the writer has not seen is refused, so that nobody writes over somebody else. */
export async function savePlanDraft(
  last: RecordedEvent<CaseState>,
  { ifMatch, role, ...saving }: SavingRequest,
  ports: DraftPorts,
): Promise<Reply> {
  const refused = notBeingPlanned(last.after);
  if (refused) return refused;
  const { draft: kept, begun } = await readDraftOf(last, ports);
  const decided = saveDraft(last.after, { kept, begun }, { ...saving, at: ports.system.now() });
  if (!decided.accepted) return decided;
  if (!decided.value) {
    return kept ? answer(kept, last.after) : refuse('answer-missing', 'Write something.');
  }
  if (kept && ifMatch === undefined) {
    return refuse('version-missing', 'Send If-Match with the version of the draft you read.');
  }
  const isSeen = kept === undefined || ifMatch === `"${kept.version}"`;
  const isSaved = isSeen && (await write(last, { ...decided.value, role }, ports));
  return isSaved
    ? answer(decided.value.saved, last.after)
    : refuse('version-stale', 'The draft was saved in between: read it again first.');
}

/** Writes what was saved, and with it, where it is handed in, the event and the task that tell so. Says
 * whether nobody else had saved or decided in between. */
async function write(
  last: RecordedEvent<CaseState>,
  { role, ...change }: SavedDraft & { readonly role: string },
  { cases, table }: DraftPorts,
): Promise<boolean> {
  const { aggregateId, after } = last;
  const { saved } = change;
  const writes = planDraftWrites(draftOf(aggregateId, after), change);
  const at = saved.savedAt;
  const today = civilDateInLondon(at);
  const actor = { id: saved.by.id, role };
  const moment = { actor, today, event: last.sequence + 1 };
  const decision = handInDraft(after, saved, moment);
  if (!decision?.accepted) return (await table.write(writes)).written;
  const event = ownEvent(last, decision.value, { actor, at });
  const { next } = decision.value;
  const task = writtenAtHomeTask('read-own-plan', aggregateId, next, { at, today });
  return (await cases.append(last, event, [...writes, ...task])).appended;
}

function answer({ version, savedAt, content }: PlanDraft, state: CaseState): Reply {
  const priced = priceDraft(content, state.allocation?.weeklyPence);
  return accept({ status: 200, version, body: { version, savedAt, priced } });
}
