import { inForceOn, type Subject, versionNamed } from '#shared/domain/allocation/policy-item.ts';
import {
  type AssessmentForm,
  WrittenForm,
  withScores,
} from '#shared/domain/assessment/form/assessment-form.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import type { Council } from '../schema.ts';

const load = {
  'adult-assessment-2008-04-01': () =>
    import('../data/forms/adult-assessment-2008-04-01.json', { with: { type: 'json' } }),
  'adult-assessment-2015-04-01': () =>
    import('../data/forms/adult-assessment-2015-04-01.json', { with: { type: 'json' } }),
  'carer-assessment-2008-04-01': () =>
    import('../data/forms/carer-assessment-2008-04-01.json', { with: { type: 'json' } }),
  'carer-assessment-2015-04-01': () =>
    import('../data/forms/carer-assessment-2015-04-01.json', { with: { type: 'json' } }),
} satisfies Record<Council['assessmentForms'][number], unknown>;

// A form is read and parsed once in a function's life, and saved to every few seconds.
const loaded = new WeakMap<Council, Promise<readonly AssessmentForm[]>>();

/** Every version of the council's assessment forms, with the words of its questionnaires in them. */
export function loadForms(council: Council): Promise<readonly AssessmentForm[]> {
  const known = loaded.get(council) ?? readForms(council);
  loaded.set(council, known);
  return known;
}

async function readForms({ assessmentForms, ras }: Council): Promise<readonly AssessmentForm[]> {
  const files = await Promise.all(assessmentForms.map((version) => load[version]()));
  return files.map(({ default: file }) => {
    const written = WrittenForm.parse(file, { jitless: true });
    const questionnaire = versionNamed(ras.questionnaires, written.questionnaire);
    if (!questionnaire.accepted) throw new Error(questionnaire.refusal.detail);
    return withScores(written, questionnaire.value);
  });
}

/** The form to begin with on that day, or the one that was begun with. */
export function formFor(
  forms: readonly AssessmentForm[],
  { subject, begun, today }: { subject: Subject; begun: string | undefined; today: CivilDate },
): Outcome<AssessmentForm> {
  return begun === undefined
    ? inForceOn(
        forms.filter((form) => form.subject === subject),
        today,
        `assessment form for the ${subject}`,
      )
    : versionNamed(forms, begun);
}
