import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseChange, Moment } from '../case/change.ts';
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

interface Asked {
  readonly asked: AskedForCall;
  readonly id: string;
  readonly by: CivilDate;
  /** The appointment that it is about, or the contact under whose receipt it was asked. */
  readonly concerns: { readonly appointmentId: string } | { readonly contactId: string };
}

/** Owes a person the call that they asked for, on a closed case too: nobody who asks is left without
 * an answer. */
export function oweCall(
  state: CaseState,
  { asked, id, by, concerns }: Asked,
  moment: Pick<Moment, 'event'>,
): CaseChange {
  const { wants, inWords, ...reach } = asked;
  const about = [wish[wants], ...(inWords === undefined ? [] : [inWords])].join(' ');
  const { mayLeaveMessage } = asked;
  return {
    type: 'call-back-requested',
    body: { ...reach, ...concerns, wants, about, by, askedBy: { kind: 'person' }, callBackId: id },
    next: promiseCall(state, { id, by, mayLeaveMessage }, moment.event),
  };
}
