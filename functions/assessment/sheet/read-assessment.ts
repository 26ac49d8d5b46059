import * as z from 'zod';
import { CaseParams, Id } from '#shared/contracts/case-answer.ts';
import { type Reply, residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import { ifYouDisagree } from '#shared/contracts/printed/if-you-disagree.ts';
import { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { answerPageOrJson } from '#shared/contracts/printed/write-page.ts';
import { loadForms } from '#shared/council/load/load-forms.ts';
import { RecordedAssessment } from '#shared/domain/assessment/recorded-assessment.ts';
import {
  AssessmentStatement,
  stateAssessment,
} from '#shared/domain/assessment/state-assessment.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { refuse } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { everyCaseRole } from '../../cases/case-roles.ts';
import { readOwnCase } from '../../cases/own-case.ts';
import type { Ports } from '../../ports.ts';
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

type ReadingPorts = Pick<Ports, 'cases' | 'people' | 'council'>;

const shared = {
  method: 'GET',
  params: CaseParams,
  query: z.strictObject({ size: PrintSize.default('standard') }),
  answer: AssessmentSheet,
  answersPageToo: true,
} as const;

export const readAssessment = staffOperation({
  ...shared,
  id: 'read-assessment',
  path: '/cases/{caseId}/assessment',
  tag: 'Assessment',
  roles: everyCaseRole,
  summary: 'The assessment that stands, to read or to print',
  async handle(request, ports: ReadingPorts) {
    const last = await ports.cases.last(request.params.caseId);
    return last ? show(last, request, ports) : refuse('not-found', 'There is no such case.');
  },
});

export const readMyAssessment = residentOperation({
  ...shared,
  id: 'read-my-assessment',
  path: '/my/cases/{caseId}/assessment',
  tag: 'My case',
  summary: 'What you and we said in your assessment, to read or to print',
  async handle(request, ports: ReadingPorts) {
    const last = await readOwnCase(request.params.caseId, request.caller.personId, ports);
    return last.accepted ? show(last.value, request, ports) : last;
  },
});

interface Reading {
  readonly query: { readonly size: PrintSize };
  readonly headers: Readonly<Record<string, string | undefined>>;
}

async function show(
  { aggregateId, after }: RecordedEvent<CaseState>,
  { query, headers }: Reading,
  { cases, people, council }: ReadingPorts,
): Promise<Reply> {
  const version = after.records.assessment;
  if (version === undefined) return refuse('not-found', 'Needs have not been assessed.');
  const [event, person, forms] = await Promise.all([
    cases.at(aggregateId, version),
    people.last(after.personId),
    loadForms(council),
  ]);
  if (!event) throw new Error(`event ${version} of a case is missing`);
  const recorded = RecordedAssessment.parse(event.body);
  const form = forms.find((each) => each.version === recorded.form?.version);
  const details = person?.after.details;
  const sheet: AssessmentSheet = {
    caseId: aggregateId,
    version,
    council: council.name,
    phone: council.contacts.adultSocialCarePhone,
    person: details ? `${details.givenName} ${details.familyName}` : null,
    reference: after.receipt,
    ...stateAssessment(recorded, form),
    ifYouDisagree: [
      ...ifYouDisagree(council.contacts.adultSocialCarePhone, council.secondLookWithin),
    ],
  };
  return answerPageOrJson(sheet, headers, () => assessmentPage(sheet, query.size));
}
