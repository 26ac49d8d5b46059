import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { Appointment } from '#shared/domain/appointment/appointment.ts';
import { InterpreterStanding } from '#shared/domain/appointment/open-appointment.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { Ports } from '../ports.ts';
import { onAppointment } from './appointment-operation.ts';

const AppointmentView = z
  .strictObject({
    appointmentId: Id,
    /** As it was booked, or last changed. */
    appointment: Appointment,
    /** As it stands now, where it was arranged since. */
    interpreter: InterpreterStanding,
  })
  .meta({ id: 'AppointmentView' });

/** What an event that agreed an appointment says besides the appointment. */
const AgreeingEvent = z
  .looseObject({
    appointmentId: z.unknown(),
    clashes: z.unknown(),
    was: z.unknown(),
    askedBy: z.unknown(),
    reason: z.unknown(),
  })
  .partial();

export const readAppointment = staffOperation({
  ...onAppointment,
  id: 'read-appointment',
  method: 'GET',
  path: '/cases/{caseId}/appointments/{appointmentId}',
  summary: 'Everything that was agreed about an appointment to come',
  answer: AppointmentView,
  async handle({ params }, ports: Pick<Ports, 'cases'>) {
    const last = await ports.cases.last(params.caseId);
    const open = last?.after.appointments?.find(({ id }) => id === params.appointmentId);
    const agreed = open && (await ports.cases.at(params.caseId, open.event));
    if (!agreed) return refuse('not-found', 'There is no such appointment to come.');
    const body = { appointment: appointmentIn(agreed.body), interpreter: open.interpreter };
    return accept({ status: 200, body: { appointmentId: open.id, ...body } });
  },
});

function appointmentIn(body: unknown): Appointment {
  const { appointmentId, clashes, was, askedBy, reason, ...appointment } =
    AgreeingEvent.parse(body);
  return Appointment.parse(appointment);
}
