import type { Council } from '#shared/council/schema.ts';
import type { TeamKind } from '#shared/council/teams.ts';
import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
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

/** The team in whose queue a step's task stands. */
export function taskTeam(step: Step, state: CaseState | undefined, council: Council): string {
  const kind = kindOfStep[step];
  if (kind === undefined && state) return state.team;
  const team = council.teams.find((candidate) => candidate.kind === kind);
  // A council without a team of that kind has its front door look after the step.
  return team?.id ?? frontDoor(council);
}

export function frontDoor(council: Council): string {
  const team = council.teams.find((candidate) => candidate.kind === 'front-door');
  if (!team) throw new Error(`council ${council.id} has no front door`);
  return team.id;
}

/** The day by whose end a step is due: the council's own time for it, or today when it is
 * urgent. */
export function taskDue(
  step: Step,
  about: { today: CivilDate; isUrgent: boolean; council: Council },
): CivilDate {
  if (about.isUrgent) return about.today;
  const due = about.council.stepDueDays[step];
  return due.unit === 'days'
    ? addDays(about.today, due.count)
    : addWorkingDays(about.today, due.count);
}
