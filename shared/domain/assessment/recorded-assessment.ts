import * as z from 'zod';
import { Slug } from '../allocation/policy-item.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { FormAnswers } from './form/answers.ts';
import { NeedsAssessment } from './needs-assessment.ts';

/** What the event of an assessment holds: with a form behind it, also the answers and who gave
 * them. */
export const RecordedAssessment = z.looseObject({
  ...NeedsAssessment.shape,
  rule: z.string(),
  form: z
    .looseObject({
      version: Slug,
      answers: FormAnswers,
      writtenByPerson: z.array(z.string()),
      personSays: FormAnswers,
    })
    .optional(),
  selfAssessment: z
    .looseObject({
      confirmedBy: z.strictObject({ id: z.string(), name: z.string() }),
      on: CivilDate,
      howConfirmed: z.string(),
    })
    .optional(),
});
export type RecordedAssessment = z.infer<typeof RecordedAssessment>;
