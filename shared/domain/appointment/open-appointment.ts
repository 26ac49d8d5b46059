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

/** What a case keeps of an appointment until its outcome is known: when, what kind, with whom and at which
 * office. Its event holds addresses, words and numbers. */
export const OpenAppointment = z.strictObject({
  id: z.string(),
  kind: AppointmentKind,
  on: z.iso.date(),
  from: ClockTime,
  to: ClockTime,
  purpose: AppointmentPurpose,
  worker: z.string().nullable(),
  /** The council's office; where somebody lives stands in the event alone. */
  place: z.string().nullable(),
  /** A visit that is not where the person lives. */
  isElsewhere: z.boolean().default(false),
  interpreter: InterpreterStanding,
  /** The newest event that says what was agreed. */
  event: z.int().positive(),
  /** The person was reminded of it, or had no more than a day's notice. */
  isReminded: z.boolean().default(false),
});
export type OpenAppointment = z.infer<typeof OpenAppointment>;

// Nobody is helped by a diary that is full a dozen visits ahead.
export const appointmentsMax = 12;

/** Where it is, as the person reads it; null where they need to go nowhere and nobody comes. */
export function placeInWords({
  kind,
  place,
  isElsewhere,
}: Pick<OpenAppointment, 'kind' | 'place' | 'isElsewhere'>): string | null {
  if (kind !== 'home-visit') return place;
  return isElsewhere ? 'the place that we agreed with you' : 'your home';
}
