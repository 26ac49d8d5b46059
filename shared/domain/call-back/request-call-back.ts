import * as z from 'zod';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import type { SafeContact } from '../contact/reaching/how-to-reach.ts';
import { freeText, PhoneNumber, ShortText } from '../contact/text.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import { callBacksMax, type OpenCallBack } from './open-call-back.ts';

export const CallBackRequest = z
  .strictObject({
    /** The day by whose end we call. */
    by: CivilDate,
    about: freeText(2_000),
    askedBy: z.strictObject({
      kind: z.enum(['person', 'carer', 'family', 'professional', 'other']),
      name: ShortText.optional(),
    }),
    /** Left out, it is the number at which the contact said that it is safe to call. */
    number: PhoneNumber.optional(),
    /** Whether it is safe to leave a message at the number; nothing said means no. */
    mayLeaveMessage: z.boolean().optional(),
    /** With whom it was agreed that this is safe, and when: needed where the person's record says that
     * it is not. */
    agreedSince: z.strictObject({ with: ShortText, on: CivilDate }).optional(),
    bestTime: ShortText.optional(),
    /** The team that calls; left out, it is the case's. */
    team: z.string().min(1).max(80).optional(),
  })
  .meta({
    id: 'CallBackRequest',
    examples: [
      {
        by: '2026-04-08',
        about: 'Whether a bath board would help, and who could fit it.',
        askedBy: { kind: 'person' },
        number: '01632 960123',
        bestTime: 'Mornings',
      },
    ],
  });
export type CallBackRequest = z.infer<typeof CallBackRequest>;

/** A number at which it is safe to call, and whether a message may be left there. */
export interface SafeNumber {
  readonly number: string;
  readonly mayLeaveMessage: boolean;
}

export interface CallBackSettings {
  readonly id: string;
  /** What the contact said, where the request names no number. */
  readonly safe: SafeNumber | undefined;
  /** What the person's record says is safe; null where nobody has said. */
  readonly onRecord: Pick<SafeContact, 'mayCall' | 'mayLeaveMessage'> | null;
  readonly teams: readonly { readonly id: string }[];
}

// A call that is promised for later than this is an appointment.
const daysAheadMax = 28;

/** Promises a call. Refuses `case-closed`; `invalid-input` for a day that is past or more than four
 * weeks off, for a team that does not exist, and where no number is known that it is safe to call;
 * `call-not-safe` and `message-not-safe` against the person's record, unless something else was agreed
 * since; `too-many-open` above ten calls that nobody made yet. */
export function requestCallBack(
  state: CaseState,
  input: CallBackRequest,
  settings: CallBackSettings,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (input.by < moment.today || input.by > addDays(moment.today, daysAheadMax)) {
    return refuse('invalid-input', 'Call within four weeks from today.', '/by');
  }
  const unsafe = refusalOfUnsafe(input, settings.onRecord, moment);
  if (unsafe) return unsafe;
  const team = input.team ?? state.team;
  if (input.team !== undefined && !settings.teams.some(({ id }) => id === team)) {
    return refuse('invalid-input', `There is no team "${team}".`, '/team');
  }
  const safe = input.number
    ? { number: input.number, mayLeaveMessage: input.mayLeaveMessage ?? false }
    : settings.safe;
  if (!safe) {
    return refuse('invalid-input', 'No number is known that it is safe to call.', '/number');
  }
  if ((state.callBacks ?? []).length >= callBacksMax) {
    return refuse('too-many-open', 'Make or cancel the calls that are promised already.');
  }
  // What was said last decides: somebody who lives with a danger may have changed their mind.
  const mayLeaveMessage = input.mayLeaveMessage ?? safe.mayLeaveMessage;
  const callBack = { id: settings.id, by: input.by, mayLeaveMessage, notByPhone: false };
  return accept({
    type: 'call-back-requested',
    body: { ...input, team, number: safe.number, mayLeaveMessage, callBackId: settings.id },
    next: promiseCall(state, callBack, moment.event),
  });
}

/** Who answers the phone, or hears the machine, may be who harms them (Care Act 2014 s42): a number
 * that somebody types in is no word of the person's. */
function refusalOfUnsafe(
  { number, mayLeaveMessage, agreedSince }: CallBackRequest,
  onRecord: CallBackSettings['onRecord'],
  { today }: Moment,
): Refused | undefined {
  if (agreedSince) {
    return agreedSince.on > today
      ? refuse('invalid-input', 'Nothing was agreed in the future.', '/agreedSince/on')
      : undefined;
  }
  if (number !== undefined && onRecord?.mayCall === false) {
    const detail = 'They said that it is not safe to call: say with whom and when it was agreed.';
    return refuse('call-not-safe', detail, '/agreedSince');
  }
  if (mayLeaveMessage === true && onRecord?.mayLeaveMessage === false) {
    const detail = 'They said to leave no message: say with whom and when it was agreed.';
    return refuse('message-not-safe', detail, '/agreedSince');
  }
  return undefined;
}

/** The case with one more call to make. */
export function promiseCall<S extends CaseState>(
  state: S,
  callBack: Omit<OpenCallBack, 'event' | 'tries'>,
  event: number,
): S {
  return { ...state, callBacks: [...(state.callBacks ?? []), { ...callBack, event, tries: 0 }] };
}
