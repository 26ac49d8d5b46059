import { addDays } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, DueChange, Moment } from '../case/change.ts';
import { accept, refuse } from '../outcome.ts';
import type { OpenAppointment } from './open-appointment.ts';

/** The day on which the person is reminded of the next appointment: the one before it. */
export function reminderDue(appointments: readonly OpenAppointment[]): DueChange[] {
  const next = appointments.find(({ isReminded }) => !isReminded);
  return [{ due: 'appointment-reminder', on: next ? addDays(next.on, -1) : null }];
}

/** Reminds a person of their next appointment, once. One that was called off is not in the case any
 * more, and one that was changed is reminded of by its new day. Refuses `not-found` where none is to
 * come. */
export function remindOfAppointment(state: CaseState, { today }: Moment): CaseDecision {
  const open: readonly OpenAppointment[] = state.appointments ?? [];
  const next = open.find(({ isReminded, on }) => !isReminded && on >= today);
  if (!next) return refuse('not-found', 'There is no appointment to remind of.');
  // A day that the sweep missed is past: nobody is reminded of it any more.
  const appointments = open.map((each) =>
    each === next || each.on < today ? { ...each, isReminded: true } : each,
  );
  return accept({
    type: 'appointment-reminded',
    body: { appointmentId: next.id, agreedIn: next.event },
    next: { ...state, appointments },
    dues: reminderDue(appointments),
  });
}
