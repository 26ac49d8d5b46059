import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { accept, refuse } from '../outcome.ts';

export const SentByHand = z
  .strictObject({
    /** How the person was told: which format, by whom it was made, or in which call. */
    how: z.string().trim().min(1).max(500),
    on: CivilDate,
  })
  .meta({ id: 'SentByHand' });
export type SentByHand = z.infer<typeof SentByHand>;

interface HandLetter {
  readonly letterId: string;
  readonly letter: string;
  readonly event: number;
  readonly format: string;
  readonly status: string;
}

/** Says that a letter which no message could carry has been brought to the person, on a closed case
 * too. Refuses `not-found` where there is no such letter, `already-recorded` where it does not wait for
 * anybody, and `invalid-input` for a day to come. */
export function sendByHand(
  state: CaseState,
  sent: { readonly letter: HandLetter | undefined; readonly input: SentByHand },
  moment: Moment,
): CaseDecision {
  const { letter, input } = sent;
  if (!letter) return refuse('not-found', 'There is no such letter.');
  if (letter.status !== 'by-hand') {
    return refuse('already-recorded', 'This letter does not wait to be sent by hand.');
  }
  if (input.on > moment.today) return refuse('invalid-input', 'Name a day until today.', '/on');
  return accept({
    type: 'letter-sent-by-hand',
    body: {
      ...input,
      letterId: letter.letterId,
      letter: letter.letter,
      tellsOf: letter.event,
      format: letter.format,
      rule: 'Accessible Information Standard (DAPB1605); Equality Act 2010 s20',
    },
    next: state,
  });
}
