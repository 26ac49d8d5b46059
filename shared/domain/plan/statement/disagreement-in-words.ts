import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { PlanDisagreement } from '../sign-off/answer-at-home.ts';

/** What the person does not agree with, and what was done to agree (Care Act 2014 s25(5)). */
export const DisagreementInWords = z
  .strictObject({
    on: CivilDate,
    /** What they say of the plan as a whole; empty where they speak of lines alone. */
    reason: z.string(),
    lines: PlanDisagreement.shape.lines.unwrap(),
    /** What was done to agree; empty while that goes on. */
    stepsTaken: z.array(z.string()),
  })
  .meta({ id: 'PlanDisagreementInWords' });
type DisagreementInWords = z.infer<typeof DisagreementInWords>;

interface Said {
  readonly on: CivilDate;
  readonly body: unknown;
}

const SaidAtHome = z.object(PlanDisagreement.shape);
const Recorded = z.object({
  agreement: z.literal('disagreed'),
  disagreement: z.string(),
  stepsTaken: z.array(z.string()),
});

/** Puts together what the person said from home and what a worker recorded of it; null where there is
 * neither. Their own words stand before those that somebody wrote for them. */
export function disagreementInWords(
  atHome: Said | undefined,
  agreement: Said | undefined,
): DisagreementInWords | null {
  const recorded = agreement && Recorded.safeParse(agreement.body).data;
  if (atHome) {
    const { reason = '', lines } = SaidAtHome.parse(atHome.body);
    return { on: atHome.on, reason, lines, stepsTaken: recorded?.stepsTaken ?? [] };
  }
  if (!agreement || !recorded) return null;
  const { disagreement: reason, stepsTaken } = recorded;
  return { on: agreement.on, reason, lines: [], stepsTaken };
}
