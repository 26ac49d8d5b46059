import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type HttpAnswer, type HttpRequest, jsonAnswer } from './messages.ts';
import { writeToOutbox } from './outbox.ts';

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
  /** From now on each message of the channel has this status, whenever it was sent. */
  fate(channel: string, status: string): void;
}

export interface NotifyDoublePorts {
  readonly now: () => number;
  /** The folder that messages are written to for people to read; none without. */
  readonly outbox?: string;
}

const template = (last: number) => `00000000-0000-0000-0000-00000000000${last}`;

/** The templates that the local account has. */
export const localTemplates = {
  emailTemplateId: template(1),
  letterTemplateId: template(2),
  largePrintTemplateId: template(3),
  smsTemplateId: template(4),
};

const keptMax = 10_000;

/** What GOV.UK Notify takes, as far as it is looked at here. */
const Asked = z.looseObject({
  reference: z.string().optional(),
  template_id: z.string().optional(),
  email_address: z.string().optional(),
  phone_number: z.string().optional(),
  personalisation: z.record(z.string(), z.string()).default({}),
});

// What becomes of each message unless a test says otherwise.
const usualFates: Readonly<Record<string, string>> = {
  email: 'delivered',
  sms: 'delivered',
  letter: 'received',
};

// GOV.UK Notify's own addresses and numbers on which a delivery fails.
const failing: Readonly<Record<string, string>> = {
  'perm-fail@simulator.notify': 'permanent-failure',
  'temp-fail@simulator.notify': 'temporary-failure',
  '07700900002': 'permanent-failure',
  '07700900003': 'temporary-failure',
};

export function createNotifyDouble({ now, outbox }: NotifyDoublePorts): NotifyDouble {
  const kept: SentNotification[] = [];
  const fates = new Map(Object.entries(usualFates));
  const show = ({ id, channel, body }: SentNotification) => {
    const { email_address, phone_number, reference = null } = Asked.parse(body);
    const status = failing[email_address ?? phone_number ?? ''] ?? fates.get(channel);
    return { id, reference, type: channel, status };
  };
  const take = (channel: string, body: string): HttpAnswer => {
    const asked = Asked.parse(JSON.parse(body));
    const taken = { id: randomUUID(), channel, body: asked };
    kept.push(taken);
    if (kept.length > keptMax) kept.shift();
    if (outbox !== undefined) {
      const isLargePrint = asked.template_id === localTemplates.largePrintTemplateId;
      writeToOutbox(outbox, { channel, at: now(), isLargePrint, ...asked });
    }
    return jsonAnswer(201, { id: taken.id, reference: asked.reference ?? null });
  };
  const look = (target: string): HttpAnswer => {
    const [, id, sought] =
      /^\/v2\/notifications(?:\/([0-9a-f-]{36})|\?reference=([^&]+))$/.exec(target) ?? [];
    const shown = kept.map(show);
    if (sought !== undefined) {
      const reference = decodeURIComponent(sought);
      const notifications = shown.filter((each) => each.reference === reference);
      return jsonAnswer(200, { notifications });
    }
    const known = shown.find((each) => each.id === id);
    return known ? jsonAnswer(200, known) : notFound(target);
  };
  return {
    handle({ method, target, body }) {
      if (method === 'GET') return look(target);
      const [, channel] = /^\/v2\/notifications\/(email|sms|letter)$/.exec(target) ?? [];
      const isTaken = method === 'POST' && channel !== undefined;
      return isTaken ? take(channel, body.toString()) : notFound(target);
    },
    sent: () => [...kept],
    fate: (channel, status) => {
      fates.set(channel, status);
    },
  };
}

function notFound(target: string): HttpAnswer {
  return jsonAnswer(404, { status_code: 404, errors: [{ error: 'NotFound', message: target }] });
}
