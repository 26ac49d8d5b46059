import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import type { ClosedCase } from '../case-state.ts';

const Ended = z.object({ supportEndedOn: CivilDate });

/** The last day of the support of a case that has ended, as the event that ended it says: it may lie before
 * the day on which somebody closed the case, and nothing is bought or charged for between the two. */
export function lastDayOfSupport({ closedOn }: ClosedCase, body: unknown): CivilDate {
  return Ended.safeParse(body).data?.supportEndedOn ?? closedOn;
}
