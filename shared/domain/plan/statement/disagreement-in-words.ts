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
    /** The day on which they agreed after all; null where they have not. */
    agreedOn: CivilDate.nullable(),
  })
  .meta({ id: 'PlanDisagreementInWords' });
type DisagreementInWords = z.infer<typeof DisagreementInWords>;

interface Said {
  readonly on: CivilDate;
  readonly body: unknown;
}

const SaidAtHome = z.object(PlanDisagreement.shape);
const Recorded = z.discriminatedUnion('agreement', [
  z.object({ agreement: z.literal('agreed'), on: CivilDate }),
  z.object({
    agreement: z.literal('disagreed'),
    disagreement: z.string(),
    stepsTaken: z.array(z.string()),
  }),
]);

/** Puts together what the person said from home and what was recorded of their answer; null where they never
 * disagreed. Their own words stand before those that somebody wrote for them. */
export function disagreementInWords(
  atHome: Said | undefined,
  answer: Said | undefined,
): DisagreementInWords | null {
  const recorded = answer && Recorded.parse(answer.body);
  const stepsTaken = recorded?.agreement === 'disagreed' ? recorded.stepsTaken : [];
  if (atHome) {
    const { reason = '', lines } = SaidAtHome.parse(atHome.body);
    const agreedOn = recorded?.agreement === 'agreed' ? recorded.on : null;
    return { on: atHome.on, reason, lines, stepsTaken, agreedOn };
  }
  if (!answer || recorded?.agreement !== 'disagreed') return null;
  return { on: answer.on, reason: recorded.disagreement, lines: [], stepsTaken, agreedOn: null };
}
