import { formFor, loadForms } from '#shared/council/load/load-forms.ts';
import type { DraftSides } from '#shared/domain/assessment/draft/assessment-draft.ts';
import type { AssessmentForm } from '#shared/domain/assessment/form/assessment-form.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept, type Outcome } from '#shared/domain/outcome.ts';
import { type DraftName, readDraft } from '#shared/stores/cases/assessment-draft-store.ts';
import type { Ports } from '../../ports.ts';

export type DraftPorts = Pick<Ports, 'cases' | 'people' | 'table' | 'council' | 'system'>;

/** A draft with the form that it is filled in on: the one that it was begun with, if it was. */
export interface OpenDraft {
  readonly name: DraftName;
  readonly sides: DraftSides;
  readonly form: AssessmentForm;
}

export function draftOf(caseId: string, { workflow }: CaseState): DraftName {
  return { caseId, round: workflow.rounds.journey ?? 1 };
}

export async function openDraft(
  caseId: string,
  state: CaseState,
  { table, council, system }: Pick<DraftPorts, 'table' | 'council' | 'system'>,
): Promise<Outcome<OpenDraft>> {
  const name = draftOf(caseId, state);
  const [sides, forms] = await Promise.all([readDraft(table, name), loadForms(council)]);
  const form = formFor(forms, {
    subject: state.kind,
    begun: (sides.practitioner ?? sides.person)?.form,
    today: civilDateInLondon(system.now()),
  });
  return form.accepted ? accept({ name, sides, form: form.value }) : form;
}
