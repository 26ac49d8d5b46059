import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation, staffOperation } from '#shared/contracts/operation.ts';
import { loadGuides, loadTopics } from '#shared/council/load/load-information.ts';
import { Feedback, type FeedbackAbout } from '#shared/domain/directory/feedback.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  countFeedback,
  FeedbackCount,
  keepFeedback,
} from '#shared/stores/front-door/feedback-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Ports } from '../ports.ts';
import { today } from './wording.ts';

type FeedbackPorts = Pick<Ports, 'table' | 'council' | 'directory' | 'system'>;

export const giveFeedback = publicOperation({
  id: 'give-feedback',
  method: 'POST',
  path: '/public/feedback',
  tag: 'Information',
  summary: 'Say whether a text was useful; nothing about the person is asked or kept',
  creates: true,
  params: NoParams,
  query: NoQuery,
  body: Feedback,
  answer: z.strictObject({ thanks: z.string() }).meta({ id: 'FeedbackAnswer' }),
  answerStatus: 201,
  async handle({ body, scope, idempotencyKey = '' }, ports: FeedbackPorts) {
    if (!(await isThere(body.about, ports))) {
      return refuse('not-found', 'There is nothing of that kind and id.');
    }
    const id = derivedId(['feedback', ...scope, idempotencyKey]);
    if (!(await keepFeedback(ports.table, { ...body, id, on: today(ports) }))) {
      return refuse('idempotency-key-reused', 'Use a new Idempotency-Key for another answer.');
    }
    return accept({ status: 201, body: { thanks: 'Thank you: this helps us to do better.' } });
  },
});

/** Whether what is spoken of exists: nobody fills the table with names of their own. */
async function isThere(about: FeedbackAbout, ports: FeedbackPorts): Promise<boolean> {
  const { information } = ports.council;
  const has = (all: readonly { readonly id: string }[]) => all.some(({ id }) => id === about.id);
  switch (about.kind) {
    case 'service':
      return has((await ports.directory.current())?.index.entries ?? []);
    case 'topic':
      return has(await loadTopics(information));
    case 'guide':
      return has(await loadGuides(information));
    case 'glossary':
      return about.id === information.glossary;
  }
}

export const readFeedback = staffOperation({
  id: 'read-feedback',
  method: 'GET',
  path: '/feedback/{kind}/{id}',
  tag: 'Information',
  roles: ['administrator', 'adviser', 'duty-manager'],
  summary: 'Count what people said of a text, its last thousand answers',
  params: Feedback.shape.about,
  query: NoQuery,
  answer: FeedbackCount,
  handle: async ({ params }, { table }: Pick<Ports, 'table'>) =>
    accept({ status: 200, body: await countFeedback(table, params) }),
});
