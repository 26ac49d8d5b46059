import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { loadForms } from '#shared/council/load/load-forms.ts';
import { Slug, versionNamed } from '#shared/domain/allocation/policy-item.ts';
import { AssessmentForm } from '#shared/domain/assessment/form/assessment-form.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';

const Listed = AssessmentForm.pick({
  version: true,
  effectiveFrom: true,
  subject: true,
  title: true,
});
const Forms = z.strictObject({ forms: z.array(Listed) }).meta({ id: 'AssessmentForms' });

const shared = { method: 'GET', tag: 'Assessment', roles: everyCaseRole, query: NoQuery } as const;

export const readForms = staffOperation({
  ...shared,
  id: 'list-assessment-forms',
  path: '/assessment-forms',
  summary: 'The assessment forms of the council, each version with the day from which it is begun',
  params: NoParams,
  answer: Forms,
  async handle(_request, { council }: Pick<Ports, 'council'>) {
    const forms = (await loadForms(council)).map(({ version, effectiveFrom, subject, title }) => {
      return { version, effectiveFrom, subject, title };
    });
    return accept({ status: 200, body: { forms } });
  },
});

export const readForm = staffOperation({
  ...shared,
  id: 'read-assessment-form',
  path: '/assessment-forms/{version}',
  summary: 'One version of an assessment form: sections, questions, answers and help',
  params: z.strictObject({ version: Slug }),
  answer: AssessmentForm,
  async handle({ params }, { council }: Pick<Ports, 'council'>) {
    const form = versionNamed(await loadForms(council), params.version);
    return form.accepted
      ? accept({ status: 200, body: form.value })
      : refuse('not-found', 'There is no such version of a form.');
  },
});
