import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { facsGuidanceOn, lawOn } from '../codes/law-in-force.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, refuse } from '../outcome.ts';
import { type Directory, type Signposting, signpost, withSignposting } from './signposting.ts';

/** Tells somebody of services of the directory while their case goes on. Refuses what `signpost`
 * refuses. */
export function signpostOnCase(
  state: CaseState,
  signposting: Signposting,
  directory: Directory | undefined,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const signposted = signpost(signposting, { directory, today: moment.today }, '');
  if (!signposted.accepted) return signposted;
  return accept({
    type: 'signposted',
    body: {
      signposted: signposted.value,
      rule: lawOn(moment.today, {
        careAct: 'Care Act 2014 s4',
        before: facsGuidanceOn(moment.today),
      }),
    },
    next: withSignposting(state, signposted.value, moment),
  });
}

export const SignpostingFollowUp = z
  .strictObject({
    wasUseful: z.enum(['yes', 'partly', 'no', 'not-reached']),
    note: Reason,
  })
  .meta({ id: 'SignpostingFollowUp' });
export type SignpostingFollowUp = z.infer<typeof SignpostingFollowUp>;

/** Keeps whether what somebody was told of was useful to them, on a closed case too: most who are
 * signposted need nothing more. Refuses `not-found` where nobody was told of anything. */
export function followUpSignposting(state: CaseState, followUp: SignpostingFollowUp): CaseDecision {
  const version = state.records.signposting;
  if (version === undefined) return refuse('not-found', 'Nobody was told of a service here.');
  return accept({
    type: 'signposting-followed-up',
    body: { ...followUp, signposting: version },
    next: { ...state, usefulnessAsked: null },
  });
}
