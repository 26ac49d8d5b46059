import * as z from 'zod';
import type { Council } from '#shared/council/schema.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { BegunDraft } from '#shared/domain/plan/draft/begin-from-plan.ts';
import { whatIsMissing } from '#shared/domain/plan/draft/complete-plan-draft.ts';
import { PlanGap } from '#shared/domain/plan/draft/find-gaps.ts';
import { DraftContent } from '#shared/domain/plan/draft/plan-draft.ts';
import { PricedDraft, priceDraft } from '#shared/domain/plan/draft/price-draft.ts';
import { notBeingPlanned } from '#shared/domain/plan/draft/save-plan-draft.ts';
import { PlanSentBack, sentBackIn } from '#shared/domain/plan/sign-off/returned-plan.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { DraftPorts } from './open-draft.ts';
import { type DraftRead, readDraftOf } from './read-draft.ts';

/** A plan as it is being written, with what it comes to and what it still lacks. */
export const draftView = {
  mayBeSaved: z.boolean(),
  isHandedIn: z.boolean(),
  savedAt: z.iso.datetime().nullable(),
  content: DraftContent,
  priced: PricedDraft,
  missing: z.array(PlanGap),
  /** Why it is to be written again; null where nobody sent it back. */
  sentBack: PlanSentBack.nullable(),
};
type DraftView = z.infer<z.ZodObject<typeof draftView>>;

export function viewDraft(
  state: CaseState,
  { draft, begun }: Pick<DraftRead, 'draft' | 'begun'>,
  { council, today }: { readonly council: Council; readonly today: CivilDate },
): Omit<DraftView, 'sentBack'> {
  const { content, writers, begunBy } = draft ?? beginning(begun);
  return {
    mayBeSaved: notBeingPlanned(state) === undefined,
    isHandedIn: draft?.isHandedIn ?? false,
    savedAt: draft?.savedAt ?? null,
    content,
    priced: priceDraft(content, state.allocation?.weeklyPence),
    missing:
      state.status === 'open'
        ? [...whatIsMissing(state, { content, writers, begunBy }, { settings: council, today })]
        : [],
  };
}

function beginning(begun: BegunDraft | undefined) {
  const { content = { lines: [] }, authors = [] } = begun ?? {};
  // Whoever writes first becomes its author: nobody is told that it lacks one.
  const begunBy = authors.length > 0 ? authors : [{ kind: 'person' } as const];
  return { content, writers: [], begunBy };
}

/** A draft, and beside it the event that says why the plan is to be written again. */
export async function readToWrite(
  last: RecordedEvent<CaseState>,
  ports: Pick<DraftPorts, 'cases' | 'table'>,
) {
  const read = await readDraftOf(last, ports, sentBackIn(last.after));
  const { beside: event } = read;
  return {
    read,
    sending: event && { type: event.type, body: event.body, on: civilDateInLondon(event.at) },
  };
}
