import * as z from 'zod';
import type { CaseState } from '../../case/case-state.ts';
import { PlanAuthor } from '../plan-author.ts';
import { type DraftContent, DraftSections, UnfinishedLine } from './plan-draft.ts';

/** What a draft begins with before anybody has saved one. */
export interface BegunDraft {
  readonly content: DraftContent;
  /** Who wrote what it begins with, where that is a version of the same plan. */
  readonly authors: readonly PlanAuthor[];
}

function isOfThisRound({ plan, workflow }: CaseState): boolean {
  return plan !== null && plan.round === workflow.rounds['support-planning'];
}

/** The version of the plan with which a draft begins: the one that is to be written again or, once the plan is
 * to be changed, the live one. Nobody is asked to write again what they have written. */
export function versionToBeginFrom(state: CaseState): number | undefined {
  return isOfThisRound(state) ? state.plan?.version : state.live?.planVersion;
}

// What follows from the rest of a plan that was written, such as what a line costs, is left out.
const Written = z.object({
  ...DraftSections.shape,
  lines: z.array(z.object(UnfinishedLine.shape)),
  author: PlanAuthor,
  alsoBy: z.array(PlanAuthor).default([]),
});

/** A draft as the body of a plan that was written has it. For a new plan, from when it counts and why it costs
 * more than was indicated are said anew, and its authors are those who write it. */
export function beginFrom(body: unknown, state: CaseState): BegunDraft {
  const { author, alsoBy, ...content } = Written.parse(body, { jitless: true });
  if (isOfThisRound(state)) return { content, authors: [author, ...alsoBy] };
  const { budgetFrom: _from, difference: _why, ...kept } = content;
  return { content: kept, authors: [] };
}
