import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLocalStack } from '#infra/local/stack.ts';
import { exampleDirectory as example, runDirectory } from '#test/support/directory-command.ts';
import { temporaryFolder } from '#test/support/local/temporary-folder.ts';
import { aContact, aPerson } from '#test/support/requests.ts';
import { type RunningService, startService } from '#test/support/running-service.ts';

const search = 'POST /public/directory/search';
const nowhere = { ...aPerson, postcode: 'ZZ99 9ZZ' };

let running: RunningService | undefined;
function service(): RunningService {
  if (!running) throw new Error('the service is not running');
  return running;
}

const directory = (action: 'import' | 'export', file: string, ...flags: '--remove'[]) =>
  runDirectory(service().stack.url, action, file, ...flags);

beforeAll(async () => {
  running = await startService();
  await directory('import', example);
}, 120_000);
afterAll(() => running?.stop());

async function names(body: object): Promise<string[]> {
  const answer = await service().send(search, { body: { limit: 50, ...body } });
  return Object(answer.body).services.map(({ name }: { name: string }) => name);
}

describe('The directory', () => {
  test('is taken out as it was brought in', async () => {
    const file = join(temporaryFolder(), 'out.json');
    expect(await directory('export', file)).toEqual({ isGood: true, said: '' });
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(example, 'utf8'));
  });

  test('is identical after it was taken out of one service and brought into another', async () => {
    const folder = temporaryFolder();
    const [out, back] = [join(folder, 'out.json'), join(folder, 'back.json')];
    await directory('export', out);
    const other = await startLocalStack({ council: 'example' });
    try {
      const { said } = await runDirectory(other.url, 'import', out);
      expect(said).toBe('imported: 70 added, 0 changed, 0 unchanged, 0 removed\n');
      await runDirectory(other.url, 'export', back);
      expect(readFileSync(back, 'utf8')).toBe(readFileSync(out, 'utf8'));
    } finally {
      await other.stop();
    }
  }, 120_000);

  test('changes nothing where what is there already is brought in again', async () => {
    const { said } = await directory('import', example);
    expect(said).toBe('imported: 0 added, 0 changed, 70 unchanged, 0 removed\n');
  });

  test('names the broken records of a file, and goes on as it was', async () => {
    const file = join(temporaryFolder(), 'broken.json');
    const { services } = JSON.parse(readFileSync(example, 'utf8'));
    const broken = { ...services[3], status: 'open', email: 'nobody' };
    writeFileSync(file, JSON.stringify({ services: [services[0], broken] }));
    const { isGood, said } = await directory('import', file);
    expect(isGood).toBe(false);
    expect(said).toContain(`${services[3].id}  /services/1/status`);
    expect(said).toContain('/services/1/email');
    expect(said).toContain('nothing was imported: 2 faults');
    expect(await names({ category: 'lunch-clubs' })).toHaveLength(3);
  });

  test('is not emptied by an empty file', async () => {
    const file = join(temporaryFolder(), 'empty.json');
    writeFileSync(file, JSON.stringify({ services: [] }));
    const { isGood, said } = await directory('import', file);
    expect([isGood, said]).toEqual([
      false,
      'nothing was imported: 70 of 70 services would drop out. If they are meant to go, give --remove\n',
    ]);
    expect(await names({ category: 'lunch-clubs' })).toHaveLength(3);
  });

  test('says in one line what is wrong with a file that is not there or is not JSON', async () => {
    const file = join(temporaryFolder(), 'text.json');
    writeFileSync(file, '{');
    for (const [name, words] of [
      [file, 'is not JSON'],
      ['/nowhere.json', '/nowhere.json cannot be read'],
    ] as const) {
      const { isGood, said } = await directory('import', name);
      expect([isGood, said.split('\n').length]).toEqual([false, 2]);
      expect(said).toContain(words);
    }
  });

  test('says from where it measures, and only where it does', async () => {
    const near = await service().send(search, { body: { postcode: 'zz111pq', limit: 1 } });
    expect(near.body).toMatchObject({
      aboutMiles: 'Miles are as the crow flies from the middle of ZZ11.',
    });
    const anywhere = await service().send(search, { body: { limit: 1 } });
    expect(anywhere.body).not.toHaveProperty('aboutMiles');
  });

  test('is searched by need, category, words and distance', async () => {
    expect(await names({ need: 'memory', category: 'telecare' })).toEqual([
      'Lifeline Telecare',
      'Medication Reminders',
      'Safe Walking GPS',
    ]);
    expect(await names({ text: 'falls', postcode: 'zz111pq', withinMiles: 1 })).toEqual([
      'Steady On at Riverside',
      'Lifeline Telecare',
    ]);
  });

  test('is read page by page without losing or repeating anything', async () => {
    const body = { need: 'company', postcode: 'ZZ1 1AA' };
    const all = await names(body);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await service().send(search, { body: { ...body, cursor, limit: 4 } });
      const page = Object(answer.body);
      expect([page.total, page.services.length <= 4]).toEqual([all.length, true]);
      paged.push(...page.services.map(({ name }: { name: string }) => name));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(12);
  });

  test.each<[string, object, string]>([
    ['a postcode that does not exist', { postcode: 'ZZ99 1AA' }, '/postcode'],
    ['a postcode of the wrong shape', { postcode: 'nowhere' }, '/postcode'],
    ['a distance from nowhere', { withinMiles: 3 }, '/postcode'],
    ['words of 50 kB', { text: 'x'.repeat(50_000) }, '/text'],
    ['a cursor that somebody made up', { cursor: 'eyJhIjoiYiJ9' }, '/cursor'],
    ['a field that is not known', { nhsNumber: '943 476 5919' }, '/nhsNumber'],
  ])('refuses %s and points to it', async (_what, body, pointer) => {
    const answer = await service().send(search, { body });
    expect([answer.status, answer.type]).toEqual([422, 'application/problem+json']);
    expect(Object(answer.body).errors[0].pointer).toBe(pointer);
  });

  test('that finds nothing says what else there is to try, and whom to call', async () => {
    const answer = await service().send(search, { body: { text: 'lucnh', limit: 5 } });
    expect(answer.body).toMatchObject({
      total: 0,
      nothingFound: {
        advice: expect.stringContaining('01632 960 100'),
        didYouMean: ['lunch'],
        categories: expect.arrayContaining([{ code: 'home-care', name: 'Care at home' }]),
      },
    });
    const found = await service().send(search, { body: { text: 'lunch' } });
    expect(found.body).not.toHaveProperty('nothingFound');
  });

  test('does not go on with the cursor of another search', async () => {
    const first = await service().send(search, { body: { need: 'company', limit: 1 } });
    const cursor = Object(first.body).next;
    const answer = await service().send(search, { body: { need: 'money', cursor } });
    expect([answer.status, Object(answer.body).errors[0].pointer]).toEqual([422, '/cursor']);
  });

  test('shows a service in the form that suits, with what forms there are and who checked it', async () => {
    const [library] = Object(
      (await service().send(search, { body: { text: 'central library' } })).body,
    ).services;
    const path = `/public/directory/services/${library.id}`;
    const welsh = Object((await service().send(`GET ${path}?language=cy`)).body);
    expect(welsh).toMatchObject({
      text: { name: 'Llyfrgell Ganolog', language: 'cy' },
      isAsAsked: true,
      lastChecked: { by: 'information@example.org' },
      service: { name: 'Central Library' },
    });
    expect(welsh.askForAnother).toContain('01632 960 100');
    const braille = Object((await service().send(`GET ${path}?format=braille`)).body);
    expect([braille.isAsAsked, braille.text.format]).toEqual([false, 'standard']);
    expect(braille.availableIn).toContainEqual({ format: 'audio', language: 'en' });
  });

  test.each([
    'GET /public/directory/services/00000000-0000-4000-a000-000000000000',
    'GET /public/directory/services/17',
    'GET /public/topics/nothing',
    'GET /public/guides/nothing',
  ])('has nothing at %s', async (line) => {
    expect((await service().send(line)).status).toBe(404);
  });
});

test.each([
  ['POST /public/contacts', { ...aContact, person: nowhere }, '/person/postcode'],
  ['POST /people', { details: nowhere, reason: 'She called.' }, '/details/postcode'],
])('%s refuses a postcode of a district that does not exist', async (line, body, pointer) => {
  const headers = { 'idempotency-key': 'a-postcode-of-nowhere' };
  const answer = await service().send(line, { body, headers, token: service().tokenOf('a-1') });
  expect([answer.status, Object(answer.body).errors[0].pointer]).toEqual([422, pointer]);
});

describe('Advice before contact', () => {
  test('explains the words of letters', async () => {
    const answer = Object((await service().send('GET /public/glossary')).body);
    expect(answer.words.length).toBeGreaterThanOrEqual(11);
    expect(answer.words[0]).toEqual({
      id: 'adult-social-care',
      word: 'adult social care',
      meaning: expect.stringContaining('daily life'),
    });
  });

  test('has topics by group, filled with the numbers of the council', async () => {
    const list = Object((await service().send('GET /public/topics?group=self-funders')).body);
    expect(list.topics.length).toBeGreaterThanOrEqual(2);
    const topic = await service().send('GET /public/topics/worried-about-somebody');
    expect(JSON.stringify(topic.body)).toContain('01632 960 102');
    expect(JSON.stringify(topic.body)).not.toContain('((');
  });

  test('leads by questions to advice, to services, or to a contact', async () => {
    const line = 'POST /public/guides/find-help/answers';
    const step = async (answers: object) =>
      Object((await service().send(line, { body: { answers } })).body);
    expect(await step({})).toMatchObject({ kind: 'question', question: { id: 'danger' } });
    expect(await step({ danger: 'yes' })).toMatchObject({ kind: 'result', isEmergency: true });
    const easy = await service().send(`${line}?format=easy-read`, { body: { answers: {} } });
    expect(easy.body).toMatchObject({
      question: { id: 'danger', text: 'Is somebody in danger now? Is somebody hurt?' },
      format: 'easy-read',
      isAsAsked: true,
    });
    const carer = await step({ danger: 'no', who: 'carer' });
    expect(carer.advice[0].id).toBe('looking-after-somebody');
    expect(carer.services.length).toBe(5);
    const unsafe = { danger: 'no', who: 'me', what: 'washing-dressing', 'how-hard': 'unsafe' };
    expect((await step(unsafe)).contact).toMatchObject({
      isAdvised: true,
      web: '/public/contacts',
      phone: '01632 960 100',
    });
    const wrong = await service().send(line, { body: { answers: { danger: 'perhaps' } } });
    expect([wrong.status, Object(wrong.body).errors[0].pointer]).toEqual([422, '/answers/danger']);
  });

  test('is told whether it was useful, once, and nothing about anybody', async () => {
    const give = (body: object, key = 'feedback-key-000001') =>
      service().send('POST /public/feedback', { body, headers: { 'idempotency-key': key } });
    const about = { kind: 'topic', id: 'telecare' };
    const said = { about, isUseful: false, because: 'hard-to-understand' };
    expect((await give(said)).status).toBe(201);
    expect((await give(said)).status).toBe(201);
    expect((await give({ about, isUseful: true })).status).toBe(422);
    expect((await give({ about, isUseful: true }, 'feedback-key-000002')).status).toBe(201);
    expect((await give({ ...said, name: 'Alex' }, 'feedback-key-000003')).status).toBe(422);
    const gone = { kind: 'service', id: '00000000-0000-4000-a000-000000000000' };
    expect((await give({ about: gone, isUseful: true }, 'feedback-key-000004')).status).toBe(404);
    const token = service().tokenOf('adviser-1', ['adviser']);
    const count = await service().send('GET /feedback/topic/telecare', { token });
    expect(count.body).toEqual({
      useful: 1,
      notUseful: 1,
      because: { 'hard-to-understand': 1 },
    });
    const kept = (await service().items()).filter(({ sk }) => String(sk).startsWith('FEEDBACK#'));
    expect(kept.length).toBe(2);
    for (const item of kept) {
      expect(Object.keys(item).sort()).toEqual(
        ['expiresAt', 'gsi1pk', 'gsi1sk', 'pk', 'schema', 'sk'].sort(),
      );
    }
  });

  test('leaves no postcode and no words of anybody in a log', async () => {
    await names({ text: 'unmistakablewords', postcode: 'ZZ7 3XY' });
    await service().stack.activity.whenIdle();
    expect(service().stack.logs()).toContain('search-directory');
    expect(service().stack.logs()).not.toMatch(/unmistakablewords|ZZ7 ?3XY/);
  });
});

test('What nobody has checked in time drops out on the day after', async () => {
  const { services } = JSON.parse(readFileSync(example, 'utf8'));
  const file = join(temporaryFolder(), 'today.json');
  const library = services.find(({ name }: { name: string }) => name === 'Central Library');
  writeFileSync(
    file,
    JSON.stringify({ services: [{ ...library, assured_until: '2026-11-02' }, services[0]] }),
  );
  const { said } = await directory('import', file, '--remove');
  expect(said).toContain('1 changed, 1 unchanged');
  const path = `GET /public/directory/services/${library.id}`;
  const { clock } = service().stack;
  await clock.advanceTo(Date.parse('2026-11-02T23:59:00Z'));
  expect(await names({ category: 'community' })).toContain('Central Library');
  expect((await service().send(path)).status).toBe(200);
  await clock.advanceTo(Date.parse('2026-11-03T00:01:00Z'));
  expect(await names({ category: 'community' })).not.toContain('Central Library');
  expect((await service().send(path)).status).toBe(404);
  await clock.advanceTo(Date.parse('2026-11-03T08:00:00Z'));
  const token = service().tokenOf('adviser-1');
  const { body } = await service().send('GET /tasks?team=adult-front-door', { token });
  expect(Object(body).tasks).toMatchObject([
    { step: 'check-information', due: '2026-11-02', isOverdue: true, texts: 1 },
  ]);
}, 120_000);
