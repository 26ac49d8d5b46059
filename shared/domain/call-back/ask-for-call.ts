import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseChange, Moment } from '../case/change.ts';
import type { NotSafe } from '../contact/reaching/how-to-reach.ts';
import { freeText, PhoneNumber, ShortText } from '../contact/text.ts';
import { promiseCall } from './request-call-back.ts';

/** What a person asks for without speaking to anybody: we call them to agree it. */
export const AskedFor = z
  .enum(['appointment', 'home-visit', 'other-time', 'cancellation'])
  .meta({ id: 'AskedFor' });
type AskedFor = z.infer<typeof AskedFor>;

export const AskedForCall = z
  .strictObject({
    wants: AskedFor,
    inWords: freeText(1_000).optional(),
    bestTime: ShortText.optional(),
    number: PhoneNumber.optional(),
    /** Nothing said means that we leave no message. */
    mayLeaveMessage: z.boolean().default(false),
  })
  .meta({ id: 'AskedForCall' });
export type AskedForCall = z.infer<typeof AskedForCall>;

const wish: Readonly<Record<AskedFor, string>> = {
  appointment: 'Asks for an appointment.',
  'home-visit': 'Asks for a home visit.',
  'other-time': 'Asks for another time for an appointment.',
  cancellation: 'Asks to call an appointment off.',
};

/** By when somebody who asked is answered, and whether that is by a call. */
export const AnsweredBy = z.union([
  z.strictObject({ weCallBy: CivilDate }),
  z.strictObject({ weAnswerBy: CivilDate, notByPhone: z.literal(true) }),
]);

/** What they are told, who said before whether it is safe to call. */
export function answeredBy(day: CivilDate, notSafe: NotSafe): z.infer<typeof AnsweredBy> {
  return notSafe.includes('call') ? { weAnswerBy: day, notByPhone: true } : { weCallBy: day };
}

interface Asked {
  readonly asked: AskedForCall;
  readonly id: string;
  readonly by: CivilDate;
  /** What the person said is not safe, whatever is asked for with the reference. */
  readonly notSafe: NotSafe;
  /** The appointment that it is about, or the contact under whose receipt it was asked. */
  readonly concerns: { readonly appointmentId: string } | { readonly contactId: string };
}

/** Owes a person the call that they asked for, on a closed case too: nobody who asks is left without
 * an answer. Where a call is not safe they are answered in another way. */
export function oweCall(
  state: CaseState,
  { asked, id, by, notSafe, concerns }: Asked,
  moment: Pick<Moment, 'event'>,
): CaseChange {
  const { wants, inWords, ...reach } = asked;
  const notByPhone = notSafe.includes('call');
  const about = [
    wish[wants],
    ...(notByPhone ? ['It is not safe to call: answer in another way.'] : []),
    ...(inWords === undefined ? [] : [inWords]),
  ].join(' ');
  const mayLeaveMessage = asked.mayLeaveMessage && notSafe.length === 0;
  const callBack = { id, by, mayLeaveMessage, notByPhone };
  return {
    type: 'call-back-requested',
    body: {
      ...reach,
      mayLeaveMessage,
      ...concerns,
      wants,
      about,
      by,
      askedBy: { kind: 'person' },
      callBackId: id,
    },
    next: promiseCall(state, callBack, moment.event),
  };
}
