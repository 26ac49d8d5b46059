import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createNotifyDouble, localTemplates } from '#infra/local/http/notify-double.ts';
import { temporaryFolder } from '#test/support/local/temporary-folder.ts';

const now = () => Date.parse('2026-11-02T09:00:00Z');
const words = { subject: 'Your request', body: 'Dear Marigold <b>,\n\nWe have it.' };
const anEmail = {
  email_address: 'marigold@quillfeather.example',
  template_id: localTemplates.emailTemplateId,
  reference: 'case0000000001.1.contact-received.email',
  personalisation: words,
};

function doubleAt(outbox?: string) {
  const double = createNotifyDouble({ now, ...(outbox !== undefined && { outbox }) });
  const call = (method: string, target: string, body?: object) => {
    const sent = Buffer.from(body === undefined ? '' : JSON.stringify(body));
    const asked = { httpVersion: '1.1', rawHeaders: [], sourceIp: '127.0.0.1' };
    const answer = double.handle({ ...asked, method, target, body: sent });
    return { status: answer.status, body: JSON.parse(String(answer.body)) };
  };
  return { double, call };
}

describe('What GOV.UK Notify does here', () => {
  test('is to say of each message how far it came', () => {
    const { call, double } = doubleAt();
    const { id } = call('POST', '/v2/notifications/email', anEmail).body;
    const status = () => call('GET', `/v2/notifications/${id}`).body.status;
    expect(status()).toBe('delivered');
    double.fate('email', 'sending');
    expect(status()).toBe('sending');
    expect(call('GET', `/v2/notifications/${id.replaceAll(/\w/g, '0')}`).status).toBe(404);
  });

  test('is to fail on the addresses and numbers that are there for it', () => {
    const { call } = doubleAt();
    const sent = { ...anEmail, email_address: 'perm-fail@simulator.notify' };
    const { id } = call('POST', '/v2/notifications/email', sent).body;
    expect(call('GET', `/v2/notifications/${id}`).body.status).toBe('permanent-failure');
    const text = { phone_number: '07700900003', personalisation: { body: 'Hello' } };
    const other = call('POST', '/v2/notifications/sms', text).body;
    expect(call('GET', `/v2/notifications/${other.id}`).body.status).toBe('temporary-failure');
  });

  test('is to find a message by its reference', () => {
    const { call } = doubleAt();
    const { id } = call('POST', '/v2/notifications/email', anEmail).body;
    const found = call('GET', `/v2/notifications?reference=${anEmail.reference}`).body;
    expect(found.notifications).toMatchObject([{ id }]);
    expect(call('GET', '/v2/notifications?reference=other').body.notifications).toEqual([]);
  });
});

describe('The outbox holds what a person would have read', () => {
  test('an email as a text, with whom it goes to', () => {
    const outbox = join(temporaryFolder(), 'outbox');
    doubleAt(outbox).call('POST', '/v2/notifications/email', anEmail);
    const name = '2026-11-02T09-00-00.000-case0000-contact-received.txt';
    expect(readdirSync(outbox)).toEqual([name]);
    expect(readFileSync(join(outbox, name), 'utf8')).toBe(
      [
        'To: marigold@quillfeather.example',
        'Channel: email',
        'Subject: Your request',
        '',
        words.body,
        '',
      ].join('\n'),
    );
  });

  test('a letter in large print as a page in large print, in which nothing is markup', () => {
    const outbox = join(temporaryFolder(), 'outbox');
    doubleAt(outbox).call('POST', '/v2/notifications/letter', {
      template_id: localTemplates.largePrintTemplateId,
      reference: 'case0000000001.1.referred.letter',
      personalisation: { ...words, address_line_1: 'M Q', address_line_2: 'ZZ1 1ZZ' },
    });
    const [name = ''] = readdirSync(outbox);
    expect(name).toMatch(/-referred\.html$/);
    const page = readFileSync(join(outbox, name), 'utf8');
    expect(page).toContain('To: M Q, ZZ1 1ZZ');
    expect(page).toContain('font:18pt');
    expect(page).not.toContain('<b>');
  });

  test('nothing outside its folder, whatever a reference says', () => {
    const outbox = join(temporaryFolder(), 'outbox');
    const sent = { ...anEmail, reference: '../../x.1./../../etc.email' };
    doubleAt(outbox).call('POST', '/v2/notifications/email', sent);
    expect(readdirSync(outbox)).toHaveLength(1);
  });
});
