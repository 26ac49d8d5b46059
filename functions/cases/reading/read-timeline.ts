import * as z from 'zod';
import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { type CaseState, RecordName } from '#shared/domain/case/case-state.ts';
import { Stage, stageOf } from '#shared/domain/case/stage.ts';
import { DeskStep } from '#shared/domain/case/tasks/desk-task.ts';
import { Step } from '#shared/domain/journey/steps.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { Ports } from '../../ports.ts';
import { everyCaseRole } from '../case-roles.ts';

const eventsMax = 100;

const TimelineEntry = z.strictObject({
  event: z.int().positive(),
  at: z.iso.datetime(),
  type: z.string(),
  by: z.strictObject({ id: z.string(), role: z.string() }),
  /** The stage that the event left the case in. */
  stage: Stage,
  /** The law or policy behind a decision, where the event is one. */
  rule: z.string().optional(),
  /** The national code of a decision's outcome. */
  outcome: z.string().optional(),
  /** The step that people were waited for, where the event is about its task. */
  step: z.union([Step, DeskStep]).optional(),
  /** How often the case has changed hands, where this event was one of the times. */
  handOffs: z.int().positive().optional(),
  /** What the person was told on how to come back, where the event ended something. */
  howToComeBack: z.string().optional(),
});

const Timeline = z
  .strictObject({ entries: z.array(TimelineEntry), after: z.int().optional() })
  .meta({ id: 'Timeline' });

const Told = TimelineEntry.pick({ rule: true, outcome: true, step: true, howToComeBack: true });
const HandOff = z.looseObject({ isHandOff: z.literal(true), handOffs: z.int().positive() });

export const readTimeline = staffOperation({
  id: 'read-timeline',
  method: 'GET',
  path: '/cases/{caseId}/timeline',
  tag: 'Cases',
  roles: everyCaseRole,
  summary: 'What happened to a case, oldest first, a page at a time',
  params: CaseParams,
  query: z.strictObject({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(eventsMax).default(50),
  }),
  answer: Timeline,
  async handle({ params, query }, ports: Pick<Ports, 'cases'>) {
    const { events, hasMore } = await ports.cases.page(params.caseId, query.after, query.limit);
    if (events.length === 0 && query.after === 0) {
      return refuse('not-found', 'There is no such case.');
    }
    const last = events.at(-1);
    return accept({
      status: 200,
      body: { entries: events.map(toEntry), ...(hasMore && last ? { after: last.sequence } : {}) },
    });
  },
});

function toEntry(event: RecordedEvent<CaseState>): z.infer<typeof TimelineEntry> {
  return {
    event: event.sequence,
    at: event.at,
    type: event.type,
    by: event.actor,
    stage: stageOf(event.after),
    ...Told.strip().safeParse(event.body).data,
    ...handOffsOf(event),
  };
}

function handOffsOf({ body }: RecordedEvent<CaseState>): { handOffs?: number } {
  const handOff = HandOff.safeParse(body).data;
  return handOff ? { handOffs: handOff.handOffs } : {};
}

const RecordView = z
  .strictObject({
    record: RecordName,
    version: z.int().positive(),
    at: z.iso.datetime(),
    by: z.strictObject({ id: z.string(), role: z.string() }),
    body: z.unknown(),
  })
  .meta({ id: 'RecordView' });

export const readRecord = staffOperation({
  id: 'read-record',
  method: 'GET',
  path: '/cases/{caseId}/records/{record}',
  tag: 'Cases',
  roles: everyCaseRole,
  summary: 'The newest version of one record of a case; its ETag is what If-Match asks for',
  params: CaseParams.extend({ record: RecordName }),
  query: NoQuery,
  answer: RecordView,
  async handle({ params }, ports: Pick<Ports, 'cases' | 'contacts'>) {
    const last = await ports.cases.last(params.caseId);
    const version = last?.after.records[params.record];
    if (!last || version === undefined) return refuse('not-found', 'There is no such record.');
    const event =
      params.record === 'contact'
        ? await ports.contacts.at(last.after.contactId, 1)
        : await ports.cases.at(params.caseId, version);
    if (!event) throw new Error(`event ${version} of a case is missing`);
    return accept({
      status: 200,
      version,
      body: {
        record: params.record,
        version,
        at: event.at,
        by: event.actor,
        body: event.body,
      },
    });
  },
});
