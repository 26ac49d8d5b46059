import * as z from 'zod';
import { OpenAppointment } from '../domain/appointment/open-appointment.ts';
import { CivilDate } from '../domain/calendar/civil-date.ts';

/** Where somebody stands, in plain words: the same on the receipt and after a sign-in. */
export const WhereYouAre = z
  .strictObject({
    /** The language of the words, as an IETF tag: the one that was asked for, or else English. */
    language: z.string(),
    where: z.string(),
    next: z.array(
      z.strictObject({
        words: z.string(),
        /** The day by whose end it is due, where one has been set. */
        by: CivilDate.nullable(),
        isLate: z.boolean(),
      }),
    ),
    /** The next appointment or visit that is booked; where it is stands in its letter. */
    appointment: OpenAppointment.pick({ kind: true, on: true, from: true }).nullable(),
    whoToCall: z.strictObject({
      team: z.string(),
      phone: z.string(),
      openingHours: z.string(),
      outOfHoursPhone: z.string(),
    }),
    meanwhile: z.array(z.string()),
  })
  .meta({ id: 'WhereYouAre' });
export type WhereYouAre = z.infer<typeof WhereYouAre>;

/** The language in which somebody wants to read where they stand. */
export const ProgressQuery = z.strictObject({
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$/)
    .default('en')
    .meta({ examples: ['cy'] }),
});
