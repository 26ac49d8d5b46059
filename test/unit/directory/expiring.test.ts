import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readGuide, readGuides } from '#functions/information/answer-guide.ts';
import { importDirectory } from '#functions/information/directory/import-directory.ts';
import { askToCheck } from '#functions/information/freshness/ask-to-check.ts';
import {
  claimInformationCheck,
  releaseInformationCheck,
} from '#functions/information/freshness/hold-check.ts';
import { listExpiring } from '#functions/information/freshness/list-expiring.ts';
import { readGlossary } from '#functions/information/read-topics.ts';
import { makeStores } from '#functions/make-ports.ts';
import type { RawRequest } from '#shared/contracts/operation.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';
import { expiringWithin } from '#shared/domain/directory/expiring.ts';
import { serviceRecord } from '#test/support/directory-services.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

// The texts of the preset may be relied on until 30 September 2027, the service until 9 March.
const soon = '2027-02-08T09:00:00.000Z';
const inTime = '2027-02-06T09:00:00.000Z';
const afterAll = '2027-10-01T09:00:00.000Z';

const council = councilNamed('example');
let table = new MemoryTable();
const portsAt = (now: string) => {
  return { ...makeStores(table), council, system: { now: () => now, newId: () => 'x' } };
};
const request: RawRequest = {
  caller: { kind: 'staff', id: 'adviser-1', roles: ['adviser'], teams: [] },
  params: {},
  query: {},
  body: undefined,
  headers: {},
  actingAs: 'adviser',
};
const Listed = z.object({
  texts: z.array(
    z.object({ kind: z.string(), name: z.string(), until: z.string(), hasExpired: z.boolean() }),
  ),
  total: z.int(),
  next: z.string().optional(),
});

async function listAt(now: string, query: Record<string, string> = {}) {
  const reply = await listExpiring.run({ ...request, query }, portsAt(now));
  return Listed.parse(reply.accepted ? reply.value.body : reply.refusal);
}

beforeEach(async () => {
  table = new MemoryTable();
  const services = [
    serviceRecord({ name: 'Lunch Club', more: { assured_until: '2027-03-09' } }),
    serviceRecord({ name: 'Day Centre', more: { assured_until: '2027-12-31' } }),
  ];
  await importDirectory({ services }, { ...portsAt(inTime), now: inTime });
});

test.each([
  ['2027-02-06', []],
  ['2027-02-07', ['a']],
  ['2027-03-10', ['a']],
])('On %s what expires within thirty days, or has expired, is %j', (today, ids) => {
  const text = (id: string, until: string) => ({ kind: 'topic' as const, id, name: id, until });
  const texts = [text('b', '2027-05-01'), text('a', '2027-03-09')];
  expect(expiringWithin(texts, 30, today).map(({ id }) => id)).toEqual(ids);
});

describe('The list of what expires', () => {
  test('names a service within its days, and says whether its last day is over', async () => {
    const service = { kind: 'service', name: 'Lunch Club', until: '2027-03-09' };
    expect((await listAt(inTime)).texts).toEqual([]);
    expect((await listAt(inTime, { days: '31' })).texts).toEqual([
      { ...service, hasExpired: false },
    ]);
    const later = await listAt('2027-03-10T09:00:00.000Z');
    expect(later.texts).toEqual([{ ...service, hasExpired: true }]);
  });

  test('names topics, guides and the glossary too, and goes on from page to page', async () => {
    const whole = await listAt(afterAll, { limit: '100' });
    expect(new Set(whole.texts.map(({ kind }) => kind))).toEqual(
      new Set(['service', 'topic', 'guide', 'glossary']),
    );
    const first = await listAt(afterAll, { limit: '2' });
    const rest = await listAt(afterAll, { limit: '100', cursor: first.next ?? '' });
    expect([...first.texts, ...rest.texts]).toEqual(whole.texts);
    expect(first.total).toBe(whole.texts.length);
  });
});

describe('The task to check information', () => {
  const queue = async () => (await makeStores(table).tasks.ofTeam('adult-front-door', 10)).tasks;

  test('stands in the front door queue while something expires soon, and goes by itself', async () => {
    expect(await askToCheck(portsAt(inTime))).toEqual({ expiring: 0 });
    expect(await queue()).toEqual([]);
    await askToCheck(portsAt(soon));
    await askToCheck(portsAt(soon));
    expect(await queue()).toMatchObject([
      { step: 'check-information', due: '2027-03-09', texts: 1, isOverdue: false },
    ]);
    await importDirectory(
      { services: [serviceRecord({ name: 'Lunch Club', more: { assured_until: '2027-12-31' } })] },
      { ...portsAt(soon), now: soon, mayRemove: true },
    );
    await askToCheck(portsAt(soon));
    expect(await queue()).toEqual([]);
  });

  test('is held by one person at a time, who keeps it from day to day', async () => {
    const by = async (id: string, operation = claimInformationCheck) => {
      const caller = { kind: 'staff', id, roles: ['adviser'], teams: [] } as const;
      const reply = await operation.run({ ...request, caller }, portsAt(soon));
      return reply.accepted ? 'held' : reply.refusal.kind;
    };
    expect(await by('adviser-1')).toBe('not-found');
    await askToCheck(portsAt(soon));
    expect([await by('adviser-1'), await by('adviser-2')]).toEqual(['held', 'already-recorded']);
    expect(await by('adviser-2', releaseInformationCheck)).toBe('already-recorded');
    await askToCheck(portsAt('2027-02-09T09:00:00.000Z'));
    expect(await queue()).toMatchObject([{ claimedBy: 'adviser-1', openedAt: soon }]);
    expect(await by('adviser-1', releaseInformationCheck)).toBe('held');
    expect([await by('adviser-2'), (await queue())[0]?.claimedBy]).toEqual(['held', 'adviser-2']);
  });

  test('is late once the first of them has dropped out, and is never told as a late case', async () => {
    const day = '2027-03-10';
    await askToCheck(portsAt(soon));
    const asked = { team: 'adult-front-door', part: 'OPEN', upTo: day, limit: 10 } as const;
    const late = await makeStores(table).tasks.lateOfTeam({ ...asked, startAfter: undefined });
    expect(late.late).toEqual([]);
    await askToCheck(portsAt(`${day}T07:30:00.000Z`));
    expect(await queue()).toMatchObject([{ step: 'check-information', isOverdue: true }]);
  });
});

describe('What nobody has checked in time', () => {
  const bodyOf = async (reply: ReturnType<typeof readGuides.run>) => {
    const answered = await reply;
    return answered.accepted ? answered.value.body : answered.refusal;
  };

  test.each([
    [soon, true],
    [afterAll, false],
  ])('at %s: guided questions are asked: %s', async (now, isAsked) => {
    const list = z.object({ guides: z.array(z.unknown()) });
    const { guides } = list.parse(await bodyOf(readGuides.run(request, portsAt(now))));
    expect(guides.length > 0).toBe(isAsked);
    const one = { ...request, params: { guideId: 'find-help' } };
    expect((await readGuide.run(one, portsAt(now))).accepted).toBe(isAsked);
  });

  test.each([
    [soon, false],
    [afterAll, true],
  ])(
    'at %s: the glossary still explains letters and says that it needs checking: %s',
    async (now, is) => {
      expect(await bodyOf(readGlossary.run(request, portsAt(now)))).toMatchObject({
        needsChecking: is,
      });
    },
  );
});
