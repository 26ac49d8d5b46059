import * as z from 'zod';
import type {
  AgreementChange,
  AgreementDecision,
  AgreementState,
} from '../agreement/agreement-state.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence, type Pence } from '../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import { withDifference } from '../payment/worth/differences.ts';
import { moreThan } from './propose-reclaim.ts';
import {
  findReclaim,
  owedOf,
  type ProposedWriteOff,
  type Reclaim,
  withReclaim,
  writeOffCauses,
} from './reclaim-state.ts';

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

/** The first key to giving up some of a debt, whoever owes it. Refuses `wrong-stage` while another proposal
 * waits, and `above-what-is-owed`. */
export function putUpToGiveUp(
  debt: { readonly writeOff?: ProposedWriteOff },
  { pence, cause }: WriteOffProposal,
  most: Pence,
  moment: Moment,
): Outcome<ProposedWriteOff> {
  if (debt.writeOff) return refuse('wrong-stage', 'Another write-off waits to be decided.');
  const above = moreThan(pence, most, 'can be given up');
  if (above) return above;
  return accept({ event: moment.event, pence, cause, proposedBy: moment.actor.id });
}

/** The second key to it, once it is approved. Refuses `same-person` for whoever proposed it, and
 * `above-what-is-owed` where money has come in since. */
export function refusalToGiveUp(
  { pence, proposedBy }: ProposedWriteOff,
  most: Pence,
  { actor }: Moment,
): Refused | undefined {
  return proposedBy === actor.id
    ? refuse('same-person', 'Somebody other than who proposed the write-off approves it.')
    : moreThan(pence, most, 'is still owed');
}

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
  const waiting = putUpToGiveUp(reclaim, input, mostToGiveUp(reclaim, input.cause), moment);
  if (!waiting.accepted) return waiting;
  return accept({
    type: 'write-off-proposed',
    body: { ...input, reclaim: event },
    next: withReclaim(agreement, { ...reclaim, writeOff: waiting.value }),
  });
}

export interface DecidedWriteOff extends AgreementChange {
  /** What is given up, and of what; undefined where it was rejected. */
  readonly given: { readonly reclaim: Reclaim; readonly writeOff: ProposedWriteOff } | undefined;
  /** What is paid from now on, where it was taken off the payments and is not any more. */
  readonly head: AgreementHead | undefined;
}

/** What is taken off payments is no debt that could be lost; it is paid again where it was never owed. */
function mostToGiveUp(reclaim: Reclaim, cause: WriteOffProposal['cause']): Pence {
  const isTakenBack = reclaim.status === 'taken-off' && cause === 'challenge-upheld';
  return isTakenBack ? reclaim.pence - reclaim.writtenOffPence : owedOf(reclaim);
}

/** The second key to giving up what is owed, or to paying again what was taken off and never owed. Refuses
 * `not-found`, `wrong-stage` where no proposal waits, `same-person` for whoever proposed it, and
 * `above-what-is-owed` where money has come in since. */
export function decideWriteOff(
  agreement: AgreementState,
  about: {
    readonly event: number;
    readonly input: WriteOffDecision;
    /** What is paid under the agreement: needed for what was taken off its payments. */
    readonly head: AgreementHead | undefined;
  },
  moment: Moment,
): Outcome<DecidedWriteOff> {
  const { event, input, head } = about;
  const found = findReclaim(agreement, event);
  if (!found) return refuse('not-found', 'There is no such reclaim.');
  const { writeOff, ...reclaim } = found;
  if (!writeOff) return refuse('wrong-stage', 'No write-off waits to be decided.');
  const body = { ...input, reclaim: event, ...writeOff };
  if (input.verdict === 'rejected') {
    const next = withReclaim(agreement, reclaim);
    return accept({ type: 'write-off-rejected', body, next, given: undefined, head: undefined });
  }
  const refused = refusalToGiveUp(writeOff, mostToGiveUp(reclaim, writeOff.cause), moment);
  if (refused) return refused;
  const changed = { ...reclaim, writtenOffPence: reclaim.writtenOffPence + writeOff.pence };
  const type = 'write-off-approved';
  if (reclaim.status !== 'taken-off') {
    const next = withReclaim(agreement, changed);
    return accept({ type, body, next, given: { reclaim, writeOff }, head: undefined });
  }
  if (!head || head.final) {
    return refuse('wrong-stage', 'The final account has settled what was taken off.');
  }
  const worth = { netPence: writeOff.pence, costPence: writeOff.pence };
  return accept({
    type,
    body,
    next: withReclaim(agreement, changed),
    given: undefined,
    head: withDifference(head, worth, moment.event),
  });
}
