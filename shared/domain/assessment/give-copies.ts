import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { InformationFormat } from '../codes/accessible-information.ts';
import { lawOn } from '../codes/law-in-force.ts';
import { ShortText } from '../contact/text.ts';
import { accept, refuse } from '../outcome.ts';
import { needsInWords } from './needs-in-words.ts';
import type { RecordedAssessment } from './recorded-assessment.ts';

const Copy = z.discriminatedUnion('to', [
  z.strictObject({
    to: z.literal('person'),
    /** `letter`: the service writes to them in the way and format that they need. */
    how: z.enum(['letter', 'in-person']),
  }),
  z.strictObject({
    to: z.literal('other'),
    name: ShortText,
    relationship: ShortText,
    how: z.enum(['post', 'secure-email', 'in-person']),
    /** Nobody gets another's assessment unless it was asked for by them, or lawfully for them. */
    askedBy: z.enum(['person', 'lawful-representative']),
    askedOn: CivilDate,
  }),
]);

export const AssessmentCopies = z
  .strictObject({
    givenOn: CivilDate,
    format: z.enum(['plain', ...InformationFormat.options]).default('plain'),
    copies: z.array(Copy).min(1).max(20),
  })
  .meta({ id: 'AssessmentCopies' });
export type AssessmentCopies = z.infer<typeof AssessmentCopies>;

/** Records who got the assessment in writing: the person, their carer and anybody else for whom the
 * person asks it (Care Act 2014 s12(3), s12(4)). The person's own goes as a letter where that is
 * said. Refuses `wrong-stage` where there is no assessment, and `invalid-input` for a day to come or a
 * copy that was given before it was asked for. */
export function giveCopies(
  state: CaseState,
  input: AssessmentCopies,
  recorded: RecordedAssessment,
  moment: Moment,
): CaseDecision {
  if (input.givenOn > moment.today || input.givenOn < recorded.assessedOn) {
    const detail = `Copies are given from ${recorded.assessedOn}, the day of the assessment, up to today.`;
    return refuse('invalid-input', detail, '/givenOn');
  }
  const early = input.copies.findIndex((copy) => 'askedOn' in copy && copy.askedOn > input.givenOn);
  if (early >= 0) {
    const detail = 'A copy goes to somebody else only after it was asked for.';
    return refuse('invalid-input', detail, `/copies/${early}/askedOn`);
  }
  const isSent = input.copies.some(({ to, how }) => to === 'person' && how === 'letter');
  return accept({
    type: 'assessment-copied',
    body: {
      ...input,
      assessment: state.records.assessment,
      ...(isSent && { explanation: asLetter(recorded) }),
      rule: lawOn(input.givenOn, {
        careAct: 'Care Act 2014 s12(3), s12(4)',
        before: 'Fair access to care services, LAC(2002)13',
      }),
    },
    next: state,
  });
}

/** The assessment as paragraphs of a letter, which has no tables and no headings. */
function asLetter(recorded: RecordedAssessment): string[] {
  const { assessor, ownAccount, whatMatters, needs, optionsDiscussed } = recorded;
  return [
    `${assessor.name} assessed your needs.`,
    `You told us: ${ownAccount}`,
    `What matters to you: ${whatMatters}`,
    'What we found:',
    ...needsInWords(needs).map(({ about, found }) => `- ${about}: ${found.join(' ')}`),
    'What could help, and what you think of it:',
    ...optionsDiscussed.map(({ option, personsView }) => `- ${option}: ${personsView}`),
  ];
}
