import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type HttpAnswer, type HttpRequest, jsonAnswer } from './messages.ts';

/** A message that GOV.UK Notify would have sent, as the service asked for it. */
export interface SentNotification {
  readonly id: string;
  readonly channel: string;
  readonly body: unknown;
}

/** Takes what is meant for GOV.UK Notify, keeps it to be looked at, and sends nothing. */
export interface NotifyDouble {
  handle(request: HttpRequest): HttpAnswer;
  sent(): readonly SentNotification[];
}

const keptMax = 10_000;
const reference = z.looseObject({ reference: z.string().optional() });

function referenceOf(body: unknown): string | undefined {
  return reference.parse(body).reference;
}

export function createNotifyDouble(): NotifyDouble {
  const kept: SentNotification[] = [];
  return {
    handle({ method, target, body }) {
      const [, sought] = /^\/v2\/notifications\?reference=([^&]+)$/.exec(target) ?? [];
      if (method === 'GET' && sought !== undefined) {
        const found = kept.filter((each) => referenceOf(each.body) === decodeURIComponent(sought));
        return jsonAnswer(200, { notifications: found.map(({ id }) => ({ id })) });
      }
      const [, channel] = /^\/v2\/notifications\/(email|sms|letter)$/.exec(target) ?? [];
      if (method !== 'POST' || channel === undefined) {
        return jsonAnswer(404, {
          status_code: 404,
          errors: [{ error: 'NotFound', message: target }],
        });
      }
      const read: unknown = JSON.parse(body.toString());
      const id = randomUUID();
      kept.push({ id, channel, body: read });
      if (kept.length > keptMax) kept.shift();
      return jsonAnswer(201, {
        id,
        reference: referenceOf(read) ?? null,
      });
    },
    sent: () => [...kept],
  };
}
