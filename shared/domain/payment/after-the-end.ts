import type { CivilDate } from '../calendar/civil-date.ts';

interface Ending {
  readonly payUntil: CivilDate | null;
  readonly providerId?: string;
}

/** Whether what is paid from a day on is for days after the last one alone; null for what is paid for no days.
 * It stays with the council, and the final account says what becomes of it; what begins before the last day is
 * paid, and what is ahead is recovered there. What a provider delivered is owed whenever its order ended. */
export function beginsAfterEnd({ payUntil, providerId }: Ending, from: CivilDate | null): boolean {
  return payUntil !== null && from !== null && from > payUntil && providerId === undefined;
}
