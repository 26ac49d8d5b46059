import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import type { DocumentSource } from './case-document.ts';

/** What every document of a case says besides what it is about: whose it is, which version of the record,
 * whom to call, and how to question it. */
export const DocumentHead = z.strictObject({
  caseId: Id,
  /** The version of the record that it is. */
  version: z.int().positive(),
  council: z.string(),
  phone: z.string(),
  person: z.string().nullable(),
  reference: z.string().nullable(),
  ifYouDisagree: z.array(z.string()),
});
type DocumentHead = z.infer<typeof DocumentHead>;

export function headOf({
  state,
  event,
  council,
  phone,
  personName,
  ifYouDisagree,
}: DocumentSource): DocumentHead {
  return {
    caseId: event.aggregateId,
    version: event.sequence,
    council: council.name,
    phone,
    person: personName,
    reference: state.receipt,
    ifYouDisagree: [...ifYouDisagree],
  };
}
