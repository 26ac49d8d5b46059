import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import { loadForms } from '#shared/council/load/load-forms.ts';
import { RecordedAssessment } from '#shared/domain/assessment/recorded-assessment.ts';
import {
  AssessmentStatement,
  stateAssessment,
} from '#shared/domain/assessment/state-assessment.ts';
import { accept } from '#shared/domain/outcome.ts';
import { everyCaseRole } from '../../cases/case-roles.ts';
import { caseDocument } from '../../cases/reading/case-document.ts';
import { assessmentPage } from './assessment-page.ts';

/** An assessment as a document, with whose it is and whom to ask. */
export const AssessmentSheet = z
  .strictObject({
    caseId: Id,
    /** The version of the record that it is. */
    version: z.int().positive(),
    council: z.string(),
    phone: z.string(),
    person: z.string().nullable(),
    reference: z.string().nullable(),
    ...AssessmentStatement.shape,
    ifYouDisagree: z.array(z.string()),
  })
  .meta({ id: 'AssessmentSheet' });
export type AssessmentSheet = z.infer<typeof AssessmentSheet>;

export const assessmentDocument = caseDocument({
  name: 'assessment',
  version: ({ records }) => records.assessment,
  missing: 'Needs have not been assessed.',
  answer: AssessmentSheet,
  forStaff: {
    tag: 'Assessment',
    roles: everyCaseRole,
    summary: 'The assessment that stands, to read or to print',
  },
  forPerson: { summary: 'What you and we said in your assessment, to read or to print' },
  async sheetOf({ state, event, council, phone, personName, ifYouDisagree }) {
    const recorded = RecordedAssessment.parse(event.body);
    const forms = await loadForms(council);
    const form = forms.find((each) => each.version === recorded.form?.version);
    return accept({
      caseId: event.aggregateId,
      version: event.sequence,
      council: council.name,
      phone,
      person: personName,
      reference: state.receipt,
      ...stateAssessment(recorded, form),
      ifYouDisagree: [...ifYouDisagree],
    });
  },
  pageOf: (sheet, _source, size) => assessmentPage(sheet, size),
});
