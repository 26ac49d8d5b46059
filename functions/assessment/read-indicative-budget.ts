import {
  IndicativeBudgetSheet,
  writeIndicativeBudgetPage,
} from '#shared/contracts/allocation/indicative-budget-page.ts';
import { RecordedIndication, stateIndication } from '#shared/domain/allocation/state-indication.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { caseDocument } from '../cases/reading/case-document.ts';

const missing = 'There is no indicative budget that stands.';

export const indicativeBudgetDocument = caseDocument({
  name: 'indicative-budget',
  version: ({ records }) => records.allocation,
  missing,
  answer: IndicativeBudgetSheet,
  forStaff: {
    tag: 'Assessment',
    roles: ['adviser', 'practitioner', 'team-manager', 'finance-officer', 'budget-manager'],
    summary: 'The indicative budget as the person gets it, to read or to print',
  },
  forPerson: { summary: 'See your indicative budget and what it rests on' },
  sheetOf({ state, event, personName, ifYouDisagree }) {
    // One that a second look set aside stands no longer, though its event is still there.
    if (state.allocation === null) return refuse('not-found', missing);
    return accept({
      ...stateIndication(RecordedIndication.parse(event.body), civilDateInLondon(event.at)),
      person: personName,
      reference: state.receipt,
      ifYouDisagree: [...ifYouDisagree],
    });
  },
  pageOf: (sheet, { council, phone }, size) =>
    writeIndicativeBudgetPage(sheet, { councilName: council.name, phone }, size),
});
