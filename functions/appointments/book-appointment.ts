import * as z from 'zod';
import { CaseAnswer, CaseParams, Id } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { Appointment } from '#shared/domain/appointment/appointment.ts';
import { bookAppointment, clashesLookedFor } from '#shared/domain/appointment/book-appointment.ts';
import { InterpreterStanding } from '#shared/domain/appointment/open-appointment.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { appointmentIdOf, onAppointment } from './appointment-operation.ts';
import { knownNeedsOf } from './known-needs.ts';

const BookingAnswer = CaseAnswer.extend({
  appointmentId: Id,
  /** What was agreed of these, with what was known of the person. */
  interpreter: InterpreterStanding,
  accessNeeds: z.array(z.string()),
  /** Where another appointment at that time was looked for: the worker's diary is elsewhere. */
  clashes: z.strictObject({
    person: z.literal(clashesLookedFor.person),
    worker: z.literal(clashesLookedFor.worker),
  }),
}).meta({ id: 'BookingAnswer' });

const Agreed = z.looseObject({
  interpreter: z.looseObject({ standing: InterpreterStanding }),
  accessNeeds: z.array(z.string()),
});

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
      async (state, moment) =>
        bookAppointment(state, request.body, idOf(moment.event), {
          ...moment,
          now: ports.system.now(),
          needs: await knownNeedsOf(state, moment.today, ports),
        }),
      {
        told: ({ sequence, body }) => {
          const { interpreter, accessNeeds } = Agreed.parse(body);
          const agreed = { interpreter: interpreter.standing, accessNeeds };
          return { appointmentId: idOf(sequence), ...agreed, clashes: clashesLookedFor };
        },
      },
    );
  },
});
