import * as z from 'zod';
import type { Refusal } from '../domain/outcome.ts';
import type { RefusalKind } from '../domain/refusals.ts';

/** A problem as RFC 9457 has it: the only shape in which our code refuses or fails. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ description: 'Names the kind of problem' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    /** What the log of a failure can be found by. */
    reference: z.string().optional(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

interface Meaning {
  readonly status: number;
  readonly title: string;
  /** Seconds after which the very same request may succeed. */
  readonly retryAfterSeconds?: number;
}

const conflict = (title: string): Meaning => ({ status: 409, title });
const wrong = (title: string): Meaning => ({ status: 422, title });

/** The one meaning in HTTP of everything that is refused. */
export const meanings = {
  unreadable: { status: 400, title: 'The body is not readable JSON' },
  'idempotency-key-missing': { status: 400, title: 'Idempotency-Key is missing' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'not-permitted': { status: 403, title: 'Your role may not do this' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'version-stale': { status: 412, title: 'The record has changed since you read it' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'media-type-unsupported': { status: 415, title: 'Send application/json' },
  'version-missing': { status: 428, title: 'If-Match is missing' },
  'too-many-requests': { status: 429, title: 'Too many requests', retryAfterSeconds: 5 },
  'too-many-wrong-tries': {
    status: 429,
    title: 'Too many wrong tries',
    retryAfterSeconds: 15 * 60,
  },
  busy: { status: 503, title: 'The service is busy', retryAfterSeconds: 1 },
  fault: { status: 500, title: 'The service failed' },

  'lost-race': {
    status: 409,
    title: 'Somebody else changed this at the same moment',
    retryAfterSeconds: 1,
  },
  'wrong-stage': conflict('Not allowed at this stage'),
  'case-closed': conflict('The case is closed'),
  'already-recorded': conflict('This is recorded already'),
  'limit-reached': conflict('No more of these can be kept at once'),
  'cared-for-limit': conflict('A carer is linked to three adults at most'),
  'carer-case-open': conflict('The carer has an open case of their own'),
  'death-recorded': conflict('A death is recorded'),
  'appearance-of-need-needs-action': conflict('An appearance of need cannot end without action'),
  'child-not-referred': conflict("Children's services have not been told of a child at risk"),
  'danger-not-answered': conflict('A danger that the contact told of has not been answered'),
  'reablement-not-offered-here': conflict('Reablement is offered elsewhere in this journey'),
  'urgent-is-red': conflict('What is urgent has priority red'),
  'too-many-open': conflict('Too many of these are open'),
  'call-not-safe': conflict('It is not safe to call'),
  'message-not-safe': conflict('It is not safe to leave a message'),
  'appointment-clash': conflict('There is another appointment at that time'),
  'person-merged': conflict('The record has been merged into another'),
  'nhs-number-taken': conflict('Another record has this NHS number'),
  'capacity-check-needed': conflict('Capacity must be considered first'),
  'advocate-needed': conflict('An advocate must be in place first'),
  'scheme-not-in-force': conflict('Those rules are not in force on that date'),
  'policy-not-in-force': conflict('No policy is in force on that date'),
  'indicative-budget-not-given': conflict('The person has not been given the indicative budget'),
  'agreement-missing': conflict('The agreement is missing'),
  'same-person': conflict('Two different people must decide'),
  'above-delegated-limit': conflict('The amount is above the delegated limit'),
  'no-top-limit': conflict('No limit without a ceiling is set'),
  'two-keys-missing': conflict('Two authorisations by two people are needed'),
  'safeguarding-unresolved': conflict('A safeguarding concern is open'),
  'before-eighteenth-birthday': conflict('No budget starts before the eighteenth birthday'),
  'support-not-started': conflict('Support has not started'),
  'reduction-needs-reassessment': conflict('A reduction needs a reassessment first'),
  'urgent-support-limit': conflict('The amount is above the limit for urgent support'),
  'agreement-not-signed': conflict('The direct payment agreement is not signed'),
  'bank-details-unchecked': conflict('The bank details have not been checked'),
  'payment-stopped': conflict('Payments to this agreement are stopped'),
  'period-already-paid': conflict('This period has been paid'),
  'amount-above-file': conflict('The amount is above what a payment file can hold'),
  'price-not-offered': conflict('The provider offers no such support on that day'),
  'order-ended': conflict('The order holds no more'),
  'above-order': conflict('More was delivered than was ordered'),

  'above-what-is-owed': conflict('The amount is above what is owed'),

  'return-differs-from-payments': wrong('The return differs from what was paid'),
  'return-does-not-add-up': wrong('The figures of the return do not add up'),
  'invalid-input': wrong('Something is missing or is not right'),
  'idempotency-key-reused': wrong('This Idempotency-Key belongs to another request'),
  'determination-incomplete': wrong('The determination is incomplete'),
  'written-advice-needed': wrong('Written advice is needed'),
  'answer-unknown': wrong('An answer is not in the questionnaire'),
  'answer-missing': wrong('A question is not answered'),
  'answers-too-large': wrong('The answers are longer than can be kept'),
  'table-unusable': wrong('The allocation table cannot be used'),
  'table-has-gap': wrong('The allocation table has a gap'),
  'table-overlaps': wrong('The allocation table overlaps itself'),
  'table-decreases': wrong('The allocation table decreases'),
  'points-out-of-range': wrong('The points are outside the allocation table'),
  'amount-out-of-range': wrong('The amount is out of range'),
  'rate-missing': wrong('An amount that the charge needs is not in the rates'),
  'rates-overlap': wrong('Two years of charging rates overlap'),
  'not-offered-here': wrong('This service does not work that out'),
  'plan-incomplete': wrong('The support plan is incomplete'),
  'outcome-not-covered': wrong('An eligible outcome is not covered'),
  'offer-differs': wrong('A line is not priced by the offer that it names'),
  'line-without-outcome': wrong('A line serves no outcome'),
  'line-cost-differs': wrong('The cost of a line is not its units times its unit cost'),
  'outcome-not-in-plan': wrong('The plan names no such outcome'),
  'purchase-prohibited': wrong('A personal budget may not buy this'),
  'checks-incomplete': wrong('The three checks are incomplete'),
  'parts-do-not-add-up': wrong('The parts do not add up to the budget'),
  'referral-needs-reason': wrong('Another team than the suggested one needs a reason'),
  'reason-needed': wrong('A reason is needed'),
} as const satisfies Record<RefusalKind, Meaning> & Record<string, Meaning>;

export type ProblemKind = keyof typeof meanings;

export interface ProblemAnswer {
  readonly problem: Problem;
  readonly retryAfterSeconds: number | undefined;
}

/** The problem for a refusal of the domain, or for one of the protocol's own kinds. */
export function toProblem(
  refusal: Omit<Refusal, 'kind'> & { kind: ProblemKind; reference?: string },
): ProblemAnswer {
  const meaning: Meaning = meanings[refusal.kind];
  const errors =
    refusal.errors ??
    (refusal.pointer === undefined
      ? undefined
      : [{ pointer: refusal.pointer, detail: refusal.detail }]);
  return {
    problem: {
      type: `/problems/${refusal.kind}`,
      title: meaning.title,
      status: meaning.status,
      detail: refusal.detail,
      ...(refusal.reference === undefined ? {} : { reference: refusal.reference }),
      ...(errors === undefined ? {} : { errors: [...errors] }),
    },
    retryAfterSeconds: meaning.retryAfterSeconds,
  };
}
