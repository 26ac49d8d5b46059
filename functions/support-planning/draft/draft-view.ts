import * as z from 'zod';
import type { Council } from '#shared/council/schema.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { whatIsMissing } from '#shared/domain/plan/draft/complete-plan-draft.ts';
import { PlanGap } from '#shared/domain/plan/draft/find-gaps.ts';
import { DraftContent, type PlanDraft } from '#shared/domain/plan/draft/plan-draft.ts';
import { PricedDraft, priceDraft } from '#shared/domain/plan/draft/price-draft.ts';
import { notBeingPlanned } from '#shared/domain/plan/draft/save-plan-draft.ts';

/** A plan as it is being written, with what it comes to and what it still lacks. */
export const draftView = {
  mayBeSaved: z.boolean(),
  isHandedIn: z.boolean(),
  savedAt: z.iso.datetime().nullable(),
  content: DraftContent,
  priced: PricedDraft,
  missing: z.array(PlanGap),
};
type DraftView = z.infer<z.ZodObject<typeof draftView>>;

export function viewDraft(
  state: CaseState,
  draft: PlanDraft | undefined,
  { council, today }: { readonly council: Council; readonly today: CivilDate },
): DraftView {
  const { content, writers } = draft ?? { content: { lines: [] }, writers: [] };
  return {
    mayBeSaved: notBeingPlanned(state) === undefined,
    isHandedIn: draft?.isHandedIn ?? false,
    savedAt: draft?.savedAt ?? null,
    content,
    priced: priceDraft(content, state.allocation?.weeklyPence),
    missing:
      state.status === 'open'
        ? [...whatIsMissing(state, { content, writers }, { settings: council, today })]
        : [],
  };
}
