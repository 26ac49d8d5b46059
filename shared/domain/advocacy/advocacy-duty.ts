import * as z from 'zod';
import { CivilDate, compareDates } from '../calendar/civil-date.ts';
import { DecisionAbility } from '../capacity/capacity-record.ts';
import { DecisionMaker, Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';

/** What the person would be taking part in: s67 for the first three, s68 for an enquiry. */
const AdvocacyOccasion = z
  .enum(['assessment', 'planning', 'review', 'enquiry'])
  .meta({ id: 'AdvocacyOccasion' });

/** Somebody who might speak for the person. Nobody is appropriate who is paid to care for them, or
 * whom they have not accepted; for a person who lacks capacity to accept, being represented must be
 * in their best interests (s67(5)-(6), s68(4)-(5)). */
const PossibleRepresentative = z.strictObject({
  name: z.string().trim().min(1).max(200),
  isPaidOrProfessionalCarer: z.boolean(),
  acceptance: z.enum(['accepted-by-person', 'in-best-interests', 'not-accepted']),
});

export const AdvocacyInputs = z
  .strictObject({
    occasion: AdvocacyOccasion,
    substantialDifficultyIn: z.array(DecisionAbility).max(4),
    possibleRepresentative: PossibleRepresentative.nullable(),
    consideredOn: CivilDate,
    consideredBy: DecisionMaker,
    reason: Reason,
  })
  .meta({ id: 'AdvocacyInputs' });
export type AdvocacyInputs = z.infer<typeof AdvocacyInputs>;

export interface AdvocacyDuty {
  readonly isOwed: boolean;
  readonly rule: string;
  readonly line: string;
}

const difficultyWords = {
  understand: 'understanding information',
  retain: 'retaining it',
  'use-or-weigh': 'using or weighing it',
  communicate: 'communicating views, wishes or feelings',
} satisfies Record<DecisionAbility, string>;

const involvementLaw = {
  duty: 'Care Act 2014 s67(2)',
  difficulty: 'Care Act 2014 s67(4)',
  appropriatePerson: 'Care Act 2014 s67(5)',
};
const enquiryLaw = {
  duty: 'Care Act 2014 s68(2)',
  difficulty: 'Care Act 2014 s68(3)',
  appropriatePerson: 'Care Act 2014 s68(4)',
};

/** Whether the council must find an independent advocate (Care Act 2014 s67, or s68 for an
 * enquiry): the person would have substantial difficulty in at least one of four things, and nobody
 * appropriate can represent and support them. */
export function advocacyDuty(inputs: AdvocacyInputs): AdvocacyDuty {
  const law = inputs.occasion === 'enquiry' ? enquiryLaw : involvementLaw;
  if (inputs.substantialDifficultyIn.length === 0) {
    const line = 'The person can take part without substantial difficulty.';
    return { isOwed: false, rule: law.difficulty, line };
  }
  if (isAppropriate(inputs.possibleRepresentative)) {
    const line = 'An appropriate person represents and supports them.';
    return { isOwed: false, rule: law.appropriatePerson, line };
  }
  const difficulties = inputs.substantialDifficultyIn.map((ability) => difficultyWords[ability]);
  const line = `An advocate is needed: there is substantial difficulty in ${difficulties.join('; ')}.`;
  return { isOwed: true, rule: law.duty, line };
}

export interface AdvocacySupport {
  /** The day from which an advocate is in place, or null. */
  readonly advocateFrom: CivilDate | null;
  /** Why it cannot wait for an advocate, empty when it can. */
  readonly urgency: string;
}

/** Whether the work may be completed on that day. Refused as `advocate-needed` while the duty is
 * owed and neither an advocate is in place nor the urgency recorded (Care Act 2014 s67(2), s68(2)
 * and (6)). */
export function mayComplete(
  duty: AdvocacyDuty,
  support: AdvocacySupport,
  on: CivilDate,
): Outcome<AdvocacyDuty> {
  const isInPlace = support.advocateFrom !== null && compareDates(support.advocateFrom, on) <= 0;
  if (!duty.isOwed || isInPlace || support.urgency !== '') return accept(duty);
  return refuse('advocate-needed', `${duty.line} Find one first, or record why this is urgent.`);
}

function isAppropriate(person: AdvocacyInputs['possibleRepresentative']): boolean {
  return (
    person !== null && !person.isPaidOrProfessionalCarer && person.acceptance !== 'not-accepted'
  );
}
