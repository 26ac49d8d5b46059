import * as z from 'zod';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept } from '#shared/domain/outcome.ts';
import {
  DisagreementInWords,
  disagreementInWords,
} from '#shared/domain/plan/statement/disagreement-in-words.ts';
import {
  PlanStatement,
  RecordedPlan,
  statePlan,
} from '#shared/domain/plan/statement/state-plan.ts';
import { PlanToCompare } from '#shared/domain/plan/versions/compare-plans.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { everyCaseRole } from '../../cases/case-roles.ts';
import { caseDocument, type DocumentSource } from '../../cases/reading/case-document.ts';
import { DocumentHead, headOf } from '../../cases/reading/document-head.ts';
import { planPage } from './plan-page.ts';
import { standingOf } from './standing-of-plan.ts';

/** A plan as a document, with whose it is and whom to ask. */
export const PlanSheet = z
  .strictObject({
    ...DocumentHead.shape,
    /** How far it is on its way, in words. */
    standing: z.string(),
    ...PlanStatement.shape,
    /** What the person does not agree with; null where they agree, or have not said. */
    disagreement: DisagreementInWords.nullable(),
  })
  .meta({ id: 'PlanSheet' });
export type PlanSheet = z.infer<typeof PlanSheet>;

const document = {
  answer: PlanSheet,
  pageOf: (sheet: PlanSheet, _source: DocumentSource, size: Parameters<typeof planPage>[1]) =>
    planPage(sheet, size),
};
const forStaff = { tag: 'Support planning', roles: everyCaseRole };

/** The newest plan, and beside it the one that is carried out, which goes on until the new one starts. */
export const planDocuments = [
  ...caseDocument({
    ...document,
    name: 'plan',
    version: ({ records }) => records.plan,
    others: (state) => Object.values(toldOfNewest(state)),
    sheetOf: (source) => accept(sheetOf(source, toldOfNewest(source.state))),
    missing: 'No support plan has been written.',
    forStaff: {
      ...forStaff,
      summary:
        'The newest support plan and what changed since the version before, to read or print',
    },
    forPerson: { summary: 'Your newest support plan and what it costs, to read or to print' },
  }),
  ...caseDocument({
    ...document,
    name: 'live-plan',
    version: ({ live }) => live?.planVersion,
    others: (state) => Object.values(toldOfLive(state)),
    sheetOf: (source) => accept(sheetOf(source, toldOfLive(source.state))),
    missing: 'No support has started under a plan.',
    forStaff: {
      ...forStaff,
      summary: 'The support plan that is carried out now, while another is being written too',
    },
    forPerson: { summary: 'The support plan that you have now, while a new one is written too' },
  }),
];

/** The events that tell more of a plan: the version before it, and what the person said of it. */
interface Told {
  readonly before?: number | undefined;
  readonly atHome?: number | undefined;
  readonly answer?: number | undefined;
}

function toldOfNewest({ plan, planDisagreement, records }: CaseState): Told {
  const atHome = planDisagreement ?? plan?.saidAtHome;
  const { 'plan-agreement': answer = 0 } = records;
  const isAnswered = plan !== null && answer > plan.version;
  return { before: plan?.before, atHome, answer: isAnswered ? answer : undefined };
}

/** What is another than before is read in the newest, and side by side. */
function toldOfLive(state: CaseState): Told {
  const { live, plan } = state;
  if (live?.disagreed || live?.planVersion !== plan?.version) {
    return { atHome: live?.disagreed?.saidAtHome, answer: live?.disagreed?.agreement };
  }
  // A plan that started before its disagreement was kept beside it.
  const { atHome, answer } = toldOfNewest(state);
  return { atHome, answer };
}

function sheetOf(source: DocumentSource, told: Told): PlanSheet {
  const { state, event, others } = source;
  const find = (version: number | undefined) => others.find(({ sequence }) => sequence === version);
  const earlier = find(told.before);
  return {
    ...headOf(source),
    standing: standingOf(state, event.sequence),
    ...statePlan(RecordedPlan.parse(event.body), earlier && PlanToCompare.parse(earlier.body)),
    disagreement: disagreementInWords(said(find(told.atHome)), said(find(told.answer))),
  };
}

function said(event: RecordedEvent<CaseState> | undefined) {
  return event && { on: civilDateInLondon(event.at), body: event.body };
}
