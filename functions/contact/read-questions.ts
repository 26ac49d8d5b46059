import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { contactQuestions } from '#shared/domain/contact/questions/contact-questions.ts';
import { QuestionSection } from '#shared/domain/contact/questions/question.ts';
import { accept } from '#shared/domain/outcome.ts';
import type { Ports } from '../ports.ts';
import { contactSetting } from './contact-setting.ts';

export const readContactQuestions = publicOperation({
  id: 'read-contact-questions',
  method: 'GET',
  path: '/public/contact-questions',
  tag: 'Contact',
  summary:
    'Read the questions of the contact form in their order, with the reason for each that is sensitive',
  params: NoParams,
  query: NoQuery,
  answer: z
    .strictObject({ sections: z.array(QuestionSection), inDanger: z.string() })
    .meta({ id: 'ContactQuestions' }),
  async handle(_request, { council, system }: Pick<Ports, 'council' | 'system'>) {
    const { view } = contactSetting(council, civilDateInLondon(system.now()), false);
    const inDanger =
      'If anybody is in danger now, call 999. If it can wait for us but not for a form, ' +
      `call ${council.contacts.adultSocialCarePhone} (${council.contacts.openingHours}), ` +
      `or ${council.contacts.outOfHoursPhone} at any other time.`;
    return accept({ status: 200, body: { sections: contactQuestions(view), inDanger } });
  },
});
