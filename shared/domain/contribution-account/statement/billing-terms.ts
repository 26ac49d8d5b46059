import * as z from 'zod';
import type { CaseState } from '../../case/case-state.ts';
import { LivePlan } from '../../plan/plan-state.ts';

/** A part of the support as far as billing needs it. What goes out net stands here too, because its share
 * of the contribution is taken before that of the parts behind it. */
export const BilledPart = LivePlan.shape.parts.element.pick({
  id: true,
  holding: true,
  contribution: true,
  weeklyPence: true,
  chargeableWeeklyPence: true,
  startedOn: true,
  agreementId: true,
});
export type BilledPart = z.infer<typeof BilledPart>;

/** What a live plan says from its first day on, until a later plan supersedes it. */
export const PlanTerms = z.strictObject({
  /** The event of the case that started it: of two that hold on a day, the later. */
  event: z.int().positive(),
  from: z.iso.date(),
  parts: z.array(BilledPart).max(20),
});
export type PlanTerms = z.infer<typeof PlanTerms>;

/** What the plan that is live bills by; nothing where there is none. */
export function termsOfLive({ live, records }: CaseState): PlanTerms | undefined {
  if (!live) return undefined;
  const parts = live.parts.map((part) => BilledPart.strip().parse(part));
  return { event: records.start ?? live.planVersion, from: live.startedOn, parts };
}

/** Whether anything under these terms may ever be billed: what is chargeable and does not go out net. */
export function mayBeBilled({ parts }: PlanTerms): boolean {
  return parts.some(isBilled);
}

export function isBilled({ contribution, chargeableWeeklyPence }: BilledPart): boolean {
  return contribution === 'gross' && chargeableWeeklyPence > 0;
}
