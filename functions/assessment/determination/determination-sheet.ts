import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import { EligibilityDecision } from '#shared/domain/assessment/eligibility-decision.ts';
import { AfterDetermination } from '#shared/domain/eligibility/after-determination.ts';
import { Determination } from '#shared/domain/eligibility/determination.ts';
import { sayWhatFollows } from '#shared/domain/eligibility/words/say-what-follows.ts';
import {
  DeterminationStatement,
  stateDetermination,
} from '#shared/domain/eligibility/words/state-determination.ts';
import type { DocumentSource } from '../../cases/reading/case-document.ts';

/** A decision on eligibility as a document: the reasons, what follows, the advice, and how to
 * question it. */
export const DeterminationSheet = z
  .strictObject({
    caseId: Id,
    /** The version of the record that it is. */
    version: z.int().positive(),
    council: z.string(),
    phone: z.string(),
    person: z.string().nullable(),
    reference: z.string().nullable(),
    ...DeterminationStatement.shape,
    whatFollows: z.strictObject({
      edge: z.enum([
        ...AfterDetermination.options.map((option) => option.shape.edge.value),
        'reablement-first',
      ]),
      sentences: z.array(z.string()),
      rule: z.string(),
    }),
    /** What can prevent, delay or reduce the needs (Care Act 2014 s13(5)); null for who is eligible. */
    writtenAdvice: z.string().nullable(),
    howToComeBack: z.string().nullable(),
    ifYouDisagree: z.array(z.string()),
  })
  .meta({ id: 'DeterminationSheet' });
export type DeterminationSheet = z.infer<typeof DeterminationSheet>;

const Recorded = z.looseObject({
  ...EligibilityDecision.pick({ whatFollows: true, howToComeBack: true }).shape,
  determination: Determination,
  rule: z.string(),
});

export function sheetOf({
  event,
  council,
  phone,
  personName,
  ifYouDisagree,
}: DocumentSource): DeterminationSheet {
  const { whatFollows, howToComeBack, determination, rule } = Recorded.parse(event.body);
  return {
    caseId: event.aggregateId,
    version: event.sequence,
    council: council.name,
    phone,
    person: personName,
    reference: event.after.receipt,
    ...stateDetermination(determination),
    whatFollows: { edge: whatFollows.edge, sentences: sayWhatFollows(whatFollows), rule },
    writtenAdvice: 'writtenAdvice' in whatFollows ? whatFollows.writtenAdvice : null,
    howToComeBack: howToComeBack ?? null,
    ifYouDisagree: [...ifYouDisagree],
  };
}
