import * as z from 'zod';
import { addMonths, CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import { freeText } from '../../contact/text.ts';
import { Reason } from '../../eligibility/decision.ts';
import { RecordId } from '../../identity/record-id.ts';
import { accept, type Refused, refuse } from '../../outcome.ts';
import { Role } from '../../roles.ts';
import type { FactsDecision, PersonFacts } from './person-facts.ts';

const WarningKind = z
  .enum(['risk-to-staff', 'infection', 'dog', 'access', 'other'])
  .meta({ id: 'WarningKind' });

const warningFields = {
  kind: WarningKind,
  text: freeText(1_000),
  /** Who saw or said it. */
  source: freeText(400),
  /** The day by which somebody asks whether it is still true. */
  reviewOn: CivilDate,
  /** The roles that may read it; left out, everybody who works on cases. */
  mayBeSeenBy: z.array(Role).min(1).max(10).optional(),
} as const;

export const NewWarning = z
  .strictObject({
    ...warningFields,
    /** A person is told what is held about them (UK GDPR art 13-14); where they are not, somebody
     * wrote down why, such as serious harm (Data Protection Act 2018 Sch 3). */
    personTold: z.discriminatedUnion('isTold', [
      z.strictObject({ isTold: z.literal(true), on: CivilDate }),
      z.strictObject({ isTold: z.literal(false), whyNot: Reason }),
    ]),
  })
  .meta({ id: 'NewWarning' });
export type NewWarning = z.infer<typeof NewWarning>;

export const WarningReview = z
  .strictObject({ finding: Reason, reviewOn: CivilDate })
  .meta({ id: 'WarningReview' });
export type WarningReview = z.infer<typeof WarningReview>;

export const WarningEnd = z.strictObject({ reason: Reason }).meta({ id: 'WarningEnd' });
export type WarningEnd = z.infer<typeof WarningEnd>;

/** A warning that is in force. */
export const WarningInForce = z
  .strictObject({
    ...warningFields,
    id: RecordId,
    recordedOn: CivilDate,
    recordedBy: z.string(),
    isPersonTold: z.boolean(),
    /** The task that asks for its review, once that is late. */
    reviewTask: z.strictObject({ caseId: RecordId, taskId: RecordId }).optional(),
  })
  .meta({ id: 'WarningInForce' });
export type WarningInForce = z.infer<typeof WarningInForce>;

// So many at once that more would hide each other.
const warningsMax = 20;
const rule = 'UK GDPR art 5(1)(c)-(e); Health and Safety at Work etc. Act 1974 s2';

/** What is met on a visit is no secret from those who visit. */
const metOnVisits: readonly NewWarning['kind'][] = ['risk-to-staff', 'infection', 'dog'];

/** Records a warning that is looked at again within twelve months, so that nobody is marked for life
 * (UK GDPR art 5(1)(d)-(e)). Refuses `invalid-input` for a review outside them, and for a danger that
 * those who visit could not read (Health and Safety at Work etc. Act 1974 s2). */
export function recordWarning(
  facts: PersonFacts,
  { id, input }: { readonly id: string; readonly input: NewWarning },
  moment: Moment,
): FactsDecision {
  const refused = wrongDay(input.reviewOn, moment) ?? wrongWarning(facts, input, moment);
  if (refused) return refused;
  const { personTold, ...warning } = input;
  const inForce: WarningInForce = {
    ...warning,
    id,
    recordedOn: moment.today,
    recordedBy: moment.actor.id,
    isPersonTold: personTold.isTold,
  };
  return accept({
    type: 'warning-recorded',
    body: { warningId: id, ...input, rule },
    next: { ...facts, warnings: [...facts.warnings, inForce] },
  });
}

/** Keeps a warning that is still true until a next review. */
export function reviewWarning(
  facts: PersonFacts,
  { id, input }: { readonly id: string; readonly input: WarningReview },
  moment: Moment,
): FactsDecision {
  const refused = unknownWarning(facts, id) ?? wrongDay(input.reviewOn, moment);
  if (refused) return refused;
  const { reviewOn } = input;
  const reviewed = ({ reviewTask: _over, ...warning }: WarningInForce) => ({
    ...warning,
    reviewOn,
  });
  return accept({
    type: 'warning-reviewed',
    body: { warningId: id, ...input, rule },
    next: {
      ...facts,
      warnings: facts.warnings.map((each) => (each.id === id ? reviewed(each) : each)),
    },
  });
}

/** Ends a warning that is true no more: from then on it stands in the history alone. */
export function endWarning(
  facts: PersonFacts,
  { id, input }: { readonly id: string; readonly input: WarningEnd },
): FactsDecision {
  const refused = unknownWarning(facts, id);
  if (refused) return refused;
  return accept({
    type: 'warning-ended',
    body: { warningId: id, ...input, rule },
    next: { ...facts, warnings: facts.warnings.filter((each) => each.id !== id) },
  });
}

export interface ShownWarning extends WarningInForce {
  /** The day of its review has passed: ask whether it is still true before relying on it. */
  readonly isOverdue: boolean;
}

/** The warnings that somebody in these roles may read, each with whether its review is late. */
export function warningsFor(
  { warnings }: PersonFacts,
  reader: { readonly roles: readonly Role[]; readonly today: CivilDate },
): ShownWarning[] {
  return warnings
    .filter(({ mayBeSeenBy }) => mayBeSeenBy?.some((role) => reader.roles.includes(role)) ?? true)
    .map((warning) => ({ ...warning, isOverdue: warning.reviewOn < reader.today }));
}

function unknownWarning(facts: PersonFacts, id: string): Refused | undefined {
  return facts.warnings.some((each) => each.id === id)
    ? undefined
    : refuse('not-found', 'No such warning is in force.');
}

function wrongDay(reviewOn: CivilDate, { today }: Moment): Refused | undefined {
  return reviewOn > today && reviewOn <= addMonths(today, 12)
    ? undefined
    : refuse('invalid-input', 'Review it after today and within twelve months.', '/reviewOn');
}

function wrongWarning(
  { warnings }: PersonFacts,
  { kind, mayBeSeenBy, personTold }: NewWarning,
  { today }: Moment,
): Refused | undefined {
  if (warnings.length >= warningsMax) {
    return refuse('limit-reached', `${warningsMax} warnings are in force: end some first.`);
  }
  if (metOnVisits.includes(kind) && mayBeSeenBy && !mayBeSeenBy.includes('practitioner')) {
    return refuse('invalid-input', 'Those who visit must be able to read this.', '/mayBeSeenBy');
  }
  return personTold.isTold && personTold.on > today
    ? refuse('invalid-input', 'That day is still to come.', '/personTold/on')
    : undefined;
}
