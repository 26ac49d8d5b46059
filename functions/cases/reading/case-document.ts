import * as z from 'zod';
import { CaseParams } from '#shared/contracts/case-answer.ts';
import {
  type Operation,
  type Page,
  type Reply,
  residentOperation,
  staffOperation,
} from '#shared/contracts/operation.ts';
import { ifYouDisagree } from '#shared/contracts/printed/if-you-disagree.ts';
import { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { answerPageOrJson } from '#shared/contracts/printed/write-page.ts';
import type { Council } from '#shared/council/schema.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { type Outcome, refuse } from '#shared/domain/outcome.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { Ports } from '../../ports.ts';
import { readOwnCase } from '../own-case.ts';

/** What a document is drawn up from: the case, the event that holds the record, and whose it is. */
export interface DocumentSource {
  readonly state: CaseState;
  readonly event: RecordedEvent<CaseState>;
  /** Other events of the case that the document tells of. */
  readonly others: readonly RecordedEvent<CaseState>[];
  readonly personName: string | null;
  readonly council: Council;
  /** Whom to call, and how to question what is written. */
  readonly phone: string;
  readonly ifYouDisagree: readonly string[];
}

interface CaseDocument<Sheet> {
  /** The last part of its paths, and of its operations' ids. */
  readonly name: string;
  /** The event that holds it. */
  readonly version: (state: CaseState) => number | undefined;
  /** Other events that it tells of, such as the version before it. */
  readonly others?: (state: CaseState) => readonly (number | undefined)[];
  /** Said where the case has no such record. */
  readonly missing: string;
  readonly answer: z.ZodType<Sheet>;
  readonly forStaff: {
    readonly tag: string;
    readonly summary: string;
    readonly roles: readonly [Role, ...Role[]];
  };
  readonly forPerson: { readonly summary: string };
  readonly sheetOf: (source: DocumentSource) => Outcome<Sheet> | Promise<Outcome<Sheet>>;
  readonly pageOf: (sheet: Sheet, source: DocumentSource, size: PrintSize) => Page;
}

interface Reading {
  readonly query: { readonly size: PrintSize };
  readonly headers: Readonly<Record<string, string | undefined>>;
}

type ReadingPorts = Pick<Ports, 'cases' | 'people' | 'council'>;

/** The operations by which staff, and the person whom it is about, read a record of a case as a document:
 * JSON for programs, and for a browser a page to print. */
export function caseDocument<Sheet>(document: CaseDocument<Sheet>): readonly Operation<Ports>[] {
  const { name, answer, forStaff, forPerson } = document;
  const shared = {
    method: 'GET',
    params: CaseParams,
    query: z.strictObject({ size: PrintSize.default('standard') }),
    answer,
    answersPageToo: true,
  } as const;
  return [
    staffOperation({
      ...shared,
      ...forStaff,
      id: `read-${name}`,
      path: `/cases/{caseId}/${name}`,
      async handle(request, ports: Ports) {
        const last = await ports.cases.last(request.params.caseId);
        if (!last) return refuse('not-found', 'There is no such case.');
        return show(document, last, request, ports);
      },
    }),
    residentOperation({
      ...shared,
      ...forPerson,
      id: `read-my-${name}`,
      path: `/my/cases/{caseId}/${name}`,
      tag: 'My case',
      async handle(request, ports: Ports) {
        const last = await readOwnCase(request.params.caseId, request.caller.personId, ports);
        return last.accepted ? show(document, last.value, request, ports) : last;
      },
    }),
  ];
}

async function show<Sheet>(
  { version: versionOf, others, missing, sheetOf, pageOf }: CaseDocument<Sheet>,
  { aggregateId, after: state }: RecordedEvent<CaseState>,
  { query, headers }: Reading,
  { cases, people, council }: ReadingPorts,
): Promise<Reply> {
  const version = versionOf(state);
  if (version === undefined) return refuse('not-found', missing);
  const beside = (others?.(state) ?? []).filter((each) => each !== undefined);
  const [events, known] = await Promise.all([
    cases.atMany(aggregateId, [...new Set([version, ...beside])]),
    people.last(state.personId),
  ]);
  const event = events.find(({ sequence }) => sequence === version);
  if (!event) throw new Error(`event ${version} of a case is missing`);
  const person = known?.after.details;
  const phone = council.contacts.adultSocialCarePhone;
  const source: DocumentSource = {
    state,
    event,
    others: events.filter(({ sequence }) => beside.includes(sequence)),
    personName: person ? `${person.givenName} ${person.familyName}` : null,
    council,
    phone,
    ifYouDisagree: ifYouDisagree(phone, council.secondLookWithin),
  };
  const sheet = await sheetOf(source);
  if (!sheet.accepted) return sheet;
  return answerPageOrJson(sheet.value, headers, () => pageOf(sheet.value, source, query.size));
}
