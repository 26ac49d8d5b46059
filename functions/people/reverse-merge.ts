import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonAnswer, PersonParams } from '#shared/contracts/person-answer.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { takeBackMerge } from '#shared/domain/person/take-over.ts';
import type { Ports } from '../ports.ts';
import { changePair } from './duplicates/change-pair.ts';

const MergeReversal = z
  .strictObject({ reason: z.string().trim().min(1).max(2_000) })
  .meta({ id: 'MergeReversal', examples: [{ reason: 'They are twins.' }] });

export const reverseMerge = staffOperation({
  id: 'reverse-merge',
  method: 'POST',
  path: '/people/{personId}/merge-reversal',
  tag: 'People',
  roles: ['team-manager'],
  summary: 'Take back that this record was merged into another: both are again what they were',
  params: PersonParams,
  query: NoQuery,
  body: MergeReversal,
  answer: PersonAnswer,
  handle(request, ports: Pick<Ports, 'people' | 'pseudonyms' | 'system'>) {
    return changePair(request, ports, {
      personId: request.params.personId,
      refusalOf: ({ mergedInto }) =>
        mergedInto === null ? refuse('wrong-stage', 'This record is not merged.') : undefined,
      otherOf: ({ mergedInto }) => mergedInto ?? undefined,
      decide: (merged, survivor, { body }) =>
        takeBackMerge(merged, survivor, { body, reason: request.body.reason }),
    });
  },
});
