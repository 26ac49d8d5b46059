import { beforeEach, expect, test } from 'vitest';
import { publicContactRoutes } from '#functions/contact/public-routes.ts';
import { contactRoutes } from '#functions/contact/routes.ts';
import { ContactSummarySheet } from '#functions/contact/summary/contact-summary.ts';
import { summaryPage } from '#functions/contact/summary/summary-page.ts';
import type { Answer, RawRequest } from '#shared/contracts/operation.ts';
import { receiptWrite } from '#shared/stores/front-door/receipt-store.ts';
import { FrontDesk } from '#test/support/front-desk.ts';

const caseId = 'case00000001';
const reference = 'ASC-0000-0000-0001';
const routes = [...contactRoutes, ...publicContactRoutes];
const staff = { kind: 'staff', id: 'adviser-1', roles: ['adviser'], teams: [] } as const;

let desk: FrontDesk;
beforeEach(async () => {
  desk = new FrontDesk(routes);
  await desk.know();
  const body = {
    whatIsHappening: 'I fell <on> the stairs.\nI am "fine".',
    whatMatters: 'My pigeons & my garden.',
  };
  await desk.contact({ caseId, body });
  await desk.ports.table.write([receiptWrite(reference, 'secret', `contact${caseId}`)]);
});

async function read(id: string, sent: Partial<RawRequest> = {}): Promise<Answer> {
  const operation = routes.find((each) => each.id === id);
  const request: RawRequest = {
    caller: id === 'read-contact-summary' ? staff : { kind: 'public' },
    actingAs: id === 'read-contact-summary' ? 'adviser' : undefined,
    params: id === 'read-contact-summary' ? { caseId } : { reference },
    query: {},
    body: undefined,
    headers: {},
    ...sent,
  };
  const reply = await operation?.run(request, desk.ports);
  if (!reply?.accepted) throw new Error(JSON.stringify(reply?.refusal));
  return reply.value;
}

const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test('a contact is read back: what was told, what matters, what comes next and who to call', async () => {
  const { body, html } = await read('read-contact-summary', {});
  expect(html).toBeUndefined();
  expect(body).toMatchObject({
    reference,
    on: '2026-07-08',
    channel: 'phone',
    whatYouToldUs: { whatMatters: 'My pigeons & my garden.' },
    whatHappensNext: {
      next: [{ words: 'We are looking at what you told us.', by: '2026-07-09' }],
      whoToCall: { phone: desk.ports.council.contacts.adultSocialCarePhone },
    },
    callsWeOwe: [],
    appointments: [],
  });
});

test('a browser gets a page, on which what was told is text and nothing else', async () => {
  const { html } = await read('read-contact-summary', { headers: page });
  expect(html?.source).toContain('<p>I fell &lt;on&gt; the stairs.</p>');
  expect(html?.source).toContain('<p>I am &quot;fine&quot;.</p>');
  expect(html?.source).toContain('We will do this by 9 July 2026.');
  expect(html?.source).not.toContain('<script');
  expect(html?.contentSecurityPolicy).toContain("default-src 'none'");
});

test('large print is at least sixteen points', async () => {
  const sizes = await Promise.all(
    ['standard', 'large'].map(async (size) => {
      const { html } = await read('read-contact-summary', { headers: page, query: { size } });
      return Number(/html\{font:(\d+)pt/.exec(html?.source ?? '')?.[1]);
    }),
  );
  expect(sizes[0]).toBeGreaterThanOrEqual(12);
  expect(sizes[1]).toBeGreaterThanOrEqual(16);
});

test('the page says when we call, when we come and where', async () => {
  const asked = { by: '2026-07-09', about: 'The form', askedBy: { kind: 'person' } };
  const body = { ...asked, number: '01632 960 777' };
  const adviser = { id: 'adviser-1', role: 'adviser' } as const;
  await desk.asStaff(adviser, 'request-call-back', { params: { caseId }, body });
  const { html } = await read('read-contact-summary', { headers: page });
  expect(html?.source).toContain('<li>We call you. We will do this by 9 July 2026.</li>');
});

test('a visit is at home unless another place was said', async () => {
  const sheet = ContactSummarySheet.parse((await read('read-contact-summary')).body);
  const visit = { kind: 'home-visit', on: '2026-07-09', from: '10:00', to: '12:00' } as const;
  const pageWith = (place: string | null) =>
    summaryPage({ ...sheet, appointments: [{ ...visit, place }] }, 'standard').source;
  expect(pageWith(null)).toContain('from 10:00 to 12:00 at your home.');
  expect(pageWith('the library')).toContain('from 10:00 to 12:00 at the library.');
});

test('what matters is told in words that are true of whoever told it', async () => {
  const { html } = await read('read-contact-summary', { headers: page });
  expect(html?.source).toContain('<h2>What matters most</h2>');
  expect(html?.source).not.toContain('What matters to you');
});

test('whoever has the receipt and its secret reads the same of what they told us', async () => {
  const headers = { 'x-receipt-secret': 'secret' };
  const { body } = await read('read-receipt-summary', { headers });
  expect(body).toMatchObject({ whatYouToldUs: { whatMatters: 'My pigeons & my garden.' } });
  const printed = await read('read-receipt-summary', { headers: { ...headers, ...page } });
  expect(printed.html?.source).toContain('My pigeons &amp; my garden.');
  const wrong = read('read-receipt-summary', { headers: { 'x-receipt-secret': 'guess' } });
  await expect(wrong).rejects.toThrow('not-found');
});
