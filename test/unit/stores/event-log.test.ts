import { expect, test } from 'vitest';
import * as z from 'zod';
import type { NewEvent, RecordedEvent } from '#shared/stores/events/event.ts';
import { findBreak } from '#shared/stores/events/event-chain.ts';
import { EventLog } from '#shared/stores/events/event-log.ts';
import type { Item } from '#shared/stores/table/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

const State = z.strictObject({ count: z.int() });
type State = z.infer<typeof State>;

function newLog() {
  const table = new MemoryTable();
  return { table, log: new EventLog(table, 'case', State) };
}

function event(id: string, count: number): NewEvent<State> {
  return {
    id,
    aggregateId: 'c1',
    type: 'counted',
    at: '2026-11-22T09:30:00.000Z',
    actor: { id: 'p-1', role: 'practitioner' },
    request: null,
    body: { note: 'in their words', left: undefined },
    after: { count },
  };
}

async function fill(log: EventLog<State>, count: number): Promise<RecordedEvent<State>[]> {
  const events: RecordedEvent<State>[] = [];
  for (let n = 1; n <= count; n += 1) {
    const result = await log.append(events.at(-1), event(`e${n}`, n));
    if (result.appended) events.push(result.event);
  }
  return events;
}

test('the newest event carries where the aggregate stands', async () => {
  const { log } = newLog();
  await fill(log, 3);
  expect(await log.last('c1')).toMatchObject({ sequence: 3, after: { count: 3 } });
});

test('what is read back is what was sealed', async () => {
  const { log } = newLog();
  const [first] = await fill(log, 1);
  expect(await log.at('c1', 1)).toEqual(first);
});

test('two commands that read the same event: one is written, the other has lost the race', async () => {
  const { log } = newLog();
  const [first] = await fill(log, 1);
  expect((await log.append(first, event('mine', 2))).appended).toBe(true);
  expect(await log.append(first, event('theirs', 9))).toEqual({ appended: false, because: 'race' });
  expect(await log.last('c1')).toMatchObject({ after: { count: 2 } });
});

test('a write repeated after its reply was lost is recognised as our own', async () => {
  const { log } = newLog();
  const once = await log.append(undefined, event('e1', 1));
  expect(await log.append(undefined, event('e1', 1))).toEqual(once);
});

test('an event is not written when what must agree with it does not', async () => {
  const { log } = newLog();
  const taken = { delete: { pk: 'CASE#c1', sk: 'DUE#review' }, onlyIf: ['present'] } as const;
  expect(await log.append(undefined, event('e1', 1), [taken])).toEqual({
    appended: false,
    because: 'also',
    place: 0,
  });
  expect(await log.last('c1')).toBeUndefined();
});

test('events are paged oldest first', async () => {
  const { log } = newLog();
  await fill(log, 5);
  const { events, hasMore } = await log.page('c1', 1, 3);
  expect(events.map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  expect(hasMore).toBe(true);
  expect((await log.page('c1', 4, 3)).events.map(({ sequence }) => sequence)).toEqual([5]);
});

test('a chain that nobody touched verifies, with bodies erased as well', async () => {
  const events = await fill(newLog().log, 3);
  expect(findBreak(events)).toBeUndefined();
  const erased = events.map((e) => ({ ...e, body: null, salt: '' }));
  expect(findBreak(erased)).toBeUndefined();
});

test.each<[string, (e: RecordedEvent<State>) => RecordedEvent<State>]>([
  ['another actor', (e) => ({ ...e, actor: { id: 'p-2', role: 'practitioner' } })],
  ['another time', (e) => ({ ...e, at: '2026-11-23T09:30:00.000Z' })],
  ['another body', (e) => ({ ...e, body: { note: 'changed' } })],
  ['another state', (e) => ({ ...e, after: { count: 7 } })],
])('a chain with %s in its second event is broken there', async (_what, tamper) => {
  const events = await fill(newLog().log, 3);
  const tampered = events.map((e) => (e.sequence === 2 ? tamper(e) : e));
  expect(findBreak(tampered)).toBe(2);
});

test('a chain with an event taken out is broken after it', async () => {
  const events = await fill(newLog().log, 3);
  expect(findBreak(events.filter(({ sequence }) => sequence !== 2))).toBe(3);
});

test('every event of a released version is still read', async () => {
  const { table, log } = newLog();
  const released = await import('./released/event-1.json', { with: { type: 'json' } });
  const item: Item = released.default;
  await table.write([{ put: item }]);
  const read = await log.last('c1');
  expect(read).toMatchObject({ schema: 1, sequence: 1, type: 'counted', after: { count: 1 } });
  expect(read && findBreak([read])).toBeUndefined();
});
