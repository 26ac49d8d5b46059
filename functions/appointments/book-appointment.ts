import * as z from 'zod';
import { CaseAnswer, CaseParams, Id } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { Appointment } from '#shared/domain/appointment/appointment.ts';
import { bookAppointment, clashesLookedFor } from '#shared/domain/appointment/book-appointment.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { appointmentIdOf, onAppointment } from './appointment-operation.ts';

const BookingAnswer = CaseAnswer.extend({
  appointmentId: Id,
  /** Where another appointment at that time was looked for: the worker's diary is elsewhere. */
  clashes: z.strictObject({
    person: z.literal(clashesLookedFor.person),
    worker: z.literal(clashesLookedFor.worker),
  }),
}).meta({ id: 'BookingAnswer' });

export const appointmentBooking = staffOperation({
  ...onAppointment,
  id: 'book-appointment',
  path: '/cases/{caseId}/appointments',
  summary: 'Book an appointment or a home visit, in London time',
  creates: true,
  params: CaseParams,
  body: Appointment,
  answer: BookingAnswer,
  handle(request, ports: Ports) {
    const { caseId } = request.params;
    const idOf = (event: number) => appointmentIdOf(caseId, event);
    return changeCase(
      request,
      ports,
      (state, moment) =>
        bookAppointment(state, request.body, idOf(moment.event), {
          ...moment,
          now: ports.system.now(),
        }),
      { told: ({ sequence }) => ({ appointmentId: idOf(sequence), clashes: clashesLookedFor }) },
    );
  },
});
