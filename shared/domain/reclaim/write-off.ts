import * as z from 'zod';
import type {
  AgreementChange,
  AgreementDecision,
  AgreementState,
} from '../agreement/agreement-state.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { moreThan } from './propose-reclaim.ts';
import { findReclaim, owedOf, type Reclaim, withReclaim, writeOffCauses } from './reclaim-state.ts';

export const WriteOffProposal = z
  .strictObject({
    pence: EnteredPence.min(1),
    cause: z.enum(writeOffCauses),
    reasons: Reason.meta({ examples: ['The estate has nothing left.'] }),
  })
  .meta({ id: 'ReclaimWriteOffProposal' });
export type WriteOffProposal = z.infer<typeof WriteOffProposal>;

export const WriteOffDecision = z
  .strictObject({
    verdict: z.enum(['approved', 'rejected']),
    comment: Reason.meta({ examples: ['Compared with the letters.'] }),
  })
  .meta({ id: 'ReclaimWriteOffDecision' });
export type WriteOffDecision = z.infer<typeof WriteOffDecision>;

/** Proposes to give up what is owed, or some of it. Refuses `not-found`, `wrong-stage` while another
 * proposal waits, and `above-what-is-owed`. */
export function proposeWriteOff(
  agreement: AgreementState,
  about: { readonly event: number; readonly input: WriteOffProposal },
  moment: Moment,
): AgreementDecision {
  const { event, input } = about;
  const reclaim = findReclaim(agreement, event);
  if (!reclaim) return refuse('not-found', 'There is no such reclaim.');
  if (reclaim.writeOff) return refuse('wrong-stage', 'Another write-off waits to be decided.');
  const above = moreThan(input.pence, owedOf(reclaim), 'is owed');
  if (above) return above;
  const { pence, cause } = input;
  const writeOff = { event: moment.event, pence, cause, proposedBy: moment.actor.id };
  return accept({
    type: 'write-off-proposed',
    body: { ...input, reclaim: event },
    next: withReclaim(agreement, { ...reclaim, writeOff }),
  });
}

export interface DecidedWriteOff extends AgreementChange {
  /** What is given up, and of what; undefined where it was rejected. */
  readonly given:
    | { readonly reclaim: Reclaim; readonly writeOff: NonNullable<Reclaim['writeOff']> }
    | undefined;
}

/** The second key to giving up what is owed. Refuses `not-found`, `wrong-stage` where no proposal waits,
 * `same-person` for whoever proposed it, and `above-what-is-owed` where money has come in since. */
export function decideWriteOff(
  agreement: AgreementState,
  about: { readonly event: number; readonly input: WriteOffDecision },
  moment: Moment,
): Outcome<DecidedWriteOff> {
  const { event, input } = about;
  const found = findReclaim(agreement, event);
  if (!found) return refuse('not-found', 'There is no such reclaim.');
  const { writeOff, ...reclaim } = found;
  if (!writeOff) return refuse('wrong-stage', 'No write-off waits to be decided.');
  const body = { ...input, reclaim: event, ...writeOff };
  if (input.verdict === 'rejected') {
    const next = withReclaim(agreement, reclaim);
    return accept({ type: 'write-off-rejected', body, next, given: undefined });
  }
  if (writeOff.proposedBy === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who proposed the write-off approves it.');
  }
  const above = moreThan(writeOff.pence, owedOf(reclaim), 'is still owed');
  if (above) return above;
  const writtenOffPence = reclaim.writtenOffPence + writeOff.pence;
  return accept({
    type: 'write-off-approved',
    body,
    next: withReclaim(agreement, { ...reclaim, writtenOffPence }),
    given: { reclaim, writeOff },
  });
}
