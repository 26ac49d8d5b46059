import * as z from 'zod';
import { EligibilityDecision } from '#shared/domain/assessment/eligibility-decision.ts';
import { AfterDetermination } from '#shared/domain/eligibility/after-determination.ts';
import { Determination } from '#shared/domain/eligibility/determination.ts';
import { sayWhatFollows } from '#shared/domain/eligibility/words/say-what-follows.ts';
import {
  DeterminationStatement,
  stateDetermination,
} from '#shared/domain/eligibility/words/state-determination.ts';
import type { DocumentSource } from '../../cases/reading/case-document.ts';
import { DocumentHead, headOf } from '../../cases/reading/document-head.ts';

/** A decision on eligibility as a document: the reasons, what follows, the advice, and how to
 * question it. */
export const DeterminationSheet = z
  .strictObject({
    ...DocumentHead.shape,
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
  })
  .meta({ id: 'DeterminationSheet' });
export type DeterminationSheet = z.infer<typeof DeterminationSheet>;

const Recorded = z.looseObject({
  ...EligibilityDecision.pick({ whatFollows: true, howToComeBack: true }).shape,
  determination: Determination,
  rule: z.string(),
});

export function sheetOf(source: DocumentSource): DeterminationSheet {
  const { whatFollows, howToComeBack, determination, rule } = Recorded.parse(source.event.body);
  return {
    ...headOf(source),
    ...stateDetermination(determination),
    whatFollows: { edge: whatFollows.edge, sentences: sayWhatFollows(whatFollows), rule },
    writtenAdvice: 'writtenAdvice' in whatFollows ? whatFollows.writtenAdvice : null,
    howToComeBack: howToComeBack ?? null,
  };
}
