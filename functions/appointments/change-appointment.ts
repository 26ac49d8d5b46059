import { staffOperation } from '#shared/contracts/operation.ts';
import {
  AppointmentCancellation,
  AppointmentChange,
  arrangeInterpreter,
  cancelAppointment,
  changeAppointment,
  InterpreterArrangement,
} from '#shared/domain/appointment/change-appointment.ts';
import { AppointmentOutcome, recordOutcome } from '#shared/domain/appointment/record-outcome.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { onAppointment } from './appointment-operation.ts';
import { knownNeedsOf } from './known-needs.ts';

export const appointmentChange = staffOperation({
  ...onAppointment,
  id: 'change-appointment',
  path: '/cases/{caseId}/appointments/{appointmentId}/change',
  summary: 'Agree another time or other details of an appointment',
  body: AppointmentChange,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, async (state, moment) => {
      const { appointmentId } = request.params;
      const now = ports.system.now();
      const needs = await knownNeedsOf(state, moment.today, ports);
      return changeAppointment(state, appointmentId, request.body, { ...moment, now, needs });
    }),
});

export const appointmentCancellation = staffOperation({
  ...onAppointment,
  id: 'cancel-appointment',
  path: '/cases/{caseId}/appointments/{appointmentId}/cancellation',
  summary: 'Call an appointment off',
  body: AppointmentCancellation,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state) =>
      cancelAppointment(state, request.params.appointmentId, request.body),
    ),
});

export const appointmentOutcome = staffOperation({
  ...onAppointment,
  id: 'record-appointment-outcome',
  path: '/cases/{caseId}/appointments/{appointmentId}/outcome',
  summary: 'Say what came of an appointment',
  body: AppointmentOutcome,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state) =>
      recordOutcome(state, request.params.appointmentId, request.body, ports.system.now()),
    ),
});

export const interpreterArrangement = staffOperation({
  ...onAppointment,
  id: 'arrange-interpreter',
  path: '/cases/{caseId}/appointments/{appointmentId}/interpreter',
  summary: 'Say who interprets at an appointment, or that nobody can be found',
  body: InterpreterArrangement,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state) =>
      arrangeInterpreter(state, request.params.appointmentId, request.body.interpreter),
    ),
});
