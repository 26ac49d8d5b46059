import { beforeEach, expect, test } from 'vitest';
import { appointmentRoutes } from '#functions/appointments/routes.ts';
import { publicContactRoutes } from '#functions/contact/public-routes.ts';
import { contactRoutes } from '#functions/contact/routes.ts';
import type { Answer, RawRequest } from '#shared/contracts/operation.ts';
import { receiptWrite } from '#shared/stores/front-door/receipt-store.ts';
import { FrontDesk } from '#test/support/front-desk.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const caseId = 'case00000001';
const reference = 'ASC-0000-0000-0001';
const routes = [...contactRoutes, ...publicContactRoutes, ...appointmentRoutes];
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
  await desk.asStaff(adviser, 'request-call-back', { params: { caseId }, body });
  const { html } = await read('read-contact-summary', { headers: page });
  expect(html?.source).toContain('<li>We call you. We will do this by 9 July 2026.</li>');
});

test('a visit is at home, on the page and in what programs read', async () => {
  const visit = {
    kind: 'home-visit',
    on: '2026-07-09',
    from: '10:00',
    to: '12:00',
    purpose: 'assessment',
    loneWorking: 'The duty desk is called at noon.',
  };
  const sent = { params: { caseId }, body: visit };
  expect(await desk.asStaff(adviser, 'book-appointment', sent)).toMatchObject({ accepted: true });
  const { body } = await read('read-contact-summary');
  expect(body).toMatchObject({ appointments: [{ place: 'your home' }] });
  const { html } = await read('read-contact-summary', { headers: page });
  expect(html?.source).toContain('from 10:00 to 12:00 at your home.');
});

const whole = {
  by: { kind: 'self' },
  call: { identity: { asked: ['name', 'date-of-birth'], isPassed: true } },
  whatIsHappening: 'I fell on the stairs.',
  needs: { by: 'adult-outcomes', outcomes: { 'CA-HYGIENE': 'cannot', 'CA-NUTRITION': 'manages' } },
  risks: [{ what: 'Another fall', howSoon: 'within-days', toWhom: 'person' }],
  carers: [{ name: 'Aster Quillfeather', relationship: 'Niece', helpsWith: 'Shopping' }],
  representatives: [{ name: 'Ivo Pell', authority: 'attorney-property-and-affairs' }],
  sharing: [
    { with: 'gp', agrees: true, purpose: 'My falls' },
    { with: 'family', who: 'My brother', agrees: false },
  ],
  accessNeeds: { informationFormats: ['large-print'], support: ['hearing-loop'] },
  language: 'Polish',
  needsInterpreter: true,
  safeContact: { mayCall: true, mayText: false, mayLeaveMessage: false, when: 'Mornings' },
};

test('everything that was told is read back, and whom it is about', async () => {
  await desk.contact({ caseId: 'case00000002', body: whole });
  const { body } = await read('read-contact-summary', { params: { caseId: 'case00000002' } });
  expect(body).toMatchObject({
    whoItIsAbout: { givenName: 'Ada', familyName: 'Example', dateOfBirth: '1941-05-09' },
    whatYouToldUs: {
      needs: [
        { what: 'CA-HYGIENE', inWords: 'Washing', glance: 'cannot' },
        { what: 'CA-NUTRITION', inWords: 'Eating and drinking', glance: 'manages' },
      ],
      risks: whole.risks,
      carers: whole.carers,
      representatives: whole.representatives,
      sharing: whole.sharing,
      accessNeeds: whole.accessNeeds,
      safeContact: whole.safeContact,
    },
  });
});

test.each([
  'Name: Ada Example',
  'Born on 9 May 1941',
  'Washing: Cannot do it without help',
  'Another fall. In the next days. To the person whom this is about.',
  'Aster Quillfeather (Niece): Shopping',
  'Ivo Pell: Lasting power of attorney: property and money',
  'Yes, with the GP, for this: My falls',
  'No, not with My brother',
  'Language: Polish',
  'Needs an interpreter',
  'Large print',
  'Needs a hearing loop',
  'We may call: yes',
  'We may leave a message: no',
  'When it is safe: Mornings',
])('the page says "%s"', async (line) => {
  await desk.contact({ caseId: 'case00000002', body: whole });
  const params = { caseId: 'case00000002' };
  const { html } = await read('read-contact-summary', { params, headers: page });
  expect(html?.source).toContain(`<li>${line}</li>`);
});

test('what is on record of somebody is not read back to whoever may not hear it', async () => {
  const identity = { asked: ['name'], isPassed: false };
  await desk.contact({ caseId: 'case00000002', body: { ...whole, call: { identity } } });
  const { body } = await read('read-contact-summary', { params: { caseId: 'case00000002' } });
  expect(body).toMatchObject({ whoItIsAbout: { kind: 'adult' } });
  expect(JSON.stringify(body)).not.toContain('Ada');
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
