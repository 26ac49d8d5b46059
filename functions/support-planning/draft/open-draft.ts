import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import type { DraftWriter } from '#shared/domain/plan/draft/plan-draft.ts';
import type { PlanDraftName } from '#shared/stores/cases/plan-draft-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { isAbout } from '../../cases/own-case.ts';
import type { Ports } from '../../ports.ts';

export type DraftPorts = Pick<Ports, 'cases' | 'people' | 'table' | 'council' | 'system'>;

export function draftOf(caseId: string, { workflow }: CaseState): PlanDraftName {
  return { caseId, round: workflow.rounds['support-planning'] ?? 1 };
}

export interface CaseToPlan {
  readonly last: RecordedEvent<CaseState>;
  readonly writer: DraftWriter;
}

/** A case as those see it who write its plan at home: the person, and whom they let. To anybody else it is
 * not there. */
export async function readCaseToPlan(
  caseId: string,
  signedIn: string,
  ports: Pick<Ports, 'cases' | 'people'>,
): Promise<Outcome<CaseToPlan>> {
  const last = await ports.cases.last(caseId);
  const named = last?.after.planWriters?.find(({ personId }) => personId === signedIn);
  if (last && named) return accept({ last, writer: { id: signedIn, author: named.as } });
  return last && (await isAbout(last.after, signedIn, ports))
    ? accept({ last, writer: { id: signedIn, author: { kind: 'person' } } })
    : refuse('not-found', 'There is no such case.');
}
