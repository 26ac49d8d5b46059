import * as z from 'zod';
import { refusalBeforeEighteen } from '../budget/eighteenth-birthday.ts';
import { checkTwoKeys } from '../budget/two-keys.ts';
import { addDays, CivilDate, daysBetween } from '../calendar/civil-date.ts';
import { type FirstReviewWeeks, firstReviewDue } from '../calendar/clocks.ts';
import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { endedUrgentSupport, isUrgentSupportRunning } from '../case/ending/close.ts';
import { settleStep } from '../journey/workflow.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { LivePlan, PlanState } from '../plan/plan-state.ts';
import { planningLaw } from '../plan/planning-law.ts';
import { withStaysKept } from '../plan/spending/stays-bought.ts';
import { LineToStart } from './arrange-support.ts';

/** The actual first day of support. A plan without a budget, for needs that a carer or others meet,
 * has no lines and says instead from which day it holds. */
export const SupportStart = z
  .strictObject({
    lines: z
      .array(z.strictObject({ lineId: z.string().trim().min(1).max(80), firstDay: CivilDate }))
      .max(200),
    withoutBudgetFrom: CivilDate.optional(),
  })
  .meta({ id: 'SupportStart' });
export type SupportStart = z.infer<typeof SupportStart>;

/** What starting needs of the body of the arrangements. */
export const ArrangedLines = z.object({ lines: z.array(LineToStart) });
export type ArrangedLines = z.infer<typeof ArrangedLines>;

/** Records that support has started, on the days on which it actually did. The plan is live from
 * the first of them, supersedes the one before it on that day, and its first review is due so many
 * weeks later (Care Act 2014 s27). Every weekly line has its day; what is bought once may follow.
 * Refuses `invalid-input` for a day to come or a line without its day, `two-keys-missing` for a day
 * before both keys, and `before-eighteenth-birthday`. */
export function startSupport(
  state: CaseState,
  input: SupportStart,
  about: { readonly arranged: ArrangedLines; readonly reviewWeeks: FirstReviewWeeks },
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const authorisedOn = state.workflow.verdicts['authorise-budget']?.on ?? moment.today;
  const settled = settleStep(state.workflow, {
    step: 'start-support',
    verdict: 'started',
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  const { plan } = state;
  if (!plan) return refuse('wrong-stage', 'There is no plan to start.');
  const { lines } = about.arranged;
  const refused =
    refusalOfLines(input, lines) ??
    daysIn(input)
      .map(({ day, pointer }) => refusalOfDay(day, { pointer, authorisedOn, plan, moment }))
      .find((found) => found);
  if (refused) return refused;
  const live = liveFrom(state, plan, input, lines);
  if (!live.accepted) return live;
  const reviewOn = firstReviewDue(live.value.startedOn, about.reviewWeeks);
  // Urgent support ends where the plan takes over from it (Care Act 2014 s19(3)).
  const wasUrgent = isUrgentSupportRunning(state);
  return accept({
    type: 'support-started',
    body: {
      ...input,
      planVersion: plan.version,
      startedOn: live.value.startedOn,
      lines: started(input, lines),
      supersedes: state.live && {
        planVersion: state.live.planVersion,
        lastDay: addDays(live.value.startedOn, -1),
      },
      nextReview: reviewOn,
      outcome: 'progress-to-support-planning',
      rule: planningLaw('support', moment.today),
    },
    next: withRecord(
      {
        ...withStaysKept(state, live.value.startedOn),
        workflow: settled.value,
        live: live.value,
        urgentSupport: wasUrgent ? endedUrgentSupport(state) : state.urgentSupport,
        nextReview: { on: reviewOn, kind: 'light-touch' },
      },
      'start',
      moment,
    ),
    dues: [
      { due: 'review', on: reviewOn },
      ...(wasUrgent ? ([{ due: 'urgent-support', on: null }] as const) : []),
    ],
  });
}

function daysIn(input: SupportStart): { day: CivilDate; pointer: string }[] {
  return [
    ...input.lines.map(({ firstDay }, place) => ({
      day: firstDay,
      pointer: `/lines/${place}/firstDay`,
    })),
    ...(input.withoutBudgetFrom === undefined
      ? []
      : [{ day: input.withoutBudgetFrom, pointer: '/withoutBudgetFrom' }]),
  ];
}

function refusalOfLines(input: SupportStart, lines: readonly LineToStart[]): Refused | undefined {
  const ids = input.lines.map(({ lineId }) => lineId);
  const strange = ids.findIndex(
    (id, place) => !lines.some((line) => line.id === id) || ids.indexOf(id) !== place,
  );
  if (strange !== -1) {
    const theirs = lines.map(({ id }) => id).join(', ');
    const detail = `Name each line of the plan once: ${theirs}.`;
    return refuse('invalid-input', detail, `/lines/${strange}/lineId`);
  }
  const missing = lines.find(({ id, kind }) => kind === 'weekly' && !ids.includes(id));
  if (missing) {
    const detail = `Say on which day the line ${missing.id} actually started.`;
    return refuse('invalid-input', detail, '/lines');
  }
  return lines.length === 0 && input.withoutBudgetFrom === undefined
    ? refuse('invalid-input', 'Say from which day the plan holds.', '/withoutBudgetFrom')
    : undefined;
}

function refusalOfDay(
  day: CivilDate,
  about: { pointer: string; authorisedOn: CivilDate; plan: PlanState; moment: Moment },
): Refused | undefined {
  const { pointer, authorisedOn, plan, moment } = about;
  if (day > moment.today) {
    const detail = 'Record a first day when it has come: a planned day is no actual one.';
    return refuse('invalid-input', detail, pointer);
  }
  if (day < authorisedOn) {
    const detail = `Both keys were turned on ${authorisedOn}: before, only urgent support is given.`;
    return refuse('two-keys-missing', detail, pointer);
  }
  return refusalBeforeEighteen(day, plan.notBefore, pointer);
}

function liveFrom(
  state: OpenCase,
  plan: PlanState,
  input: SupportStart,
  lines: readonly LineToStart[],
): Outcome<LivePlan> {
  const keys = checkTwoKeys({
    practitionerId: state.planKeyBy ?? undefined,
    budgetManagerId: state.budgetKeyBy ?? undefined,
  });
  if (!keys.accepted) return keys;
  const counting = linesThatStart(input, lines);
  const { withoutBudgetFrom: from } = input;
  const days = counting.map(({ firstDay }) => firstDay);
  const startedOn = earliest(from === undefined ? days : [...days, from]);
  if (startedOn === undefined) return refuse('invalid-input', 'Name a first day.', '/lines');
  const startOf = (partId: string) =>
    earliest(
      counting
        .filter(({ lineId }) => lines.some(({ id, partId: of }) => id === lineId && of === partId))
        .map(({ firstDay }) => firstDay),
    ) ?? startedOn;
  return accept({
    planVersion: plan.version,
    startedOn,
    ...(state.live && { since: state.live.since ?? state.live.startedOn }),
    weeklyPence: plan.weeklyPence,
    // A part that only buys once, and has bought nothing yet, holds from the plan's own first day.
    parts: plan.parts.map((part) => ({ ...part, startedOn: startOf(part.id) })),
    ...(plan.buys && { buys: plan.buys }),
    ...disagreementWith(plan, state),
    practitionerKeyBy: keys.value.practitionerId,
    budgetKeyBy: keys.value.budgetManagerId,
  });
}

/** What the person did not agree with goes on to be read beside the plan that is carried out (Care Act 2014
 * s25(5)). */
function disagreementWith(
  { agreed, saidAtHome }: PlanState,
  { records: { 'plan-agreement': agreement } }: OpenCase,
): Pick<LivePlan, 'disagreed'> {
  if (agreed !== 'disagreed' && saidAtHome === undefined) return {};
  const answered = agreement === undefined ? {} : { agreement };
  return { disagreed: { ...(saidAtHome !== undefined && { saidAtHome }), ...answered } };
}

/** What is bought once may come before support does, as a floor does that is laid before somebody
 * comes home: the lines by the week are the start, where there are any. */
function linesThatStart(input: SupportStart, lines: readonly LineToStart[]): SupportStart['lines'] {
  const weekly = input.lines.filter(({ lineId }) =>
    lines.some(({ id, kind }) => id === lineId && kind === 'weekly'),
  );
  return weekly.length > 0 ? weekly : input.lines;
}

function earliest(days: readonly CivilDate[]): CivilDate | undefined {
  return [...days].sort()[0];
}

/** The lines with the days between the planned and the actual start, so that lateness is
 * visible. */
function started(input: SupportStart, lines: readonly LineToStart[]) {
  return lines.map((line) => {
    const firstDay = input.lines.find(({ lineId }) => lineId === line.id)?.firstDay ?? null;
    const lateDays = firstDay === null ? 0 : Math.max(0, daysBetween(line.plannedOn, firstDay));
    return { ...line, firstDay, lateDays };
  });
}
