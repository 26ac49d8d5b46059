import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { govukNotify, type Message } from '#shared/gateways/govuk-notify.ts';

const issuer = '11111111-2222-3333-4444-555555555555';
const secret = '66666666-7777-8888-9999-aaaaaaaaaaaa';
const account = {
  apiKey: `council-${issuer}-${secret}`,
  emailTemplateId: 'email-template',
  letterTemplateId: 'letter-template',
  largePrintTemplateId: 'large-print-template',
  smsTemplateId: 'sms-template',
};
const email: Message = {
  reference: 'ref-1',
  subject: 'Your request',
  body: 'We have it.',
  to: { channel: 'email', address: 'marigold@quillfeather.example' },
};

interface Seen {
  readonly line: string;
  readonly authorization: string;
  readonly body: unknown;
}

let server: Server;
let url = '';
let seen: Seen[] = [];
let answer: { status: number; body: string } = { status: 201, body: '{}' };

beforeAll(async () => {
  server = createServer((request, response) => {
    void readAll(request).then((text) => {
      seen.push({
        line: `${request.method} ${request.url}`,
        authorization: request.headers.authorization ?? '',
        body: text === '' ? undefined : JSON.parse(text),
      });
      response.writeHead(answer.status).end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  seen = [];
});

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

const messenger = (kept: unknown = account) =>
  govukNotify(url, async () => (typeof kept === 'string' ? kept : JSON.stringify(kept)));

test('an email is handed over under its reference, in the words of the council', async () => {
  answer = { status: 201, body: '{"id":"n-1"}' };
  expect(await messenger().send(email)).toBe('n-1');
  expect(seen).toMatchObject([
    {
      line: 'POST /v2/notifications/email',
      body: {
        reference: 'ref-1',
        email_address: 'marigold@quillfeather.example',
        template_id: 'email-template',
        personalisation: { subject: 'Your request', body: 'We have it.' },
      },
    },
  ]);
});

test('a letter carries its address line by line, seven at most', async () => {
  answer = { status: 201, body: '{"id":"n-2"}' };
  const lines = ['M Q', '1', '2', '3', '4', '5', 'ZZ1 1ZZ', 'too many'];
  await messenger().send({ ...email, to: { channel: 'letter', lines, isLargePrint: false } });
  const { personalisation } = Object(seen[0]?.body);
  expect(seen[0]?.line).toBe('POST /v2/notifications/letter');
  expect(personalisation).toMatchObject({ address_line_1: 'M Q', address_line_7: 'ZZ1 1ZZ' });
  expect(personalisation).not.toHaveProperty('address_line_8');
});

test('large print is a template of its own, and a text message has a number and no subject', async () => {
  answer = { status: 201, body: '{"id":"n-5"}' };
  const lines = ['M Q', '1', 'ZZ1 1ZZ'];
  await messenger().send({ ...email, to: { channel: 'letter', lines, isLargePrint: true } });
  await messenger().send({ ...email, to: { channel: 'sms', number: '07700 900123' } });
  expect(seen).toMatchObject([
    { body: { template_id: 'large-print-template' } },
    {
      line: 'POST /v2/notifications/sms',
      body: { template_id: 'sms-template', phone_number: '07700 900123' },
    },
  ]);
  expect(Object(seen[1]?.body).personalisation).toEqual({ body: 'We have it.' });
});

test('how far a message came is asked by its id; one that is forgotten is no fault', async () => {
  answer = { status: 200, body: '{"id":"n-6","status":"permanent-failure"}' };
  expect(await messenger().statusOf('n-6')).toBe('permanent-failure');
  expect(seen[0]?.line).toBe('GET /v2/notifications/n-6');
  answer = { status: 404, body: '{"errors":[{"error":"NoResultFound"}]}' };
  expect(await messenger().statusOf('n-7')).toBeUndefined();
});

test('it signs in with a token of its own key that holds for this moment', async () => {
  answer = { status: 201, body: '{"id":"n-3"}' };
  await messenger().send(email);
  const [header = '', claims = '', signature] = (seen[0]?.authorization ?? '')
    .replace('Bearer ', '')
    .split('.');
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  expect(decode(header)).toEqual({ typ: 'JWT', alg: 'HS256' });
  expect(decode(claims)).toEqual({ iss: issuer, iat: expect.any(Number) });
  const expected = createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url');
  expect(signature).toBe(expected);
});

test('a message is found by its reference, and is not where there is none', async () => {
  answer = { status: 200, body: '{"notifications":[{"id":"n-4"}]}' };
  expect(await messenger().find('ref 1')).toBe('n-4');
  expect(seen[0]?.line).toBe('GET /v2/notifications?reference=ref%201');
  answer = { status: 200, body: '{"notifications":[]}' };
  expect(await messenger().find('ref-2')).toBeUndefined();
});

test.each([
  [400, '{"errors":[{"message":"marigold@quillfeather.example is no address"}]}'],
  [403, `{"errors":[{"message":"Invalid token: ${secret}"}]}`],
  [500, 'oh'],
  [201, 'quillfeather is not JSON'],
  [201, '{"no":"id"}'],
])('an answer of %i that is of no use says nothing of key or address', async (status, body) => {
  answer = { status, body };
  const fault: unknown = await messenger()
    .send(email)
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Error);
  const said = `${fault instanceof Error ? `${fault.message} ${fault.stack}` : ''}`;
  for (const word of ['quillfeather', secret, account.apiKey]) expect(said).not.toContain(word);
});

test.each([
  ['that is not filled in', ''],
  ['that is half of one', { ...account, apiKey: secret }],
  ['that holds more than it should', { ...account, more: secret }],
])('a secret %s is refused without being quoted', async (_what, kept) => {
  const fault: unknown = await messenger(kept)
    .send(email)
    .catch((error: unknown) => error);
  expect(fault).toHaveProperty('message', 'the secret for GOV.UK Notify is not filled in');
  expect(seen).toEqual([]);
});
