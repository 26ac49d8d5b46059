import * as z from 'zod';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonParams } from '#shared/contracts/person-answer.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { detailFields } from '#shared/domain/person/person-details.ts';
import type { PersonState } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';

/** What the body of an event may tell, whichever event it is. */
const Told = z.object({
  reason: z.string().optional(),
  /** The fields that were changed, with what stood there before and after. */
  changed: z
    .array(z.strictObject({ field: z.enum(detailFields), from: z.unknown(), to: z.unknown() }))
    .optional(),
  /** The other record, where the event is about two. */
  other: z.string().optional(),
  merged: z.string().optional(),
  into: z.string().optional(),
  contactId: z.string().optional(),
});

const HistoryEntry = Told.extend({
  event: z.int().positive(),
  at: z.iso.datetime(),
  type: z.string(),
  by: z.strictObject({ id: z.string(), role: z.string() }),
}).strict();

const PersonHistory = z
  .strictObject({ entries: z.array(HistoryEntry), after: z.int().optional() })
  .meta({ id: 'PersonHistory' });

export const readPersonHistory = staffOperation({
  id: 'read-person-history',
  method: 'GET',
  path: '/people/{personId}/history',
  tag: 'People',
  roles: everyCaseRole,
  summary: 'Who changed what in a person’s record and when, oldest first, a page at a time',
  params: PersonParams,
  query: z.strictObject({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: PersonHistory,
  async handle({ params, query }, ports: Pick<Ports, 'people'>) {
    const { events, hasMore } = await ports.people.page(params.personId, query.after, query.limit);
    if (events.length === 0 && query.after === 0) {
      return refuse('not-found', 'There is no such person.');
    }
    const last = events.at(-1);
    return accept({
      status: 200,
      body: { entries: events.map(toEntry), ...(hasMore && last ? { after: last.sequence } : {}) },
    });
  },
});

function toEntry(event: RecordedEvent<PersonState>): z.infer<typeof HistoryEntry> {
  const { sequence, at, type, actor } = event;
  return { event: sequence, at, type, by: actor, ...Told.safeParse(event.body).data };
}
