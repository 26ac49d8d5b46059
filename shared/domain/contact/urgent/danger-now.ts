import type { CaseState } from '../../case/case-state.ts';
import { type Refused, refuse } from '../../outcome.ts';

/** What triage says of a danger that the contact told of: the concern that it raises, or why none. */
interface DangerAnswer {
  readonly concern?: unknown;
  readonly whyNoConcern?: string | undefined;
}

/** Why triage may not go on: somebody told of danger at this very moment, and nobody says whether an
 * adult needs protecting (Care Act 2014 s42(1)). */
export function refusalOfDanger(
  { isDangerNow }: CaseState,
  { concern, whyNoConcern }: DangerAnswer,
): Refused | undefined {
  if (!isDangerNow || concern !== undefined || whyNoConcern !== undefined) return undefined;
  return refuse(
    'danger-not-answered',
    'The contact tells of danger now: raise a concern, or say why none is raised.',
    '/concern',
  );
}

/** The same where a case would end before anybody has decided its contact. */
export function refusalWithDangerOpen(state: CaseState): Refused | undefined {
  if (state.records.triage !== undefined || state.concern !== null) return undefined;
  return refusalOfDanger(state, {});
}
