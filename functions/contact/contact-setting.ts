import { eligibilityRuleOn } from '#shared/council/eligibility-rule.ts';
import type { Council } from '#shared/council/schema.ts';
import { viewOfScheme } from '#shared/domain/assessment/needs-found.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { ContactSetting } from '#shared/domain/contact/check-contact.ts';

/** What a contact of that day is checked against. An older preset decides nothing after FACS ended, and
 * then needs are taken down by whichever view they come in. */
export function contactSetting(
  council: Council,
  today: CivilDate,
  isPersonKnown: boolean,
): ContactSetting {
  const rule = eligibilityRuleOn(council, today);
  const view = rule.accepted ? viewOfScheme[rule.value.scheme] : undefined;
  return { today, view, isPersonKnown };
}
