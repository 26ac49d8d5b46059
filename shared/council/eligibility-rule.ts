import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import type { Council, EligibilityRule } from './schema.ts';

/** The rule by which the council decides adults' eligibility on a day. Refuses
 * `scheme-not-in-force` when the preset has none then, as an older preset has none after FACS ended
 * (1 April 2015). */
export function eligibilityRuleOn(council: Council, date: CivilDate): Outcome<EligibilityRule> {
  const rule = council.eligibility.find(
    ({ from, until }) => from <= date && (until === undefined || date <= until),
  );
  return rule === undefined
    ? refuse('scheme-not-in-force', `${council.name} has no eligibility scheme on ${date}.`)
    : accept(rule);
}

/** Whether a council may run in production: it decides by the Care Act alone and without an end,
 * the legal minimum in England (Care Act 2014 s13; SI 2015/313). */
export function isCareAct(council: Council): boolean {
  return (
    council.eligibility.every((rule) => rule.scheme === 'care-act-2014') &&
    council.eligibility.at(-1)?.until === undefined
  );
}
