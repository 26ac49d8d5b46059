import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { MessageStatus } from '../domain/letters/message-status.ts';

/** What the council keeps as its secret for GOV.UK Notify: the key, and its templates, each of which
 * is nothing but ((subject)) and ((body)) (a text message has the body alone), because the words are
 * the council preset's. Large print is a letter template of its own. */
const NotifyAccount = z.strictObject({
  apiKey: z.string().regex(/^.+-[0-9a-f-]{36}-[0-9a-f-]{36}$/),
  emailTemplateId: z.string(),
  letterTemplateId: z.string(),
  largePrintTemplateId: z.string(),
  smsTemplateId: z.string(),
});
type NotifyAccount = z.infer<typeof NotifyAccount>;

export interface Message {
  readonly reference: string;
  readonly subject: string;
  readonly body: string;
  readonly to:
    | { readonly channel: 'email'; readonly address: string }
    | { readonly channel: 'sms'; readonly number: string }
    | {
        readonly channel: 'letter';
        readonly lines: readonly string[];
        readonly isLargePrint: boolean;
      };
}

export interface Messenger {
  /** Hands a message over for sending and returns the messenger's own id of it. */
  send(message: Message): Promise<string>;
  /** The id of a message that was handed over under this reference, if there is one. */
  find(reference: string): Promise<string | undefined>;
  /** How far a message came; undefined once the messenger has forgotten it. */
  statusOf(messageId: string): Promise<MessageStatus | undefined>;
}

const Accepted = z.looseObject({ id: z.string() });
const Listed = z.looseObject({ notifications: z.array(Accepted) });
const Looked = z.looseObject({ status: MessageStatus });
const timeoutMs = 10_000;

/** GOV.UK Notify's API, version 2. Faults name the status only: its own messages may quote the key
 * or the address. */
export function govukNotify(baseUrl: string, readSecret: () => Promise<string>): Messenger {
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const account = await readAccount(readSecret);
    const response = await fetch(new URL(path, baseUrl), {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${tokenOf(account.apiKey)}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 404 && body === undefined) return undefined;
    if (!response.ok) throw new Error(`GOV.UK Notify answered ${response.status}`);
    return parseJson(await response.text());
  };
  return {
    async send(message) {
      const account = await readAccount(readSecret);
      const answer = await call(`/v2/notifications/${message.to.channel}`, {
        reference: message.reference,
        ...addressed(message, account),
      });
      return Accepted.parse(answer).id;
    },
    async find(reference) {
      const answer = await call(`/v2/notifications?reference=${encodeURIComponent(reference)}`);
      return Listed.parse(answer).notifications[0]?.id;
    },
    async statusOf(messageId) {
      const answer = await call(`/v2/notifications/${encodeURIComponent(messageId)}`);
      return answer === undefined ? undefined : Looked.parse(answer).status;
    },
  };
}

function addressed({ to, subject, body }: Message, account: NotifyAccount): object {
  if (to.channel === 'email') {
    return {
      email_address: to.address,
      template_id: account.emailTemplateId,
      personalisation: { subject, body },
    };
  }
  if (to.channel === 'sms') {
    return {
      phone_number: to.number,
      template_id: account.smsTemplateId,
      personalisation: { body },
    };
  }
  return {
    template_id: to.isLargePrint ? account.largePrintTemplateId : account.letterTemplateId,
    personalisation: { subject, body, ...addressLines(to.lines) },
  };
}

async function readAccount(readSecret: () => Promise<string>): Promise<NotifyAccount> {
  const read = NotifyAccount.safeParse(parseJson(await readSecret()));
  // The secret's own text must not reach a log by way of a parse error.
  if (!read.success) throw new Error('the secret for GOV.UK Notify is not filled in');
  return read.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Notify signs in by a short-lived JWT: the key's last 36 characters sign, the 36 before them
 * name. */
function tokenOf(apiKey: string): string {
  const secret = apiKey.slice(-36);
  const issuer = apiKey.slice(-73, -37);
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = { iss: issuer, iat: Math.floor(Date.now() / 1000) };
  const unsigned = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
  return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
}

function addressLines(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.slice(0, 7).map((line, place) => [`address_line_${place + 1}`, line]),
  );
}
