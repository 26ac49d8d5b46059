import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision } from '../case/change.ts';
import { accept, refuse } from '../outcome.ts';
import { Appointment, Interpreter } from './appointment.ts';
import {
  type BookingMoment,
  clashesLookedFor,
  inOrder,
  refusalOf,
  toOpen,
} from './book-appointment.ts';
import { isLetGo, withKnownNeeds } from './carry-needs.ts';
import type { OpenAppointment } from './open-appointment.ts';
import { reminderDue } from './remind.ts';

const Reason = z.string().trim().min(1).max(2_000);
const AskedBy = z.enum(['person', 'council']);

/** What is agreed instead, whole: whoever moves an appointment says again whether somebody
 * interprets, because a booking for another time is none. */
export const AppointmentChange = z
  .strictObject({ appointment: Appointment, askedBy: AskedBy, reason: Reason })
  .meta({ id: 'AppointmentChange' });
export type AppointmentChange = z.infer<typeof AppointmentChange>;

export const AppointmentCancellation = z
  .strictObject({ askedBy: AskedBy, reason: Reason })
  .meta({ id: 'AppointmentCancellation' });
export type AppointmentCancellation = z.infer<typeof AppointmentCancellation>;

export const InterpreterArrangement = z
  .strictObject({ interpreter: Interpreter })
  .meta({ id: 'InterpreterArrangement' });

/** Agrees other details of an appointment. Refuses `case-closed`, `not-found` where there is no such
 * appointment to come, whatever a booking of these details would be refused for, and `reason-needed`
 * where somebody was to interpret and it is not said what becomes of that. */
export function changeAppointment(
  state: CaseState,
  appointmentId: string,
  change: AppointmentChange,
  moment: BookingMoment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const { before, others } = find(state, appointmentId);
  if (!before) return noSuch;
  const { appointment, ...why } = change;
  const wrong = refusalOf(appointment, others, moment);
  if (wrong) return under('/appointment', wrong);
  const agreed = withKnownNeeds(appointment, moment.needs);
  if (!agreed.accepted) return under('/appointment', agreed);
  const { interpreter } = agreed.value;
  if (wasNeeded(before) && isLetGo(interpreter)) return noReason('/appointment/interpreter/why');
  const appointments = inOrder([...others, toOpen(agreed.value, appointmentId, moment)]);
  const { on, from, to } = before;
  return accept({
    type: 'appointment-changed',
    body: {
      ...agreed.value,
      ...why,
      appointmentId,
      was: { on, from, to },
      clashes: clashesLookedFor,
    },
    next: { ...state, appointments },
    dues: reminderDue(appointments),
  });
}

/** Calls an appointment off, on a closed case too. */
export function cancelAppointment(
  state: CaseState,
  appointmentId: string,
  cancellation: AppointmentCancellation,
): CaseDecision {
  const { before, others } = find(state, appointmentId);
  if (!before) return noSuch;
  const { kind, on, from, to, interpreter } = before;
  // A booked interpreter who is not told comes, and is paid.
  const tellInterpreter = interpreter === 'booked';
  return accept({
    type: 'appointment-cancelled',
    body: { ...cancellation, appointmentId, kind, on, from, to, tellInterpreter },
    next: { ...state, appointments: others },
    dues: reminderDue(others),
  });
}

/** Says who interprets at an appointment, or that nobody can be found. Refuses `not-found`,
 * `case-closed`, and `reason-needed` where it is needed no more and nobody says why. */
export function arrangeInterpreter(
  state: CaseState,
  appointmentId: string,
  interpreter: Interpreter,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const { before, others } = find(state, appointmentId);
  if (!before) return noSuch;
  if (wasNeeded(before) && isLetGo(interpreter)) return noReason('/interpreter/why');
  const arranged = { ...before, interpreter: interpreter.standing };
  return accept({
    type: 'interpreter-arranged',
    body: { ...interpreter, appointmentId },
    next: { ...state, appointments: inOrder([...others, arranged]) },
  });
}

export function find(state: CaseState, appointmentId: string) {
  const open: readonly OpenAppointment[] = state.appointments ?? [];
  return {
    before: open.find(({ id }) => id === appointmentId),
    others: open.filter(({ id }) => id !== appointmentId),
  };
}

function wasNeeded({ interpreter }: OpenAppointment): boolean {
  return interpreter !== 'not-needed';
}

function noReason(pointer: string) {
  return refuse('reason-needed', 'Somebody was to interpret: say why nobody is needed.', pointer);
}

export const noSuch = refuse('not-found', 'There is no such appointment to come.');

/** The refusal of a part, pointing into the whole. */
function under(whole: string, refused: ReturnType<typeof refuse>): typeof refused {
  const { kind, detail, pointer = '' } = refused.refusal;
  return refuse(kind, detail, `${whole}${pointer}`);
}
