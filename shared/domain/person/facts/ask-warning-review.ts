import { addDays, type CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import type { FactsChange, PersonFacts } from './person-facts.ts';
import type { WarningInForce } from './warning.ts';

/** The first day on which the review of a warning is late and nobody has been asked for it; null where
 * there is none to come. */
export function warningReviewDue({ warnings }: Pick<PersonFacts, 'warnings'>): CivilDate | null {
  const days = warnings.flatMap(({ reviewOn, reviewTask }) => (reviewTask ? [] : [reviewOn]));
  const first = days.sort()[0];
  return first === undefined ? null : addDays(first, 1);
}

interface Asking {
  /** The case whose people are asked. */
  readonly caseId: string;
  readonly taskIdOf: (warning: WarningInForce) => string;
}

/** Asks for every review that is late, once each: a warning that nobody looks at marks somebody for
 * longer than it is true (UK GDPR art 5(1)(d)-(e)). Undefined where none is late. */
export function askForWarningReviews(
  facts: PersonFacts,
  { caseId, taskIdOf }: Asking,
  { today }: Pick<Moment, 'today'>,
): FactsChange | undefined {
  const late = facts.warnings.filter(
    ({ reviewOn, reviewTask }) => reviewOn < today && reviewTask === undefined,
  );
  if (late.length === 0) return undefined;
  const asked = (warning: WarningInForce): WarningInForce => {
    return { ...warning, reviewTask: { caseId, taskId: taskIdOf(warning) } };
  };
  return {
    type: 'warning-review-asked',
    body: {
      caseId,
      warnings: late.map(({ id, reviewOn }) => ({ warningId: id, reviewOn })),
      rule: 'UK GDPR art 5(1)(d)-(e)',
    },
    next: {
      ...facts,
      warnings: facts.warnings.map((each) => (late.includes(each) ? asked(each) : each)),
    },
  };
}
