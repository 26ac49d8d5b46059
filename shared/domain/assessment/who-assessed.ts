import type { CaseState } from '../case/case-state.ts';
import { currentVerdict } from '../journey/workflow.ts';
import type { DraftSides } from './draft/assessment-draft.ts';
import type { NeedsAssessment } from './needs-assessment.ts';

/** All members of staff with a hand in the assessment that is recorded now: who records it, who is named
 * as having assessed, who filled in its draft, and where it puts one right of the same round, everybody
 * who made that: to have it written out again by somebody else makes nobody's hand in it undone. */
export function withAssessors(
  state: CaseState,
  { assessor, assessedWith = [] }: Pick<NeedsAssessment, 'assessor' | 'assessedWith'>,
  { recordedBy, drafted }: { readonly recordedBy: string; readonly drafted: readonly string[] },
): string[] {
  const isCorrected = currentVerdict(state.workflow, 'assess-needs')?.verdict === 'assessed';
  const named = [assessor, ...assessedWith].flatMap(({ staffId }) => staffId ?? []);
  return [
    ...new Set([
      recordedBy,
      ...named,
      ...drafted,
      ...(isCorrected ? recordedAssessors(state) : []),
    ]),
  ];
}

/** The members of staff who wrote at either side of a draft: for the person too, as whoever takes down
 * somebody's own account has assessed with them. */
export function staffIn({ practitioner, person }: DraftSides): string[] {
  const writers = [practitioner, person].flatMap((side) =>
    side ? [...(side.writers ?? []), side.by] : [],
  );
  return [...new Set(writers.flatMap(({ id, role }) => (role === 'resident' ? [] : [id])))];
}

function recordedAssessors({ assessor, assessors = [] }: CaseState): string[] {
  return [...(assessor === null ? [] : [assessor]), ...assessors];
}

/** Everybody of the staff who found out or decided what the person needs: who assessed, who decided
 * eligibility, and who answered the questions that the indicative budget rests on. */
export function assessorsOf(state: CaseState): string[] {
  const { allocation, workflow } = state;
  const others = [workflow.verdicts['decide-eligibility']?.by, allocation?.by];
  return [...new Set([...recordedAssessors(state), ...others.flatMap((id) => id ?? [])])];
}
