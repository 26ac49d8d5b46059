import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { WellBeingArea } from '../codes/wellbeing-areas.ts';
import { freeText } from '../contact/text.ts';

/** Words that someone must write: never empty, never a book. */
export const Reason = freeText(4_000);

/** The named person who takes a decision; nothing is decided without one. */
export const DecisionMaker = z
  .strictObject({ id: z.string().trim().min(1).max(128), name: z.string().trim().min(1).max(200) })
  .meta({ id: 'DecisionMaker' });
export type DecisionMaker = z.infer<typeof DecisionMaker>;

/** The third condition of both Care Act tests. It is a person's judgement and is never computed. */
export const WellBeingJudgement = z
  .strictObject({
    significant: z.boolean(),
    areas: z.array(WellBeingArea).max(9),
    reason: Reason,
  })
  .meta({ id: 'WellBeingJudgement' });
export type WellBeingJudgement = z.infer<typeof WellBeingJudgement>;

/** Needs that come and go are judged over a period long enough to show how they are (SI 2015/313
 * reg 2(4) and reg 3(4)); the period is empty when they do not. */
export const Fluctuation = z
  .strictObject({
    isFluctuating: z.boolean(),
    periodConsidered: z.string().trim().max(400),
  })
  .meta({ id: 'Fluctuation' });
export type Fluctuation = z.infer<typeof Fluctuation>;

/** Who decides and on which day: part of the inputs, so that the decision can be replayed. */
export const decisionFields = { decidedOn: CivilDate, decidedBy: DecisionMaker } as const;

/** One condition of the scheme, whether it held, and the sentence that says so. */
export const Condition = z
  .strictObject({ rule: z.string(), held: z.boolean(), line: z.string() })
  .meta({ id: 'Condition' });
export type Condition = z.infer<typeof Condition>;
