import * as z from 'zod';
import type { CivilDate } from '../../calendar/civil-date.ts';
import { type PayCalendar, periodContaining } from '../../calendar/pay-calendar.ts';
import type { Moment } from '../../case/change.ts';
import { Reason } from '../../eligibility/decision.ts';
import { formatPounds, type SignedPence, scalePence } from '../../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import { planningLaw } from '../../plan/planning-law.ts';
import {
  isRecordedBehind,
  type OrderChange,
  type OrderState,
  type RecordedPeriod,
  recordedPeriodsMax,
} from '../order-state.ts';
import { Actuals, type WorkedActuals, workActuals } from './work-actuals.ts';

/** What a record of actuals does: the event, and what is owed for the period by it. */
export interface ActualsChange extends OrderChange {
  readonly recorded?: {
    readonly period: RecordedPeriod;
    /** What is owed more than before, below nothing where it is less. */
    readonly differencePence: SignedPence;
    /** Who recorded it: may not approve the run that pays it. */
    readonly by: string;
  };
}

export interface RecordingTerms {
  readonly calendar: PayCalendar;
  /** How far, in per cent, a period may come above what was ordered before a second person says so. */
  readonly tolerancePercent: number;
}

function ruleOn(day: CivilDate): string {
  return `${planningLaw('support', day)}; paid on what was delivered`;
}

/** Records what was delivered in a period, or puts right what was recorded: what is owed by it is paid, or
 * taken off, with the next run. Above the order by more than the council's tolerance it is put up to a
 * second person, with a reason. Refuses `already-recorded` for a period that is known and not named,
 * `reason-needed`, `above-order` without a reason, and what the working refuses. */
export function recordActuals(
  order: OrderState,
  input: Actuals,
  terms: RecordingTerms,
  moment: Moment,
): Outcome<ActualsChange> {
  const refused = refusalOfStage(order) ?? refusalOfCorrection(order, input);
  if (refused) return refused;
  const worked = workIn(order, input, terms, moment.today);
  if (!worked.accepted) return worked;
  const { plannedPence, payablePence } = worked.value;
  const fraction = { times: 100 + terms.tolerancePercent, over: 100 };
  const permittedPence = scalePence(plannedPence, fraction, 'down');
  if (payablePence <= permittedPence) {
    const by = moment.actor.id;
    return accept(recordedChange(order, { input, worked: worked.value, by }, moment));
  }
  if (input.reason === undefined) {
    const detail =
      `It comes to ${formatPounds(payablePence)}, and ${formatPounds(plannedPence)} was ordered: ` +
      'say why, and a second person decides.';
    return refuse('above-order', detail, '/lines');
  }
  const { event, actor } = moment;
  return accept({
    type: 'actuals-put-up',
    body: { ...input, ...worked.value, rule: ruleOn(moment.today) },
    next: { ...order, waiting: { event, by: actor.id, periodStart: input.periodStart } },
  });
}

export const ActualsDecision = z
  .strictObject({
    verdict: z.enum(['approved', 'rejected']),
    /** The event of the record that is decided. */
    record: z.int().positive(),
    comment: Reason.meta({ examples: ['The notes of the visits say so.'] }),
  })
  .meta({ id: 'ActualsDecision' });
export type ActualsDecision = z.infer<typeof ActualsDecision>;

/** What deciding needs of the body of the record that waits. */
export const ActualsPutUp = z.object(Actuals.shape);
type ActualsPutUp = z.infer<typeof ActualsPutUp>;

/** Decides on a record above what was ordered. Refuses `wrong-stage` where that record does not wait, and
 * `same-person` for whoever put it up. */
export function decideActuals(
  order: OrderState,
  about: { readonly decision: ActualsDecision; readonly putUp: ActualsPutUp },
  terms: RecordingTerms,
  moment: Moment,
): Outcome<ActualsChange> {
  const { decision, putUp } = about;
  const { waiting } = order;
  if (!waiting || waiting.event !== decision.record) {
    return refuse('wrong-stage', 'This record does not wait for a decision.', '/record');
  }
  if (waiting.by === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who recorded it decides.');
  }
  const free = { ...order, waiting: null };
  if (decision.verdict === 'rejected') {
    return accept({
      type: 'actuals-rejected',
      body: { ...decision, rule: ruleOn(moment.today) },
      next: free,
    });
  }
  const worked = workIn(free, putUp, terms, moment.today);
  if (!worked.accepted) return worked;
  const { by } = waiting;
  return accept(recordedChange(free, { input: putUp, worked: worked.value, by }, moment, decision));
}

function workIn(
  order: OrderState,
  input: Actuals,
  { calendar }: RecordingTerms,
  today: CivilDate,
): Outcome<WorkedActuals> {
  const period = periodContaining(calendar, input.periodStart);
  if (period.start !== input.periodStart) {
    const detail = `The pay period of that day begins on ${period.start}.`;
    return refuse('invalid-input', detail, '/periodStart');
  }
  return workActuals(order, input, { period, today });
}

function refusalOfStage({ status, waiting }: OrderState): Refused | undefined {
  if (status === 'ordered') return refuse('support-not-started', 'The order has not started.');
  if (status === 'cancelled') return refuse('order-ended', 'The order was cancelled.');
  return waiting
    ? refuse('wrong-stage', 'Another record waits for a second person: it is decided first.')
    : undefined;
}

function refusalOfCorrection(
  { periods }: OrderState,
  { periodStart, corrects, reason }: Actuals,
): Refused | undefined {
  const known = periods.find((period) => period.periodStart === periodStart);
  if (known && corrects !== known.event) {
    const detail = `It is recorded by event ${known.event}: name that to correct it.`;
    return refuse('already-recorded', detail, '/corrects');
  }
  if (!known && corrects !== undefined) {
    return refuse('invalid-input', 'Nothing of this period is recorded.', '/corrects');
  }
  const oldest = periods[0]?.periodStart;
  if (
    !known &&
    periods.length === recordedPeriodsMax &&
    oldest !== undefined &&
    periodStart < oldest
  ) {
    return refuse('limit-reached', `What is before ${oldest} is settled.`, '/periodStart');
  }
  return known && reason === undefined
    ? refuse('reason-needed', 'Say why the record is corrected.', '/reason')
    : undefined;
}

function recordedChange(
  order: OrderState,
  about: { readonly input: Actuals; readonly worked: WorkedActuals; readonly by: string },
  moment: Moment,
  decision?: ActualsDecision,
): ActualsChange {
  const { input, worked, by } = about;
  const { periodStart, awayDays } = input;
  const before = order.periods.find((period) => period.periodStart === periodStart);
  const { retainerPence: _inPayable, once, ...sums } = worked;
  const period: RecordedPeriod = {
    ...sums,
    once: [...once],
    periodStart,
    awayDays,
    revision: (before?.revision ?? 0) + 1,
    event: moment.event,
  };
  const others = order.periods.filter((each) => each.periodStart !== periodStart);
  const periods = [...others, period]
    .toSorted((a, b) => (a.periodStart < b.periodStart ? -1 : 1))
    .slice(-recordedPeriodsMax);
  const reportsAsked = order.reportsAsked?.filter((asked) => asked.periodStart !== periodStart);
  const differencePence = worked.payablePence - (before?.payablePence ?? 0);
  const { isToCorrect = false, ...kept } = {
    ...order,
    periods,
    ...(reportsAsked && { reportsAsked }),
  };
  return {
    type: 'actuals-recorded',
    body: {
      ...input,
      ...worked,
      differencePence,
      recordedBy: by,
      ...(decision && { decision }),
      rule: ruleOn(moment.today),
    },
    next: isToCorrect && isRecordedBehind(kept) ? { ...kept, isToCorrect } : kept,
    recorded: { period, differencePence, by },
  };
}
