import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { aContact, aPerson, toAssessment } from '#test/support/requests.ts';
import { type Answered, type RunningService, startService } from '#test/support/running-service.ts';

const Receipt = z.looseObject({
  reference: z.string(),
  secret: z.string(),
  doNow: z.array(z.looseObject({ because: z.string() })).optional(),
});
const Taken = Receipt.extend({ caseId: z.string() });
const Refused = z.looseObject({ errors: z.array(z.looseObject({ pointer: z.string() })) });

let running: RunningService | undefined;
function service(): RunningService {
  if (!running) throw new Error('the service is not running');
  return running;
}
beforeAll(async () => {
  running = await startService();
}, 120_000);
afterAll(() => running?.stop());

let keys = 0;
beforeEach(() => {
  keys += 1;
});
const key = () => ({ 'idempotency-key': `front-door-key-${keys}-of-test` });

async function begun(body: object) {
  const answer = await service().send('POST /public/contact-drafts', { headers: key(), body });
  expect(answer.status).toBe(201);
  return Receipt.parse(answer.body);
}

function onDraft({ reference, secret }: z.infer<typeof Receipt>) {
  const headers = { 'x-receipt-secret': secret };
  const path = `/public/contact-drafts/${reference}`;
  return {
    save: (body: object) => service().send(`PUT ${path}`, { headers, body }),
    read: () => service().send(`GET ${path}`, { headers }),
    send: () => service().send(`POST ${path}/submission`, { headers }),
    progress: () => service().send(`GET /public/receipts/${reference}`, { headers }),
  };
}

const takenBy = (body: object) => {
  const token = service().tokenOf('adviser-1');
  return service().send('POST /contacts', { token, headers: key(), body });
};
async function caseOf(caseId: string): Promise<Record<string, unknown>> {
  await service().stack.activity.whenIdle();
  const token = service().tokenOf('adviser-1');
  const { body } = await service().send(`GET /cases/${caseId}`, { token });
  return Object(body).state;
}
const pointers = ({ body }: Answered) => Refused.parse(body).errors.map(({ pointer }) => pointer);

describe('A contact that somebody begins', () => {
  test('is kept as far as it was answered, and gone on with', async () => {
    const draft = onDraft(await begun({ about: 'adult', person: { givenName: 'Marigold' } }));
    const more = { by: { kind: 'self' }, person: aPerson, whatMatters: 'Pigeons.' };
    expect((await draft.save(more)).body).toMatchObject({ keptUntil: '2026-11-30' });
    const read = await draft.read();
    expect(read.body).toMatchObject({ keptUntil: '2026-11-30', body: { whatMatters: 'Pigeons.' } });
    // Saved whole: what is left out is not there any more, and nothing was filled in.
    expect(Object.keys(Object(read.body).body).sort()).toEqual(['by', 'person', 'whatMatters']);
    expect((await draft.progress()).status).toBe(409);
  });

  test('is not sent before it is answered, and every blank is named', async () => {
    const draft = onDraft(await begun({ isUrgent: true, by: { personKnows: true } }));
    const before = await service().items();
    const refused = await draft.send();
    expect(refused.status).toBe(422);
    expect(pointers(refused)).toEqual([
      '/about',
      '/by/kind',
      '/whatIsHappening',
      '/person/givenName',
      '/person/familyName',
      '/urgentBecause',
    ]);
    expect(await service().items()).toEqual(before);
  });

  test('becomes a contact under the same reference, once, and nothing of it is left', async () => {
    const receipt = await begun(aContact);
    const draft = onDraft(receipt);
    const answers = await Promise.all([draft.send(), draft.send()]);
    answers.push(await draft.send());
    for (const answer of answers) {
      if (answer.status === 409) continue;
      expect(answer.status).toBe(201);
      const { reference, secret } = Receipt.parse(answer.body);
      expect({ reference, secret }).toEqual({
        reference: receipt.reference,
        secret: receipt.secret,
      });
    }
    expect(answers.at(-1)?.status).toBe(201);
    const items = await service().items();
    const kept = items.filter(({ pk }) => pk === `RECEIPT#${receipt.reference}`);
    expect(kept.map(({ sk }) => sk).sort()).toEqual(['SECRET', 'STATUS']);
    expect(JSON.stringify(kept)).not.toMatch(/Marigold|kettle|isDraft|expiresAt/);
    expect((await draft.progress()).status).toBe(200);
    const contacts = items.filter(({ pk, body }) => {
      return String(pk).startsWith('CONTACT#') && JSON.stringify(body).includes('kettle');
    });
    expect(contacts).toHaveLength(1);
    expect((await draft.save(aContact)).status).toBe(409);
    expect((await draft.read()).status).toBe(409);
  });

  test('opens to its secret only, and is begun once by one key', async () => {
    const receipt = await begun({ about: 'carer' });
    expect(await begun({ about: 'carer' })).toEqual(receipt);
    const other = await service().send('POST /public/contact-drafts', {
      headers: key(),
      body: { about: 'adult' },
    });
    expect(other.status).toBe(422);
    const wrong = onDraft({ ...receipt, secret: 'wrong' });
    expect((await wrong.read()).status).toBe(404);
    expect((await wrong.save({ about: 'adult' })).status).toBe(404);
    expect((await wrong.send()).status).toBe(404);
    expect((await onDraft(receipt).read()).body).toMatchObject({ body: { about: 'carer' } });
  });

  test('may be saved with a mistake in nothing', async () => {
    const draft = onDraft(await begun({ about: 'adult' }));
    const person = { nhsNumber: '943 476 5918', postcode: 'QQ1 1AA', dateOfBirth: '1950-02-30' };
    const refused = await draft.save({ person, whatIsHappening: 'x'.repeat(50_000) });
    expect(pointers(refused).sort()).toEqual([
      '/person/dateOfBirth',
      '/person/nhsNumber',
      '/person/postcode',
      '/whatIsHappening',
    ]);
  });
});

describe('What is known is not asked again', () => {
  test('by an adviser who has found the record, and what is new goes into it', async () => {
    const first = Taken.parse((await takenBy({ ...aContact, channel: 'face-to-face' })).body);
    const { personId } = await caseOf(first.caseId);
    keys += 1;
    const { person: _, ...said } = aContact;
    const again = {
      ...said,
      channel: 'face-to-face',
      personId,
      person: { phone: '01632 960 999' },
    };
    const answer = await takenBy(again);
    expect(answer.body).toMatchObject({ known: { ...aPerson, nhsNumber: '9434765919' } });
    expect((await takenBy(again)).status).toBe(201);
    const token = service().tokenOf('adviser-1');
    const { body } = await service().send(`GET /people/${personId}`, { token });
    expect(body).toMatchObject({ details: { familyName: 'Quillfeather', phone: '01632 960 999' } });
    expect(Object(body).cases).toHaveLength(2);
  });

  test('by phone nothing is told after a check that failed, and nothing is changed', async () => {
    const first = Taken.parse((await takenBy({ ...aContact, channel: 'phone' })).body);
    const { personId } = await caseOf(first.caseId);
    keys += 1;
    const call = { identity: { asked: ['date-of-birth'], isPassed: false } };
    const person = { phone: '01632 960 000' };
    const answer = await takenBy({ ...aContact, channel: 'phone', personId, person, call });
    expect(answer.status).toBe(201);
    expect(answer.body).not.toHaveProperty('known');
    const token = service().tokenOf('adviser-1');
    const { body } = await service().send(`GET /people/${personId}`, { token });
    expect(body).toMatchObject({ details: { phone: aPerson.phone } });
  });

  test('of a resident who has signed in', async () => {
    const first = Taken.parse((await takenBy({ ...aContact, channel: 'letter' })).body);
    const { personId } = await caseOf(first.caseId);
    const token = service().stack.token({ resident: String(personId) });
    const body = { about: 'adult', whatIsHappening: 'The lift is broken.' };
    const answer = await service().send('POST /my/contacts', { token, headers: key(), body });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ known: { givenName: 'Marigold' } });
    expect(await caseOf(Taken.parse(answer.body).caseId)).toMatchObject({ personId });
    const stranger = { token: service().resident, headers: key(), body };
    expect((await service().send('POST /my/contacts', stranger)).status).toBe(404);
  });
});

describe('What cannot wait', () => {
  const risks = [{ what: 'He lies on the floor.', howSoon: 'now', toWhom: 'person' }];

  test('is told to whoever writes, and goes before what came earlier that day', async () => {
    await service().send('POST /local/clock', { body: { advanceTo: '2026-11-03T09:00:00Z' } });
    const waiting = Taken.parse((await takenBy({ ...aContact, channel: 'email' })).body);
    keys += 1;
    await service().send('POST /local/clock', { body: { advanceTo: '2026-11-04T21:00:00Z' } });
    const urgent = Taken.parse((await takenBy({ ...aContact, channel: 'phone', risks })).body);
    expect(urgent.doNow).toMatchObject([
      { because: 'immediate-danger', call: [{ phone: '999' }, { phone: '01632 960 101' }] },
    ]);
    expect(await caseOf(urgent.caseId)).toMatchObject({
      isUrgent: true,
      urgentBecause: 'He lies on the floor.',
    });
    const token = service().tokenOf('adviser-1');
    const queue = await service().send('GET /tasks?team=adult-front-door&limit=100', { token });
    const tasks = z
      .array(z.looseObject({ aggregateId: z.string(), flags: z.array(z.string()).optional() }))
      .parse(Object(queue.body).tasks)
      .filter(({ aggregateId }) => [urgent.caseId, waiting.caseId].includes(aggregateId));
    expect(tasks[0]?.flags).toEqual(['danger-now']);
    const cases = tasks.map(({ aggregateId }) => aggregateId);
    expect(cases.indexOf(urgent.caseId)).toBe(0);
    expect(cases).toContain(waiting.caseId);
  });

  test("is a child: triage waits until children's services have been told", async () => {
    const childAtRisk = { whatIsFeared: 'The boy is left alone at night.', childName: 'Tam' };
    const body = { ...aContact, childAtRisk };
    const made = await service().send('POST /public/contacts', { headers: key(), body });
    expect(Receipt.parse(made.body).doNow).toMatchObject([{ because: 'child-at-risk' }]);
    const items = await service().items();
    const opened = items.find(({ type, after }) => {
      return type === 'case-opened' && Object(after).childAtRisk === 'to-refer';
    });
    const token = service().tokenOf('adviser-1');
    const line = `POST /cases/${opened?.['aggregateId']}/triage`;
    const kept = await service().send(line, { token, body: toAssessment });
    expect(kept.body).toMatchObject({ type: '/problems/child-not-referred', status: 409 });
    const childReferral = { who: "The children's front door", on: '2026-11-04', at: '21:30' };
    const told = await service().send(line, { token, body: { ...toAssessment, childReferral } });
    expect(told.status).toBe(200);
    expect(await caseOf(String(opened?.['aggregateId']))).toMatchObject({
      childAtRisk: 'referred',
    });
  });
});
