import type { CaseState } from '#shared/domain/case/case-state.ts';
import { Questioned } from '#shared/domain/second-look/second-look.ts';
import { type DeskTaskName, deskTaskDone } from '#shared/stores/cases/desk-task-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

export function secondLookTaskName(caseId: string, { id }: { readonly id: string }): DeskTaskName {
  return { aggregateId: caseId, step: 'second-look', taskId: id };
}

/** Takes a decision that waited to be taken anew out of the queue, whichever command took it or ended
 * the case. Eligibility waits there as a step of the journey, and not as this. */
export function endedSecondLooks(
  caseId: string,
  before: CaseState,
  next: CaseState,
): readonly TableWrite[] {
  return Questioned.options.flatMap((about) => {
    const look = before.secondLooks?.[about];
    const isOver =
      look?.status === 'decide-again' && next.secondLooks?.[about]?.status !== 'decide-again';
    return isOver && about !== 'eligibility'
      ? [deskTaskDone(secondLookTaskName(caseId, look))]
      : [];
  });
}
