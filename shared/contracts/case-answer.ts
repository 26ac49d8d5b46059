import * as z from 'zod';
import { RecordName } from '../domain/case/case-state.ts';
import { Stage } from '../domain/case/stage.ts';
import { RecordId } from '../domain/identity/record-id.ts';
import { Step } from '../domain/journey/steps.ts';

export const Id = RecordId;

export const CaseParams = z.strictObject({ caseId: Id });
export const NoParams = z.strictObject({});
export const NoQuery = z.strictObject({});

/** What every command on a case answers: where the case stands now. */
export const CaseAnswer = z
  .strictObject({
    caseId: Id,
    stage: Stage,
    /** The steps that people are waited for at now. */
    openSteps: z.array(Step),
    /** The number of the event that recorded the command. */
    event: z.int().positive(),
    /** The newest version of each record: what If-Match asks for. */
    records: z.partialRecord(RecordName, z.int().positive()),
  })
  .meta({ id: 'CaseAnswer' });
export type CaseAnswer = z.infer<typeof CaseAnswer>;

/** The records in the order in which they were written: the store keeps a map without one. */
export function inOrder<R extends Readonly<Record<string, number>>>(records: R): R {
  const entries: [string, number][] = Object.entries(records);
  // The same entries in another order are a value of the same type.
  return Object.fromEntries(entries.sort(([, a], [, b]) => a - b)) as R;
}
