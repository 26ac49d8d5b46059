import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import type { CaseState } from '../../case/case-state.ts';
import type { CaseDecision, Moment } from '../../case/change.ts';
import { RecordId } from '../../identity/record-id.ts';
import { accept, refuse } from '../../outcome.ts';
import { PlanWriter } from '../plan-author.ts';
import { planningLaw } from '../planning-law.ts';

/** All who may write besides the person: whoever is left out may not any more. */
export const PlanWriters = z
  .strictObject({
    writers: z.array(PlanWriter).max(5),
    allowedBy: z.enum(['person', 'lawful-decision-maker']),
    allowedOn: CivilDate,
  })
  .meta({
    id: 'PlanWriters',
    examples: [
      {
        writers: [
          {
            personId: 'person00000000000002',
            as: { kind: 'family-or-friend', name: 'Mabel Lanternby', relationship: 'wife' },
          },
        ],
        allowedBy: 'person',
        allowedOn: '2026-04-06',
      },
    ],
  });
export type PlanWriters = z.infer<typeof PlanWriters>;

export const PlanWriterStopped = z
  .strictObject({ personId: RecordId })
  .meta({ id: 'PlanWriterStopped' });
export type PlanWriterStopped = z.infer<typeof PlanWriterStopped>;

/** Names who may write at the plan with the person, or for them: whom the person asks to be involved, or
 * whoever decides in their place where they lack capacity for it (Care Act 2014 s25(3)). Refuses
 * `capacity-check-needed`, and `not-found` for whoever is not on record, because nobody could sign in as them. */
export function nameWriters(
  state: CaseState,
  input: PlanWriters,
  onRecord: readonly string[],
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const unknown = input.writers.findIndex(({ personId }) => !onRecord.includes(personId));
  if (unknown !== -1) {
    const pointer = `/writers/${unknown}/personId`;
    return refuse('not-found', 'Nobody is on record by that id: register them first.', pointer);
  }
  if (input.allowedOn > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/allowedOn');
  }
  const isTheirs = input.allowedBy === 'person';
  if (isTheirs !== maySpeakForThemselves(state)) {
    const detail = isTheirs
      ? 'The person lacks capacity to decide on the plan: name who decides for them.'
      : 'Nobody lets others write for a person whose lack of capacity for this is not recorded.';
    return refuse('capacity-check-needed', detail, '/allowedBy');
  }
  return accept({
    type: 'plan-writers-named',
    body: { ...input, rule: planningLaw('plan', moment.today) },
    next: { ...state, planWriters: input.writers },
  });
}

/** The person's own word that somebody writes at their plan no longer. Refuses `not-found`. */
export function stopWriter(
  state: CaseState,
  { personId }: PlanWriterStopped,
  moment: Moment,
): CaseDecision {
  const { planWriters = [] } = state;
  const left = planWriters.filter((writer) => writer.personId !== personId);
  if (left.length === planWriters.length) return refuse('not-found', 'They may not write anyway.');
  return accept({
    type: 'plan-writer-stopped',
    body: { personId, rule: planningLaw('plan', moment.today) },
    next: { ...state, planWriters: left },
  });
}

/** Capacity for the plan is presumed (Mental Capacity Act 2005 s1(2)). */
export function maySpeakForThemselves({ capacity }: CaseState): boolean {
  return capacity['support-plan']?.hasCapacity ?? true;
}
