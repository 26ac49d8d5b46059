import * as z from 'zod';
import { ClockTime } from './clock-time.ts';

export const AppointmentKind = z.enum(['phone', 'office', 'home-visit', 'video']);

export const AppointmentPurpose = z.enum([
  'first-conversation',
  'assessment',
  'carer-assessment',
  'financial-assessment',
  'support-plan',
  'reablement',
  'review',
  'safeguarding',
  'other',
]);
export type AppointmentPurpose = z.infer<typeof AppointmentPurpose>;

/** Whether somebody interprets: `needed` until one is booked, or none can be found. */
export const InterpreterStanding = z.enum(['not-needed', 'needed', 'booked', 'not-available']);
export type InterpreterStanding = z.infer<typeof InterpreterStanding>;

/** What a case keeps of an appointment until its outcome is known: when, what kind and with whom. Its
 * event holds the place, the words and the numbers. */
export const OpenAppointment = z.strictObject({
  id: z.string(),
  kind: AppointmentKind,
  on: z.iso.date(),
  from: ClockTime,
  to: ClockTime,
  purpose: AppointmentPurpose,
  worker: z.string().nullable(),
  interpreter: InterpreterStanding,
  /** The newest event that says what was agreed. */
  event: z.int().positive(),
});
export type OpenAppointment = z.infer<typeof OpenAppointment>;

// Nobody is helped by a diary that is full a dozen visits ahead.
export const appointmentsMax = 12;
