import * as z from 'zod';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import { Reason } from './decision.ts';
import type { Determination } from './determination.ts';
import type { EligibilityScheme } from './schemes.ts';

/** Where the adult who needs care ordinarily lives, also when the support is for the carer (Care
 * Act 2014 s39). A duty is owed to those who live here or have no settled residence (s18(1)(a),
 * s20(1)(a)); for anyone else there is a power (s19(2), s20(6)). */
const OrdinaryResidence = z
  .strictObject({
    status: z.enum(['here', 'no-settled-residence', 'elsewhere']),
    reason: z.string().trim().max(4000),
  })
  .meta({ id: 'OrdinaryResidence' });
type OrdinaryResidence = z.infer<typeof OrdinaryResidence>;

/** Advice given in writing on what can meet or reduce the needs, and on what can prevent or delay
 * them (Care Act 2014 s13(5)); empty when none was given. */
const WrittenAdvice = z.string().trim().max(20_000);

/** What follows a determination: one edge, with what that edge needs. */
export const AfterDetermination = z
  .discriminatedUnion('edge', [
    z.strictObject({
      edge: z.literal('eligible-met-by-council'),
      ordinaryResidence: OrdinaryResidence,
      waysToMeetNeeds: Reason,
      isWantedByPerson: z.boolean(),
    }),
    z.strictObject({
      edge: z.literal('eligible-met-otherwise'),
      ordinaryResidence: OrdinaryResidence,
      metBy: Reason,
      isWillingAndAble: z.boolean(),
    }),
    z.strictObject({ edge: z.literal('not-eligible'), writtenAdvice: WrittenAdvice }),
    z.strictObject({
      edge: z.literal('not-eligible-met-under-power'),
      writtenAdvice: WrittenAdvice,
      reason: Reason,
    }),
    z.strictObject({
      edge: z.literal('declined'),
      reason: Reason,
      hasCapacityToDecline: z.boolean(),
      isAbuseSuspected: z.boolean(),
      isCostTheReason: z.boolean(),
    }),
  ])
  .meta({ id: 'AfterDetermination' });
export type AfterDetermination = z.infer<typeof AfterDetermination>;

/** What the service does next, with the rule that says so. */
export interface NextStep {
  readonly edge: AfterDetermination['edge'];
  readonly plan: 'budgeted' | 'nil-budget' | 'none';
  readonly needsReview: boolean;
  readonly isConcernRaised: boolean;
  readonly rule: string;
}

type Decided = Pick<Determination, 'eligible' | 'scheme'>;

/** The law behind each step. Before the Care Act one sentence of one Act stood behind them all. */
const communityCare = 'NHS and Community Care Act 1990 s47(1)(b)';
const lawOf = {
  'care-act-2014': {
    duty: 'Care Act 2014 s18(1)',
    elsewhere: 'Care Act 2014 s19(2)',
    otherwise: 'Care Act 2014 s18(7)',
    power: 'Care Act 2014 s19(1)',
    advice: 'Care Act 2014 s13(5)',
    declined: 'Care Act 2014 s13(3)(b)',
  },
  'care-act-2014-carer': {
    duty: 'Care Act 2014 s20(1)',
    elsewhere: 'Care Act 2014 s20(6)',
    otherwise: 'Care Act 2014 s13(4)(a)',
    power: 'Care Act 2014 s20(6)',
    advice: 'Care Act 2014 s13(5)',
    declined: 'Care Act 2014 s13(4)(a)',
  },
  facs: {
    duty: communityCare,
    elsewhere: communityCare,
    otherwise: communityCare,
    power: communityCare,
    advice: communityCare,
    declined: communityCare,
  },
} satisfies Record<EligibilityScheme, Record<string, string>>;

/** The step after a determination (Care Act 2014 s13, s18, s19, s20). Refused as `invalid-input`
 * when the edge contradicts the determination, `written-advice-needed` without the advice of
 * s13(5), `capacity-check-needed` when someone who lacks capacity is said to decline,
 * `reason-needed` when a person who lives elsewhere is helped without one, and
 * `determination-incomplete` for the rest. */
export function stepAfter(decided: Decided, choice: AfterDetermination): Outcome<NextStep> {
  const law = lawOf[decided.scheme];
  const refused = contradictionOf(decided.eligible, choice.edge) ?? incompleteIn(choice);
  if (refused !== undefined) return refused;
  const step = {
    edge: choice.edge,
    plan: 'none',
    needsReview: false,
    isConcernRaised: false,
  } as const;
  switch (choice.edge) {
    case 'eligible-met-by-council': {
      const isElsewhere = choice.ordinaryResidence.status === 'elsewhere';
      const rule = isElsewhere ? law.elsewhere : law.duty;
      return accept({ ...step, plan: 'budgeted', needsReview: true, rule });
    }
    case 'eligible-met-otherwise':
      // What a carer does can change on any day: the plan costs nothing and is reviewed all the
      // same.
      return accept({ ...step, plan: 'nil-budget', needsReview: true, rule: law.otherwise });
    case 'not-eligible':
      return accept({ ...step, rule: law.advice });
    case 'not-eligible-met-under-power':
      return accept({ ...step, plan: 'budgeted', needsReview: true, rule: law.power });
    case 'declined':
      return accept({ ...step, isConcernRaised: choice.isAbuseSuspected, rule: law.declined });
  }
}

function contradictionOf(
  isEligible: boolean,
  edge: AfterDetermination['edge'],
): Refused | undefined {
  if (edge === 'declined' || edge.startsWith('eligible-') === isEligible) return undefined;
  const detail = isEligible
    ? 'The needs were found to be eligible: say how they are met.'
    : 'The needs were found not to be eligible.';
  return refuse('invalid-input', detail, '/edge');
}

function incompleteIn(choice: AfterDetermination): Refused | undefined {
  switch (choice.edge) {
    case 'eligible-met-by-council':
      return choice.isWantedByPerson
        ? residenceUnexplained(choice.ordinaryResidence)
        : refuse(
            'determination-incomplete',
            'The council meets the needs only when the person wants it to (s13(3)(b)).',
            '/isWantedByPerson',
          );
    case 'eligible-met-otherwise':
      return choice.isWillingAndAble
        ? residenceUnexplained(choice.ordinaryResidence)
        : refuse(
            'determination-incomplete',
            'Whoever meets the needs is willing and able to, or the council meets them (s18(7)).',
            '/isWillingAndAble',
          );
    case 'not-eligible':
    case 'not-eligible-met-under-power':
      return adviceMissing(choice.writtenAdvice);
    case 'declined':
      return choice.hasCapacityToDecline
        ? undefined
        : refuse(
            'capacity-check-needed',
            'Someone who lacks capacity to decline cannot: decide in their best interests.',
            '/hasCapacityToDecline',
          );
  }
}

function adviceMissing(writtenAdvice: string): Refused | undefined {
  if (writtenAdvice !== '') return undefined;
  const detail = 'Give written advice on preventing, delaying or reducing the needs (s13(5)).';
  return refuse('written-advice-needed', detail, '/writtenAdvice');
}

function residenceUnexplained(residence: OrdinaryResidence): Refused | undefined {
  if (residence.status !== 'elsewhere' || residence.reason !== '') return undefined;
  const detail = 'Say why the council helps a person who ordinarily lives elsewhere (s19(2)).';
  return refuse('reason-needed', detail, '/ordinaryResidence/reason');
}
