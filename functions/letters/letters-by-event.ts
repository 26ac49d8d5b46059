import * as z from 'zod';
import { type LetterId, letterSubjects } from '#shared/council/letters/letters.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { CaseEventType } from '#shared/domain/case/event-types.ts';
import type { LetterSubject } from '#shared/domain/letters/letter-reader.ts';
import { Questioned } from '#shared/domain/second-look/second-look.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';

/** The letter that tells the person of an event, where one does. */
const letterByEvent: Readonly<Partial<Record<CaseEventType, LetterId>>> = {
  'case-opened': 'contact-received',
  'contact-triaged': 'referred',
  'appointment-booked': 'appointment-booked',
  'appointment-changed': 'appointment-changed',
  'appointment-cancelled': 'appointment-cancelled',
  'appointment-reminded': 'appointment-reminder',
  'equipment-prescribed': 'equipment-prescribed',
  'risk-re-checked': 'waiting-list-re-check',
  'assessment-copied': 'assessment-copy',
  'eligibility-decided': 'determination',
  'finances-assessed': 'contribution',
  'contributions-billed': 'contribution-statement',
  'contributions-reminded': 'contribution-reminder',
  'contribution-dispute-answered': 'contribution-dispute-answered',
  'contribution-instalments-answered': 'contribution-instalments',
  'self-funding-chosen': 'charge-full-cost',
  'indicative-budget-given': 'indicative-budget',
  'second-look-asked': 'second-look-asked',
  'second-look-answered': 'second-look-upheld',
  'plan-agreed': 'plan-agreed',
  'budget-authorised': 'budget-authorised',
  'direct-payment-requested': 'direct-payment-agreed',
  'direct-payment-refused': 'direct-payment-refused',
  'direct-payment-ended': 'direct-payment-ended',
  'payment-account-changed': 'account-changed',
  'direct-payment-told': 'direct-payment-return-asked',
  'support-started': 'support-started',
  'review-due': 'review-due',
  'case-closed': 'closed',
  withdrawn: 'closed',
  'reablement-answered': 'closed',
  'reablement-ended': 'closed',
};
const letters = new Map<string, LetterId>(Object.entries(letterByEvent));

const Triaged = z.looseObject({ verdict: z.string() });
const Answered = z.looseObject({ result: z.enum(['upheld', 'changed', 'withdrawn']) });

const Charged = z.looseObject({
  charge: z.looseObject({ mostWeeklyPence: z.int().nullable() }).optional(),
  difference: z.looseObject({}).nullish(),
  uprating: z.looseObject({}).optional(),
});

/** What tells of a charge: that a new year's rates changed it, then that it changed for days behind us,
 * then that it is the full cost, or holds only for now. Whoever pays the whole cost by a decision taken by
 * hand has been told by whoever took it. */
function letterOfCharge({ body, after }: RecordedEvent<CaseState>): LetterId | undefined {
  const { charge, difference, uprating } = Charged.parse(body);
  if (uprating) return 'charge-new-year';
  if (charge === undefined) {
    return after.finances?.weeklyContributionPence == null ? undefined : 'contribution';
  }
  if (difference) return 'charge-changed';
  if (charge.mostWeeklyPence === null) return 'charge-full-cost';
  return after.finances?.status === 'provisional' ? 'charge-provisional' : 'contribution';
}

/** Only a copy that the person gets as a letter comes with its words. */
const CopySent = z.looseObject({ explanation: z.array(z.string()) });

export function hasLetter(eventType: string): boolean {
  return letters.has(eventType);
}

const ToldOfPayment = z.looseObject({
  what: z.enum([
    'return-asked',
    'return-overdue',
    'return-queried',
    'return-not-accepted',
    'reclaim-confirmed',
    'reclaim-taken-off',
    'reclaim-late',
    'payments-stopped',
    'payments-released',
  ]),
});

const letterOfPayment = {
  'return-asked': 'direct-payment-return-asked',
  'return-overdue': 'direct-payment-return-late',
  'return-queried': 'direct-payment-return-questioned',
  'return-not-accepted': 'direct-payment-return-not-accepted',
  'reclaim-confirmed': 'direct-payment-reclaimed',
  'reclaim-taken-off': 'direct-payment-taken-off',
  'reclaim-late': 'direct-payment-reclaim-late',
  'payments-stopped': 'direct-payment-stopped',
  'payments-released': 'direct-payment-goes-on',
} as const satisfies Record<z.infer<typeof ToldOfPayment>['what'], LetterId>;

/** The letter for just this event. Nobody writes to a person who has died, or tells one of an
 * ending that was none. A contact that ended in advice is told the advice, one that goes on is told
 * what comes next, and one that was declined or belongs elsewhere has been told already. */
export function letterFor(event: RecordedEvent<CaseState>): LetterId | undefined {
  const { after } = event;
  if (after.status === 'closed' && after.outcome === 'nfa-deceased') return undefined;
  const letter = letters.get(event.type);
  if (letter === 'closed' && after.status === 'open') return undefined;
  if (letter === 'contribution') return letterOfCharge(event);
  if (letter === 'plan-agreed') return letterOfPlan(after);
  if (letter === 'assessment-copy' && !CopySent.safeParse(event.body).success) return undefined;
  if (event.type === 'direct-payment-told') {
    return letterOfPayment[ToldOfPayment.parse(event.body).what];
  }
  if (event.type === 'second-look-answered') return letterOfAnswer(event.body);
  if (event.type !== 'contact-triaged') return letter;
  const { verdict } = Triaged.parse(event.body);
  if (verdict === 'advice') return 'advice-given';
  return verdict === 'assess' || verdict === 'reablement' ? 'referred' : undefined;
}

/** Nobody is told that they agree who does not. */
function letterOfPlan({ plan }: CaseState): LetterId {
  return plan?.agreed === 'disagreed' ? 'plan-not-agreed' : 'plan-agreed';
}

/** Whoever does not want the second look any more has told us so themselves. */
function letterOfAnswer(body: unknown): LetterId | undefined {
  const { result } = Answered.parse(body);
  if (result === 'withdrawn') return undefined;
  return result === 'upheld' ? 'second-look-upheld' : 'second-look-changed';
}

const QuestionedSum = z.looseObject({ about: Questioned.exclude(['eligibility']) });

/** What the letter about just this event is about: a second look at a sum is about money. */
export function subjectOf(
  letter: LetterId,
  { type, body }: RecordedEvent<CaseState>,
): LetterSubject {
  const isAboutSum = type.startsWith('second-look-') && QuestionedSum.safeParse(body).success;
  return isAboutSum ? 'money' : letterSubjects[letter];
}
