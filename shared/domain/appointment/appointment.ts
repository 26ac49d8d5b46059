import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { freeText, oneLine, PhoneNumber, Remark, ShortText } from '../contact/text.ts';
import { ClockTime } from './clock-time.ts';
import { AppointmentPurpose } from './open-appointment.ts';

const Words = freeText(2_000);
const Language = oneLine(60).min(2);

export const Interpreter = z
  .discriminatedUnion('standing', [
    z.strictObject({
      standing: z.literal('not-needed'),
      /** Needed where the person's record says that somebody has to interpret. */
      why: Words.optional(),
    }),
    z.strictObject({ standing: z.literal('needed'), language: Language }),
    z.strictObject({
      standing: z.literal('booked'),
      language: Language,
      provider: ShortText,
      reference: ShortText,
    }),
    z.strictObject({
      standing: z.literal('not-available'),
      language: Language,
      /** How we will understand each other all the same; never through a child. */
      instead: Words,
    }),
  ])
  .meta({ id: 'Interpreter' });
export type Interpreter = z.infer<typeof Interpreter>;

const shared = {
  on: CivilDate,
  from: ClockTime,
  to: ClockTime.meta({ examples: ['10:30'] }),
  purpose: AppointmentPurpose,
  /** The member of staff, by the id that the council's sign-in gives. */
  worker: z.string().trim().min(1).max(128).optional(),
  /** Who else is to be there, such as a daughter or an advocate. */
  others: z.array(ShortText).max(10).default([]),
  /** Left out, it is what is known of the person. */
  interpreter: Interpreter.optional(),
  /** What makes it possible for the person to take part, such as a hearing loop; what is known of
   * them is added. */
  accessNeeds: z.array(Remark).max(40).default([]),
  note: Words.optional(),
  /** Why it is on a weekend or a bank holiday; left out, it may not be. */
  whyNotOnWorkingDay: Words.optional(),
};

/** All that is agreed about an appointment. */
export const Appointment = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...shared, kind: z.literal('phone'), number: PhoneNumber }),
    z.strictObject({ ...shared, kind: z.literal('office'), place: ShortText }),
    z.strictObject({
      ...shared,
      kind: z.literal('home-visit'),
      /** Left out, it is at the person's own address. */
      place: ShortText.optional(),
      /** How the worker is kept safe: who knows where they are and when they report back (Management
       * of Health and Safety at Work Regulations 1999 reg 3). */
      loneWorking: Words,
    }),
    z.strictObject({ ...shared, kind: z.literal('video'), howToJoin: freeText(200) }),
  ])
  .meta({ id: 'Appointment' });
export type Appointment = z.infer<typeof Appointment>;

/** As it was agreed: it is known whether somebody interprets. */
export type AgreedAppointment = Appointment & { readonly interpreter: Interpreter };

/** As much of an appointment as the person needs so as to be there. */
export const WhatWasAgreed = z.object({
  kind: z.string(),
  on: CivilDate,
  from: ClockTime,
  to: ClockTime,
  place: ShortText.optional(),
  howToJoin: ShortText.optional(),
});
