import { addDays, addMonths, type CivilDate } from '../calendar/civil-date.ts';
import { type Instant, instantInLondon } from '../calendar/london-time.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import type { AgreedAppointment, Appointment } from './appointment.ts';
import { type KnownNeeds, withKnownNeeds } from './carry-needs.ts';
import { isShownInLondon } from './clock-time.ts';
import { appointmentsMax, type OpenAppointment } from './open-appointment.ts';
import { reminderDue } from './remind.ts';

/** The moment of a booking, to the minute: an appointment may be later on the same day. */
export interface BookingMoment extends Moment {
  readonly now: Instant;
  /** What is known of how the person takes part. */
  readonly needs: KnownNeeds | null;
}

// Care is reviewed within twelve months; a later date is a slip of the pen.
const monthsAheadMax = 18;

/** Books an appointment or a home visit. Refuses `case-closed`; `invalid-input` for a time that is
 * past, ends before it starts, is more than eighteen months off or is skipped when the clocks go
 * forward; `reason-needed` for a weekend or a bank holiday that was not meant, and where nobody is to
 * interpret against what is known; `appointment-clash` where the person has another at that time;
 * `too-many-open` above twelve. */
export function bookAppointment(
  state: CaseState,
  appointment: Appointment,
  id: string,
  moment: BookingMoment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const open = state.appointments ?? [];
  if (open.length >= appointmentsMax) {
    return refuse('too-many-open', 'Say what came of the appointments that are over.');
  }
  const wrong = refusalOf(appointment, open, moment);
  if (wrong) return wrong;
  const agreed = withKnownNeeds(appointment, moment.needs);
  if (!agreed.accepted) return agreed;
  const appointments = inOrder([...open, toOpen(agreed.value, id, moment)]);
  return accept({
    type: 'appointment-booked',
    body: { ...agreed.value, appointmentId: id, clashes: clashesLookedFor },
    next: { ...state, appointments },
    dues: reminderDue(appointments),
  });
}

/** What was looked at before a time was agreed, so that nobody takes it for more. */
export const clashesLookedFor = {
  person: 'this case',
  worker: 'not checked',
} as const;

/** Why these details cannot be agreed, given the case's other appointments. */
export function refusalOf(
  appointment: Appointment,
  others: readonly OpenAppointment[],
  moment: BookingMoment,
): Refused | undefined {
  const { on, from, to } = appointment;
  const no = (detail: string, pointer: string) => refuse('invalid-input', detail, pointer);
  if (to <= from) return no('It ends before it starts.', '/to');
  if (!isShownInLondon(on, from))
    return no('The clocks go forward: there is no such time.', '/from');
  if (!isShownInLondon(on, to)) return no('The clocks go forward: there is no such time.', '/to');
  if (on < moment.today) return no('That day is past.', '/on');
  if (instantInLondon(on, from) < moment.now) return no('That time is past.', '/from');
  if (on > latestDay(moment.today)) return no('That is more than eighteen months off.', '/on');
  if (!isWorkingDay(on) && appointment.whyNotOnWorkingDay === undefined) {
    return refuse(
      'reason-needed',
      'That is a weekend or a bank holiday: say why.',
      '/whyNotOnWorkingDay',
    );
  }
  return others.some((other) => overlaps(other, appointment))
    ? refuse('appointment-clash', 'The person has another appointment at that time.', '/from')
    : undefined;
}

function latestDay(today: CivilDate): CivilDate {
  return addMonths(today, monthsAheadMax);
}

function overlaps(a: Pick<OpenAppointment, 'on' | 'from' | 'to'>, b: typeof a): boolean {
  return a.on === b.on && a.from < b.to && b.from < a.to;
}

export function toOpen(
  appointment: AgreedAppointment,
  id: string,
  moment: Moment,
): OpenAppointment {
  const { kind, on, from, to, purpose, worker, interpreter } = appointment;
  return {
    id,
    kind,
    on,
    from,
    to,
    purpose,
    worker: worker ?? null,
    place: kind === 'office' ? appointment.place : null,
    isElsewhere: kind === 'home-visit' && appointment.place !== undefined,
    interpreter: interpreter.standing,
    event: moment.event,
    // What is told today needs no reminder tomorrow.
    isReminded: on <= addDays(moment.today, 1),
  };
}

/** The next one first. */
export function inOrder(appointments: readonly OpenAppointment[]): OpenAppointment[] {
  const when = ({ on, from }: OpenAppointment) => `${on} ${from}`;
  return [...appointments].sort((a, b) => (when(a) < when(b) ? -1 : 1));
}
