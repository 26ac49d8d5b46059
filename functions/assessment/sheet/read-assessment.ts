import * as z from 'zod';
import { loadForms } from '#shared/council/load/load-forms.ts';
import { RecordedAssessment } from '#shared/domain/assessment/recorded-assessment.ts';
import {
  AssessmentStatement,
  stateAssessment,
} from '#shared/domain/assessment/state-assessment.ts';
import { accept } from '#shared/domain/outcome.ts';
import { everyCaseRole } from '../../cases/case-roles.ts';
import { caseDocument } from '../../cases/reading/case-document.ts';
import { DocumentHead, headOf } from '../../cases/reading/document-head.ts';
import { assessmentPage } from './assessment-page.ts';

/** An assessment as a document, with whose it is and whom to ask. */
export const AssessmentSheet = z
  .strictObject({
    ...DocumentHead.shape,
    ...AssessmentStatement.shape,
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
  async sheetOf(source) {
    const { event, council } = source;
    const recorded = RecordedAssessment.parse(event.body);
    const forms = await loadForms(council);
    const form = forms.find((each) => each.version === recorded.form?.version);
    return accept({
      ...headOf(source),
      ...stateAssessment(recorded, form),
    });
  },
  pageOf: (sheet, _source, size) => assessmentPage(sheet, size),
});
