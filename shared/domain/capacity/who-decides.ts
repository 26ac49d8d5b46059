import type { CivilDate } from '../calendar/civil-date.ts';
import { ageOn } from '../calendar/civil-date.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import {
  type CapacityDecision,
  type CapacityRecord,
  capacityRecordFor,
} from './capacity-record.ts';
import { type Representative, representativeFor } from './representatives.ts';

/** The age from which the Mental Capacity Act applies (s2(5)). */
const OWN_CAPACITY_AGE = 16;

export interface DecisionQuestion {
  readonly decision: CapacityDecision;
  readonly on: CivilDate;
  readonly birthDate: CivilDate;
  readonly records: readonly CapacityRecord[];
  readonly representatives: readonly Representative[];
}

/** Who may lawfully take and sign one decision, and by what rule. */
export type Decider =
  | { readonly by: 'person'; readonly isPresumed: boolean; readonly rule: string }
  | { readonly by: 'parental-responsibility'; readonly rule: string }
  | { readonly by: 'representative'; readonly personId: string; readonly rule: string }
  | { readonly by: 'best-interests'; readonly staffId: string; readonly rule: string };

/** Decisions on a person's money that the council can never take for them: they need a power over
 * property, or the Court of Protection (Mental Capacity Act 2005 s9(1)(b), s16). A direct payment
 * needs someone to hold it (Care Act 2014 s32). */
const neverTheCouncils: readonly CapacityDecision[] = ['charging', 'money', 'direct-payment'];

/** Who takes the decision on that day. The person does unless a record says that they lack capacity
 * for it (Mental Capacity Act 2005 s1(2)); then whoever holds a power of the right kind (s9, s16),
 * who has no say before; else the council in their best interests (s4, s5). Refused as
 * `capacity-check-needed` when nobody may decide yet. */
export function whoDecides(question: DecisionQuestion): Outcome<Decider> {
  const { decision, on, birthDate, records, representatives } = question;
  if (ageOn(birthDate, on) < OWN_CAPACITY_AGE) {
    return accept({ by: 'parental-responsibility', rule: 'Children Act 1989 s3' });
  }
  const record = capacityRecordFor(records, decision, on);
  if (record === undefined || record.conclusion === 'has-capacity') {
    const rule = 'Mental Capacity Act 2005 s1(2)';
    return accept({ by: 'person', isPresumed: record === undefined, rule });
  }
  const representative = representativeFor(representatives, decision, on);
  if (representative !== undefined) {
    return accept({
      by: 'representative',
      personId: representative.personId,
      rule: ruleOf(representative),
    });
  }
  if (neverTheCouncils.includes(decision)) {
    const detail = 'Nobody yet has authority to take this decision for the person.';
    return refuse('capacity-check-needed', detail);
  }
  if (record.bestInterests === null) {
    const detail = 'The person lacks capacity to decide this: record the best-interests decision.';
    return refuse('capacity-check-needed', detail, '/bestInterests');
  }
  return accept({
    by: 'best-interests',
    staffId: record.bestInterests.decidedBy.id,
    rule: 'Mental Capacity Act 2005 s4 and s5',
  });
}

function ruleOf({ kind }: Representative): string {
  if (kind === 'authorised-person') return 'Care Act 2014 s32(4)';
  return kind.startsWith('attorney')
    ? 'Mental Capacity Act 2005 s9'
    : 'Mental Capacity Act 2005 s16';
}
