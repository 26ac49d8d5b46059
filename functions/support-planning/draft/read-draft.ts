import type { CaseState } from '#shared/domain/case/case-state.ts';
import {
  type BegunDraft,
  beginFrom,
  versionToBeginFrom,
} from '#shared/domain/plan/draft/begin-from-plan.ts';
import type { PlanDraft } from '#shared/domain/plan/draft/plan-draft.ts';
import { planDraftIn, planDraftKey } from '#shared/stores/cases/plan-draft-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { eventKey } from '#shared/stores/table/keys.ts';
import { type DraftPorts, draftOf } from './open-draft.ts';

export interface DraftRead {
  readonly draft: PlanDraft | undefined;
  /** With what it begins, where nobody has saved one. */
  readonly begun: BegunDraft | undefined;
  /** The other event that was asked for. */
  readonly beside: RecordedEvent<CaseState> | undefined;
}

/** The plan as it is being written, or what it begins with, and another event of the case: in one request. */
export async function readDraftOf(
  { aggregateId, after }: RecordedEvent<CaseState>,
  { cases, table }: Pick<DraftPorts, 'cases' | 'table'>,
  beside?: number,
): Promise<DraftRead> {
  const version = versionToBeginFrom(after);
  const sequences = [...new Set([version, beside])].filter((each) => each !== undefined);
  const [item, ...found] = await table.getMany([
    planDraftKey(draftOf(aggregateId, after)),
    ...sequences.map((sequence) => eventKey('case', aggregateId, sequence)),
  ]);
  const events = found.flatMap((each) => (each ? [cases.read(each)] : []));
  const eventOf = (sequence: number | undefined) =>
    events.find((event) => event.sequence === sequence);
  const draft = planDraftIn(item);
  const plan = draft ? undefined : eventOf(version);
  return { draft, begun: plan && beginFrom(plan.body, after), beside: eventOf(beside) };
}
