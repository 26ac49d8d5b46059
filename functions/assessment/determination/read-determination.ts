import { accept } from '#shared/domain/outcome.ts';
import { everyCaseRole } from '../../cases/case-roles.ts';
import { caseDocument } from '../../cases/reading/case-document.ts';
import { determinationPage } from './determination-page.ts';
import { DeterminationSheet, sheetOf } from './determination-sheet.ts';

export const determinationDocument = caseDocument({
  name: 'determination',
  version: ({ records }) => records.determination,
  missing: 'Eligibility has not been decided.',
  answer: DeterminationSheet,
  forStaff: {
    tag: 'Assessment',
    roles: everyCaseRole,
    summary: 'The decision on eligibility with its reasons, to read or to print',
  },
  forPerson: {
    summary: 'Our decision about your eligible needs and why we took it, to read or to print',
  },
  sheetOf: (source) => accept(sheetOf(source)),
  pageOf: (sheet, _source, size) => determinationPage(sheet, size),
});
