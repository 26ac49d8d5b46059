import { expect, test } from 'vitest';
import { readTopic, readTopics } from '#functions/information/read-topics.ts';
import { makeStores } from '#functions/make-ports.ts';
import type { RawRequest } from '#shared/contracts/operation.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

const request: RawRequest = {
  caller: { kind: 'public' },
  params: {},
  query: {},
  body: undefined,
  headers: {},
  actingAs: undefined,
};

function portsAt(now: string) {
  const system = { now: () => now, newId: () => 'x' };
  return { ...makeStores(new MemoryTable()), council: councilNamed('example'), system };
}

// The topics may be relied on until 30 September 2027, a day of summer time.
test.each([
  ['2027-09-30T22:59:00.000Z', true],
  ['2027-09-30T23:01:00.000Z', false],
])('At %s topics that hold until that day in London are shown: %s', async (now, isShown) => {
  const ports = portsAt(now);
  const list = await readTopics.run(request, ports);
  if (!list.accepted) throw new Error('the list is there');
  expect(Object(list.value.body).topics.length > 0).toBe(isShown);
  const one = await readTopic.run({ ...request, params: { topicId: 'telecare' } }, ports);
  expect(one.accepted).toBe(isShown);
});
