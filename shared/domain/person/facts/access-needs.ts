import * as z from 'zod';
import { addMonths, CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import { AccessNeeds } from '../../codes/accessible-information.ts';
import { ShortText } from '../../contact/text.ts';
import { Reason } from '../../eligibility/decision.ts';
import { accept, refuse } from '../../outcome.ts';
import type { FactsDecision, PersonFacts } from './person-facts.ts';

/** The steps of the Accessible Information Standard (DAPB1605) for one person: needs are identified by
 * asking, recorded in its codes, flagged with every case, shared where the person agrees, and met. */
const standard = {
  needs: AccessNeeds,
  identifiedBy: z.enum(['person-said', 'carer-or-family-said', 'professional-said', 'seen']),
  language: ShortText.default('English'),
  needsInterpreter: z.boolean().default(false),
  sharing: z.strictObject({
    personAgrees: z.boolean(),
    with: z.array(ShortText).max(12),
  }),
  met: z.strictObject({ areMet: z.boolean(), how: Reason }).nullable(),
  /** The day by which the person is asked again. */
  reviewOn: CivilDate,
} as const;

export const AccessNeedsRecord = z.strictObject(standard).meta({ id: 'AccessNeedsRecord' });
export type AccessNeedsRecord = z.infer<typeof AccessNeedsRecord>;

/** The needs as they stand. What came in with a contact alone has not been gone through with the
 * person yet, and has no day of review. */
export const AccessNeedsOnRecord = z
  .strictObject({
    ...standard,
    identifiedBy: z.enum([...standard.identifiedBy.options, 'contact']),
    sharing: standard.sharing.nullable(),
    recordedOn: CivilDate,
    reviewOn: CivilDate.nullable(),
  })
  .meta({ id: 'AccessNeedsOnRecord' });
export type AccessNeedsOnRecord = z.infer<typeof AccessNeedsOnRecord>;

/** Records what somebody needs so as to be reached, informed and understood. Refuses `invalid-input`
 * for sharing without agreement (UK GDPR art 6, 9), and for a review after more than a year. */
export function recordAccessNeeds(
  facts: PersonFacts,
  input: AccessNeedsRecord,
  moment: Moment,
): FactsDecision {
  const { today } = moment;
  if (!input.sharing.personAgrees && input.sharing.with.length > 0) {
    return refuse('invalid-input', 'Nothing is shared without agreement.', '/sharing/with');
  }
  if (input.reviewOn <= today || input.reviewOn > addMonths(today, 12)) {
    return refuse('invalid-input', 'Ask again after today and within a year.', '/reviewOn');
  }
  return accept({
    type: 'access-needs-recorded',
    body: { ...input, rule: 'DAPB1605; Equality Act 2010 s20(6)' },
    next: { ...facts, accessNeeds: { ...input, recordedOn: today } },
  });
}

export interface ToldAtContact {
  readonly accessNeeds?: AccessNeeds | undefined;
  readonly language: string;
  readonly needsInterpreter: boolean;
}

/** Whether a contact tells of any. */
export function hasAccessNeeds(told: ToldAtContact): boolean {
  return told.accessNeeds !== undefined || told.needsInterpreter || !isEnglish(told.language);
}

/** Whether that is what everybody here is written and spoken to in, by its name or its tag. */
export function isEnglish(language: string): boolean {
  return ['english', 'en', 'en-gb'].includes(language.toLowerCase());
}

/** The needs as a contact tells them. */
function accessNeedsOfContact(
  told: ToldAtContact,
  recordedOn: CivilDate,
): AccessNeedsOnRecord | null {
  if (!hasAccessNeeds(told)) return null;
  const { accessNeeds, language, needsInterpreter } = told;
  return {
    needs: accessNeeds ?? AccessNeeds.parse({}),
    identifiedBy: 'contact',
    language,
    needsInterpreter,
    sharing: null,
    met: null,
    recordedOn,
    reviewOn: null,
  };
}

/** The needs on record with what a contact adds to them, or undefined where it adds nothing. A contact
 * takes nothing away: that is for whoever goes through them with the person. */
export function accessNeedsTold(
  known: AccessNeedsOnRecord | null,
  contact: ToldAtContact,
  recordedOn: CivilDate,
): AccessNeedsOnRecord | undefined {
  const told = accessNeedsOfContact(contact, recordedOn);
  if (!known || !told) return told ?? undefined;
  const next = {
    ...known,
    needs: AccessNeeds.parse({
      contactMethods: both(known.needs.contactMethods, told.needs.contactMethods),
      informationFormats: both(known.needs.informationFormats, told.needs.informationFormats),
      professionals: both(known.needs.professionals, told.needs.professionals),
      support: both(known.needs.support, told.needs.support),
      inWords: told.needs.inWords ?? known.needs.inWords,
    }),
    language: isEnglish(told.language) ? known.language : told.language,
    needsInterpreter: known.needsInterpreter || told.needsInterpreter,
  };
  const before = { ...known, needs: AccessNeeds.parse(known.needs) };
  if (JSON.stringify(next) === JSON.stringify(before)) return undefined;
  return { ...next, met: null, recordedOn };
}

function both<Code>(known: readonly Code[], told: readonly Code[]): Code[] {
  return [...new Set([...known, ...told])];
}
