import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import { AccommodationStatus } from '../../codes/accommodation-status.ts';
import { EmploymentStatus } from '../../codes/employment-status.ts';
import { SupportReason } from '../../codes/support-reasons.ts';
import { accept, refuse } from '../../outcome.ts';
import type { FactsDecision, PersonFacts } from './person-facts.ts';

const since = <Code extends z.ZodType>(code: Code) =>
  z.array(z.strictObject({ code, from: CivilDate }));

/** What the national return asks of a person's circumstances (Client Level Data, release 2): each
 * status with the day since which it is so, the earliest first. */
export const Circumstances = z
  .strictObject({
    accommodation: since(AccommodationStatus),
    employment: since(EmploymentStatus),
    'primary-support-reason': since(SupportReason),
  })
  .meta({ id: 'Circumstances' });
export type Circumstances = z.infer<typeof Circumstances>;

const common = {
  from: CivilDate,
  /** Who said so. */
  source: z.string().trim().min(1).max(400),
} as const;

export const CircumstanceRecord = z
  .discriminatedUnion('circumstance', [
    z.strictObject({
      circumstance: z.literal('accommodation'),
      code: AccommodationStatus,
      ...common,
    }),
    z.strictObject({ circumstance: z.literal('employment'), code: EmploymentStatus, ...common }),
    z.strictObject({
      circumstance: z.literal('primary-support-reason'),
      code: SupportReason,
      ...common,
    }),
  ])
  .meta({ id: 'CircumstanceRecord' });
export type CircumstanceRecord = z.infer<typeof CircumstanceRecord>;

// The newest stay: more than these is a history that the events tell.
const keptMax = 20;

/** Records since when something is so. A second record of the same day corrects the first; one of an
 * earlier day takes its place in the history. Refuses `invalid-input` for a day to come, and
 * `already-recorded` where it says nothing new. */
export function recordCircumstance(
  facts: PersonFacts,
  record: CircumstanceRecord,
  moment: Moment,
): FactsDecision {
  if (record.from > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/from');
  }
  const { circumstances } = facts;
  const known = circumstances[record.circumstance].find(({ from }) => from === record.from);
  if (known?.code === record.code) {
    return refuse('already-recorded', 'This stands on record since that day.');
  }
  return accept({
    type: 'circumstance-recorded',
    body: { ...record, replaces: known?.code ?? null, source: record.source },
    next: { ...facts, circumstances: withRecorded(circumstances, record) },
  });
}

function withRecorded(circumstances: Circumstances, record: CircumstanceRecord): Circumstances {
  switch (record.circumstance) {
    case 'accommodation':
      return { ...circumstances, accommodation: inOrder(circumstances.accommodation, record) };
    case 'employment':
      return { ...circumstances, employment: inOrder(circumstances.employment, record) };
    case 'primary-support-reason':
      return {
        ...circumstances,
        'primary-support-reason': inOrder(circumstances['primary-support-reason'], record),
      };
  }
}

function inOrder<Code>(
  history: readonly { code: Code; from: CivilDate }[],
  { code, from }: { readonly code: Code; readonly from: CivilDate },
): { code: Code; from: CivilDate }[] {
  return [...history.filter((each) => each.from !== from), { code, from }]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .slice(-keptMax);
}
