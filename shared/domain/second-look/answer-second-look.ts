import * as z from 'zod';
import { assessorsOf } from '../assessment/who-assessed.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { Role } from '../roles.ts';
import { reopenEligibility } from './reopen-eligibility.ts';
import {
  findSecondLook,
  type Questioned,
  rolesToLookAgain,
  type SecondLook,
  secondLookLaw,
  withSecondLook,
} from './second-look.ts';

const Name = z.string().trim().min(1).max(200);

export const SecondLookAnswer = z
  .discriminatedUnion('result', [
    z.strictObject({
      result: z.literal('upheld'),
      /** As the person will read it. */
      lookedAtByName: Name,
      whatWasLookedAt: Reason,
      reason: Reason,
    }),
    z.strictObject({
      result: z.literal('changed'),
      lookedAtByName: Name,
      whatWasLookedAt: Reason,
      reason: Reason,
      /** What whoever decides anew must put right. */
      toPutRight: Reason,
    }),
    /** The person does not want it any more. */
    z.strictObject({ result: z.literal('withdrawn'), reason: Reason }),
  ])
  .meta({
    id: 'SecondLookAnswer',
    examples: [
      {
        result: 'changed',
        lookedAtByName: 'Isolde Brackenrigg',
        whatWasLookedAt: 'The assessment, and a visit on 20 April.',
        reason: 'Nobody had asked about the nights.',
        toPutRight: 'Decide again, with what is hard at night.',
      },
    ],
  });
export type SecondLookAnswer = z.infer<typeof SecondLookAnswer>;

interface Looking {
  readonly id: string;
  readonly roles: readonly Role[];
  /** The day by whose end a sum that was set aside is worked anew. */
  readonly decideAgainBy: CivilDate;
}

/** Says what came of a second look. Where the decision does not stand it is taken anew by the
 * ordinary command: eligibility becomes open again, on a case that has ended too, and an indicative
 * budget counts no more for planning; support that is live goes on. Refuses `same-person` to whoever
 * decided or took part, `not-permitted` without the standing, `not-found`, `already-recorded` once it
 * is answered, and `case-closed` for a decision that nobody could take any more. */
export function answerSecondLook(
  state: CaseState,
  answer: SecondLookAnswer,
  { id, roles, decideAgainBy }: Looking,
  moment: Moment,
): CaseDecision {
  const found = findSecondLook(state, id);
  if (!found) return refuse('not-found', 'No such second look was asked for on this case.');
  const { about, look } = found;
  const refused = refusalToLook(state, { about, look, roles }, moment);
  if (refused) return refused;
  const next = nextState(state, { about, look, answer, decideAgainBy }, moment);
  if (!next.accepted) return next;
  const isReopened = state.status === 'closed' && next.value.status === 'open';
  return accept({
    type: 'second-look-answered',
    body: {
      ...answer,
      about,
      secondLookId: id,
      asked: look.asked,
      decision: look.decision,
      rule: secondLookLaw(moment.today),
      ...(isReopened ? { outcome: 'progress-to-assessment' } : {}),
    },
    next: next.value,
  });
}

/** A second look is another person's: nobody judges a decision that they took or helped to take. */
function refusalToLook(
  state: CaseState,
  { about, look, roles }: { about: Questioned; look: SecondLook; roles: readonly Role[] },
  { actor }: Moment,
): Refused | undefined {
  if (look.status !== 'asked') {
    return refuse('already-recorded', 'This second look has been answered.');
  }
  const mayLook: readonly Role[] = rolesToLookAgain[about];
  if (!roles.some((role) => mayLook.includes(role))) {
    return refuse('not-permitted', 'Your role may not look at this decision again.');
  }
  const tookPart = [look.decidedBy, ...look.tookPart, ...assessorsOf(state), state.allocatedTo];
  return tookPart.includes(actor.id)
    ? refuse('same-person', 'You took part in this decision: somebody else must look at it again.')
    : undefined;
}

interface Answered {
  readonly about: Questioned;
  readonly look: SecondLook;
  readonly answer: SecondLookAnswer;
  readonly decideAgainBy: CivilDate;
}

function nextState(
  state: CaseState,
  { about, look, answer, decideAgainBy }: Answered,
  moment: Moment,
): Outcome<CaseState> {
  const answered = { ...look, answered: moment.event };
  if (answer.result !== 'changed') {
    return accept(withSecondLook(state, about, { ...answered, status: answer.result }));
  }
  const setAside = setAsideIn(state, about, moment);
  if (!setAside.accepted) return setAside;
  const again = { ...answered, status: 'decide-again', due: decideAgainBy } as const;
  return accept(withSecondLook(setAside.value, about, again));
}

function setAsideIn(state: CaseState, about: Questioned, moment: Moment): Outcome<CaseState> {
  if (about === 'eligibility') return reopenEligibility(state, moment);
  if (state.status === 'closed') {
    return refuse('case-closed', 'The case has ended: take it up again before it is decided anew.');
  }
  // A plan rests on an indicative budget that stands; what a person pays stands until it is worked
  // anew, because nothing may be charged that nobody has worked out.
  return accept(about === 'indicative-budget' ? { ...state, allocation: null } : state);
}
