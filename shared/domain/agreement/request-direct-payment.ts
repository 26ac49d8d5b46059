import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { hasDied } from '../case/ending/note-death.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { BudgetPartState } from '../plan/plan-state.ts';
import { planningLaw } from '../plan/planning-law.ts';
import type { AgreementState } from './agreement-state.ts';

const Condition = z.strictObject({ holds: z.boolean(), reason: Reason });

/** The conditions for a direct payment, each answered: where the person has capacity to ask for one
 * (Care Act 2014 s31(4)-(7)), and where an authorised person asks in their place (s32(4)-(9)). */
export const Conditions = z
  .discriminatedUnion('route', [
    z.strictObject({
      route: z.literal('with-capacity'),
      askedFor: Condition,
      notProhibited: Condition,
      ableToManage: Condition,
      appropriate: Condition,
    }),
    z.strictObject({
      route: z.literal('authorised-person'),
      /** By what right: under the Mental Capacity Act 2005, or found suitable (s32(4)). */
      authority: z.enum(['mental-capacity-act', 'suitable-with-agreement', 'suitable']),
      supportedByWhoeverMayDecide: Condition,
      notProhibited: Condition,
      inBestInterests: Condition,
      ableToManage: Condition,
      appropriate: Condition,
    }),
  ])
  .meta({ id: 'DirectPaymentConditions' });

/** By what order or licence somebody may not have a direct payment (SI 2014/2871 Sch 1). */
const prohibitions = [
  'drug-rehabilitation-requirement',
  'alcohol-treatment-requirement',
  'drug-treatment-and-testing-order',
  'youth-rehabilitation-order',
  'community-or-probation-order',
  'licence-condition',
] as const;

/** A refusal is written: why, what would change it, and how to challenge it. */
const RefusalLetter = z.strictObject({
  reasons: Reason,
  whatWouldChangeIt: Reason,
  howToChallenge: Reason,
  /** Somebody who held the money for the person has misused it: that is not held against the person. */
  wasMisusedByRepresentative: z.boolean().default(false),
  /** How else the person can have a direct payment, or as much choice without one. */
  otherRoute: Reason.optional(),
});

export const DirectPaymentRequest = z
  .strictObject({
    partId: z.string().trim().min(1).max(80),
    conditions: Conditions,
    /** Only where the person is prohibited. */
    prohibitedBy: z.enum(prohibitions).optional(),
    /** Only where a condition does not hold. */
    refusal: RefusalLetter.optional(),
  })
  .meta({ id: 'DirectPaymentRequest' });
export type DirectPaymentRequest = z.infer<typeof DirectPaymentRequest>;

/** Decides a request for a direct payment of one part of the plan. Where every condition holds
 * there is a duty to pay and the agreement begins (Care Act 2014 s31(1), s32(1)); where one does
 * not, the refusal is recorded with the letter, and `reason-needed` without it. Refuses
 * `capacity-check-needed` where the route does not fit what is recorded of the person's capacity
 * for this decision. */
export function requestDirectPayment(
  state: CaseState,
  request: DirectPaymentRequest,
  agreementId: string,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (hasDied(state)) return refuse('death-recorded', 'No direct payment begins after a death.');
  const part = partToPay(state, request.partId);
  if (!part.accepted) return part;
  const misfit = refusalOfRoute(state, part.value, request);
  if (misfit) return misfit;
  const { route } = request.conditions;
  const law = route === 'with-capacity' ? 'direct-payment' : 'direct-payment-authorised';
  const rule = planningLaw(law, moment.today);
  if (!allHold(request.conditions)) {
    return (
      unwritten(request) ??
      accept({ type: 'direct-payment-refused', body: { ...request, rule }, next: state })
    );
  }
  const needless = request.refusal ? '/refusal' : request.prohibitedBy && '/prohibitedBy';
  if (needless) {
    return refuse('invalid-input', 'Every condition holds: there is a duty to pay.', needless);
  }
  const withAgreement = (each: BudgetPartState) =>
    each.id === request.partId ? { ...each, agreementId } : each;
  return accept({
    type: 'direct-payment-requested',
    body: { ...request, agreementId, rule },
    next: {
      ...state,
      plan: state.plan && { ...state.plan, parts: state.plan.parts.map(withAgreement) },
      live: liveWith(state, request.partId, agreementId),
      agreements: [...state.agreements, agreementId],
    },
  });
}

/** The live plan waits for an agreement only where one was settled after a death that was taken back. */
function liveWith({ live, plan }: CaseState, partId: string, agreementId: string) {
  if (!live || live.planVersion !== plan?.version) return live;
  const parts = live.parts.map((part) =>
    part.id === partId && part.agreementId === null ? { ...part, agreementId } : part,
  );
  return { ...live, parts };
}

/** The agreement as a request begins it: nothing is paid before it is signed, checked and
 * active. */
export function openAgreement(caseId: string, part: BudgetPartState): AgreementState {
  return {
    status: 'requested',
    caseId,
    partId: part.id,
    payee: part.payee ?? { kind: 'self' },
    planVersion: null,
    weeklyPence: part.weeklyPence,
    weeklyContributionPence: 0,
    isContributionProvisional: true,
    bankDetails: null,
    isBankChecked: false,
    signedOn: null,
    startsOn: null,
    nextReview: null,
    payStop: null,
    recent: [],
  };
}

function partToPay({ plan }: CaseState, partId: string): Outcome<BudgetPartState> {
  const part = plan?.parts.find(({ id }) => id === partId);
  if (part?.holding !== 'direct-payment') {
    return refuse('invalid-input', 'The plan has no such direct payment part.', '/partId');
  }
  return part.agreementId === null
    ? accept(part)
    : refuse('already-recorded', 'This part has its agreement already.');
}

function refusalOfRoute(
  state: CaseState,
  part: BudgetPartState,
  { conditions }: DirectPaymentRequest,
): Refused | undefined {
  const isAuthorised = conditions.route === 'authorised-person';
  if (isAuthorised !== (part.payee?.kind === 'authorised')) {
    const detail = 'The plan names another payee: an authorised person goes with section 32 alone.';
    return refuse('invalid-input', detail, '/conditions/route');
  }
  const hasCapacity = state.capacity['direct-payment']?.hasCapacity ?? true;
  if (isAuthorised !== hasCapacity) return undefined;
  const detail = hasCapacity
    ? 'Record first that the person lacks capacity to ask for a direct payment (s32(1)(b)).'
    : 'The person lacks capacity to ask for a direct payment: an authorised person does (s32).';
  return refuse('capacity-check-needed', detail, '/conditions/route');
}

function allHold(conditions: DirectPaymentRequest['conditions']): boolean {
  return Object.values(conditions).every((each) => typeof each === 'string' || each.holds);
}

/** What a refusal must say before it is one. */
function unwritten({
  conditions,
  prohibitedBy,
  refusal,
}: DirectPaymentRequest): Refused | undefined {
  if (!refusal) {
    const detail = 'Write why, what would change it, and how to challenge it.';
    return refuse('reason-needed', detail, '/refusal');
  }
  if (!conditions.notProhibited.holds && !prohibitedBy) {
    const detail = 'Say which order or licence prohibits it (SI 2014/2871 Sch 1).';
    return refuse('reason-needed', detail, '/prohibitedBy');
  }
  if (conditions.notProhibited.holds && prohibitedBy) {
    return refuse('invalid-input', 'Nothing prohibits a direct payment.', '/prohibitedBy');
  }
  if (refusal.wasMisusedByRepresentative && refusal.otherRoute === undefined) {
    const detail = 'Offer another way: what a representative did is not held against the person.';
    return refuse('reason-needed', detail, '/refusal/otherRoute');
  }
  return undefined;
}
