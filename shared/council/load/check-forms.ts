import { inForceOn, versionNamed } from '#shared/domain/allocation/policy-item.ts';
import { WrittenForm } from '#shared/domain/assessment/form/assessment-form.ts';
import { formFaults } from '#shared/domain/assessment/form/form-faults.ts';
import type { Council } from '../schema.ts';

/** Checks the assessment forms of a council before they are deployed, against themselves, one another
 * and the council's questionnaires. Throws, naming the form and the question of each fault. */
export function checkForms(council: Council, files: readonly unknown[]): void {
  const parsed = files.map((file) => WrittenForm.safeParse(file, { jitless: true }));
  const forms = parsed.flatMap(({ data }) => (data ? [data] : []));
  const faults = [
    ...parsed.flatMap(({ error }, place) =>
      (error?.issues ?? []).map(
        ({ path, message }) => `${nameOf(files[place])}: ${path.join('.')}: ${message}`,
      ),
    ),
    ...forms.flatMap((form) => faultsIn(form, council).map((fault) => `${form.version}: ${fault}`)),
    ...datingFaults(forms, council),
  ];
  if (faults.length > 0) {
    throw new Error(`The assessment forms of ${council.id} are wrong. ${faults.join('; ')}`);
  }
}

function nameOf(file: unknown): string {
  return String(Object(file).version ?? 'a form without a version');
}

function faultsIn(form: WrittenForm, { ras }: Council): string[] {
  const questionnaire = versionNamed(ras.questionnaires, form.questionnaire);
  return questionnaire.accepted
    ? formFaults(form, questionnaire.value)
    : [questionnaire.refusal.detail];
}

/** On each day from the council's first on, there is one form for an adult and one for a carer. */
function datingFaults(forms: readonly WrittenForm[], { eligibility }: Council): string[] {
  const first = eligibility[0]?.from;
  const begins = forms.map((form) => `for the ${form.subject} begin on ${form.effectiveFrom}`);
  const twice = begins.filter((words, place) => begins.indexOf(words) < place);
  const missing = (['adult', 'carer'] as const).filter((subject) => {
    const ofSubject = forms.filter((form) => form.subject === subject);
    return first !== undefined && !inForceOn(ofSubject, first, 'form').accepted;
  });
  return [
    ...twice.map((words) => `two ${words}`),
    ...missing.map((subject) => `there is none for the ${subject} on ${first}`),
  ];
}
