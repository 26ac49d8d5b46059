import * as z from 'zod';
import { type Instant, instantInLondon } from '../calendar/london-time.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision } from '../case/change.ts';
import { accept, refuse } from '../outcome.ts';
import { find, noSuch } from './change-appointment.ts';
import { reminderDue } from './remind.ts';

const Words = z.string().trim().min(1).max(2_000);

export const AppointmentOutcome = z
  .discriminatedUnion('result', [
    z.strictObject({ result: z.literal('kept'), note: Words.optional() }),
    z.strictObject({
      result: z.literal('not-at-home'),
      /** Somebody who does not open may lie behind the door. */
      howWeMadeSureTheyAreSafe: Words,
    }),
    z.strictObject({
      result: z.literal('cancelled'),
      askedBy: z.enum(['person', 'council']),
      reason: Words,
    }),
  ])
  .meta({ id: 'AppointmentOutcome' });
export type AppointmentOutcome = z.infer<typeof AppointmentOutcome>;

/** Says what came of an appointment, on a closed case too. Refuses `not-found`, and `wrong-stage`
 * before it has begun: until then it is changed or called off. */
export function recordOutcome(
  state: CaseState,
  appointmentId: string,
  outcome: AppointmentOutcome,
  now: Instant,
): CaseDecision {
  const { before, others } = find(state, appointmentId);
  if (!before) return noSuch;
  if (now < instantInLondon(before.on, before.from)) {
    return refuse('wrong-stage', 'It has not begun: change it or call it off.');
  }
  const { kind, on, from, to } = before;
  return accept({
    type: 'appointment-over',
    body: { ...outcome, appointmentId, kind, on, from, to },
    next: { ...state, appointments: others },
    dues: reminderDue(others),
  });
}
