import { writeStatementPage } from '#shared/contracts/charging/statement-page.ts';
import { ChargeStatement } from '#shared/domain/charging/statement/charge-statement.ts';
import { AssessedCharge } from '#shared/domain/finances/assessed-charge.ts';
import { stateAssessed } from '#shared/domain/finances/explain-charge.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { caseDocument } from '../cases/reading/case-document.ts';

export const chargeStatementDocument = caseDocument({
  name: 'charge-statement',
  version: ({ records }) => records.finances,
  missing: 'Finances have not been assessed.',
  answer: ChargeStatement,
  forStaff: {
    tag: 'Charging',
    roles: ['finance-officer', 'finance-approver'],
    summary: 'What a person pays, line by line with rule, rate and evidence, to read or to print',
  },
  forPerson: {
    summary: 'What you pay for your care and how it was worked out, to read or to print',
  },
  sheetOf({ event, personName }) {
    const assessed = AssessedCharge.safeParse(event.body).data;
    return assessed
      ? accept(stateAssessed(assessed, personName ?? ''))
      : refuse('not-found', 'The contribution is a decision by hand, and no sum was worked.');
  },
  pageOf: (statement, { council, phone, ifYouDisagree }, size) =>
    writeStatementPage(statement, { councilName: council.name, phone, ifYouDisagree }, size),
});
