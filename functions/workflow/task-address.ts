import type { Council } from '#shared/council/schema.ts';
import { teamFor } from '#shared/council/teams/find-team.ts';
import type { TeamKind } from '#shared/council/teams/teams.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon, type Instant } from '#shared/domain/calendar/london-time.ts';
import { dayOfAnswer } from '#shared/domain/calendar/office-hours.ts';
import { dueAfter } from '#shared/domain/calendar/time-limit.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Step } from '#shared/domain/journey/steps.ts';

/** The steps that belong to one kind of team wherever the case is; all others go to the case's
 * own. */
const kindOfStep: Readonly<Partial<Record<Step, TeamKind>>> = {
  'triage-contact': 'front-door',
  'assess-finances': 'finance',
  'authorise-budget': 'budget-management',
  'arrange-support': 'brokerage',
  'approve-payment-run': 'finance',
};

/** The team in whose queue a step's task stands. Where the council has no team of the kind that a step
 * belongs to, the case's own team does it. */
export function taskTeam(step: Step, state: CaseState | undefined, council: Council): string {
  const kind = kindOfStep[step];
  const team = kind && teamFor(council, kind);
  return team?.id ?? state?.team ?? frontDoor(council);
}

export function frontDoor(council: Council): string {
  const team = teamFor(council, 'front-door');
  if (!team) throw new Error(`council ${council.id} has no front door`);
  return team.id;
}

interface Opening {
  readonly at: Instant;
  readonly isUrgent: boolean;
  readonly council: Council;
}

/** The day by whose end a step that opens at that moment is due: the council's own time for it, or
 * where it is urgent the same day, at a weekend too, when the duty team answers. */
export function taskDue(step: Step, { at, isUrgent, council }: Opening): CivilDate {
  const today = civilDateInLondon(at);
  return isUrgent ? today : dueAfter(today, council.stepDueDays[step]);
}

/** The day that people are told: for what is urgent the first on which the office answers, so that no
 * promise is an empty one. Whoever cannot wait for it is told whom to call at once. */
export function promisedBy(step: Step, opening: Opening): CivilDate {
  const { at, isUrgent, council } = opening;
  return isUrgent ? dayOfAnswer(council.contacts.officeHours, at) : taskDue(step, opening);
}
