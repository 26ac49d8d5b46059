import { appointmentBooking } from './book-appointment.ts';
import {
  appointmentCancellation,
  appointmentChange,
  appointmentOutcome,
  interpreterArrangement,
} from './change-appointment.ts';
import { askToChange, readMyAppointments } from './my-appointments.ts';
import { readAppointment } from './read-appointment.ts';

/** The operations on appointments and home visits. */
export const appointmentRoutes = [
  appointmentBooking,
  readAppointment,
  appointmentChange,
  interpreterArrangement,
  appointmentCancellation,
  appointmentOutcome,
  readMyAppointments,
  askToChange,
];
