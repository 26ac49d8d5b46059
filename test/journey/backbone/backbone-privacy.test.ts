import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { publicRoutes, staffRoutes } from '#functions/every-route.ts';
import { personal, plan } from '#test/support/journey/bodies.ts';
import { Executions } from '#test/support/journey/executions.ts';
import { Walk } from '#test/support/journey/walk.ts';
import { type RunningService, startService } from '#test/support/running-service.ts';

let service: RunningService;
let walk: Walk;
let items: Record<string, unknown>[] = [];
let executions: Executions;
let tokens: string[] = [];
/** All that the functions asked of the bus and the workflow engine. */
const asked: { target: string; body: string }[] = [];

beforeAll(async () => {
  service = await startService();
  service.stack.services.onAwsCall((call) => asked.push(call));
  executions = new Executions(String(service.stack.services.endpoints['AWS_ENDPOINT_URL_SFN']));
  walk = new Walk(service);
  await walk.stepTo(7);
  const waiting = (await service.items()).filter(({ sk }) => String(sk).startsWith('WORK#'));
  tokens = waiting.map(({ token }) => String(token));
  while (!walk.isOver) await walk.step();
  await walk.ask('public', `GET /public/receipts/${walk.receipt.reference}`, {
    headers: { 'x-receipt-secret': walk.receipt.secret },
  });
  items = await service.items();
});
afterAll(async () => {
  executions.close();
  await service.stop();
});

describe('nothing of the person stands', () => {
  const secrets = () => [...personal, walk.receipt.secret];
  const callsOf = (target: string) =>
    asked.filter((call) => call.target.includes(target)).map(({ body }) => body);

  test('in a log, and no token that moves a case on', () => {
    const logs = service.stack.logs();
    expect(tokens).toHaveLength(2);
    expect(logs).toContain('"operation":"triage-contact"');
    for (const secret of [...secrets(), ...tokens]) expect(logs).not.toContain(secret);
  });

  test('in the input or the history of an execution', async () => {
    const histories = await executions.histories();
    expect(histories).toContain(walk.caseId);
    for (const secret of secrets()) expect(histories).not.toContain(secret);
  });

  test('in what is asked of the workflow engine and told on the bus', () => {
    const calls = [...callsOf('AWSStepFunctions'), ...callsOf('AWSEvents')];
    expect(calls.length).toBeGreaterThan(12);
    for (const secret of secrets()) expect(calls.join('\n')).not.toContain(secret);
  });

  test('in a key of the table, and no token either', () => {
    const keys = items.map((item) =>
      Object.entries(item)
        .filter(([name]) => /^(pk|sk|gsi\d(pk|sk))$/.test(name))
        .map(([, value]) => String(value))
        .join('\n'),
    );
    const text = keys.join('\n');
    expect(text).toContain(`CASE#${walk.caseId}`);
    for (const secret of [...secrets(), ...tokens]) expect(text).not.toContain(secret);
  });

  test("in the receipt's item, whose secret is kept as a digest only", () => {
    const receipt = items.filter(({ pk }) => String(pk).startsWith('RECEIPT#'));
    expect(receipt).toHaveLength(2);
    for (const secret of secrets()) expect(JSON.stringify(receipt)).not.toContain(secret);
  });
});

describe('every operation answers as the description of the API says', () => {
  const operations = [...publicRoutes, ...staffRoutes];
  const byLine = new Map(operations.map((each) => [`${each.method} ${each.path}`, each]));

  test('at each step of the journey', () => {
    for (const { line, answer } of walk.answers) {
      const operation = byLine.get(line);
      expect([line, answer.status]).toEqual([line, operation?.answerStatus]);
      const parsed = operation?.answer.safeParse(answer.body);
      expect(parsed?.error && z.prettifyError(parsed.error), line).toBeUndefined();
    }
  });

  test('when somebody reads', async () => {
    const { state } = await walk.readCase();
    const ids: Readonly<Record<string, string>> = {
      caseId: walk.caseId,
      record: 'plan',
      personId: z.string().parse(state['personId']),
      agreementId: state.agreements[0] ?? '',
      kind: 'topic',
      id: 'how-to-get-help',
      letterId: '000000001contactreceived',
      team: 'social-work-north',
      version: 'adult-assessment-2015-04-01',
      costCentreId: 'older-people',
      day: '2026-04-01',
      from: '2026-04-06',
    };
    // What this journey has no need of: it is read where it is made.
    const neverMade: readonly string[] = [
      'read-signposting',
      'read-call-back',
      'read-appointment',
      'read-prescription',
      'read-second-look',
      'read-cash-limits',
      'read-provider',
      'read-contribution-account',
      'list-contribution-statements',
      'read-contribution-ledger',
      'read-contribution-statement',
      'read-order',
      'compare-plan-versions',
      'list-provider-orders',
    ];
    const queries: Readonly<Record<string, string>> = {
      'list-tasks': '?team=finance',
      'list-offers': '?component=Meals',
      'read-plan-line-offers': '?line=0',
    };
    const nobodys = 'nobodyhasthisid0';
    const token = service.tokenOf('reader');
    const reads = operations.filter(
      ({ method, access, path }) =>
        method === 'GET' && access === 'staff' && !path.includes('{runId}'),
    );
    for (const operation of reads) {
      const path = operation.path.replaceAll(
        /\{(\w+)\}/g,
        (_all, name: string) => ids[name] ?? nobodys,
      );
      const query = queries[operation.id] ?? '';
      const answer = await service.send(`GET ${path}${query}`, { token });
      const isThere = !neverMade.includes(operation.id);
      expect([operation.id, answer.status]).toEqual([operation.id, isThere ? 200 : 404]);
      if (!isThere) continue;
      const parsed = operation.answer.safeParse(answer.body);
      expect(parsed.error && z.prettifyError(parsed.error), operation.id).toBeUndefined();
    }
  });
});

describe('a record that others have changed meanwhile', () => {
  const writeAgain = (headers: Readonly<Record<string, string>>) =>
    service.send(`PUT /cases/${walk.caseId}/plan`, {
      token: service.tokenOf('practitioner'),
      headers,
      body: plan,
    });

  test('is not written over: 412 for the version before, 428 for none', async () => {
    const stale = await writeAgain({ 'if-match': '"2"' });
    expect([stale.status, stale.type]).toEqual([412, 'application/problem+json']);
    expect((await writeAgain({})).status).toBe(428);
    expect((await service.items()).length).toBe(items.length);
  });
});
