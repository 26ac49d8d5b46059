import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Table } from '#shared/stores/table/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { openRealTable, type RealTable } from '#test/support/real-table.ts';

let real: RealTable | undefined;
beforeAll(async () => {
  real = await openRealTable();
});
afterAll(() => real?.stop());

const memory = new MemoryTable();
const tables: Record<string, () => Table> = {
  'the double': () => memory,
  'the real table': () => {
    if (!real) throw new Error('the engine is not running');
    return real.table;
  },
};

let partitions = 0;
function newPartition(): string {
  partitions += 1;
  return `CASE#contract-${partitions}`;
}

describe.each(Object.keys(tables))('%s', (name) => {
  const table = (): Table => tables[name]?.() ?? memory;
  const sortKeys = (items: readonly { sk: string }[]) => items.map(({ sk }) => sk);

  test('gives back what was put, nested lists, nulls and numbers included', async () => {
    const item = {
      pk: newPartition(),
      sk: 'A',
      list: [1, 'two', null],
      deep: { yes: true, n: 0.5 },
    };
    await table().write([{ put: item }]);
    expect(await table().get({ pk: item.pk, sk: 'A' })).toEqual(item);
  });

  test('knows nothing of a key that was never put', async () => {
    expect(await table().get({ pk: newPartition(), sk: 'A' })).toBeUndefined();
  });

  test('gives many items at once in the order of their keys, and nothing where there is none', async () => {
    const pk = newPartition();
    const [a, b] = [
      { pk, sk: 'A', word: 'first' },
      { pk, sk: 'B', word: 'second' },
    ];
    await table().write([{ put: a }, { put: b }]);
    const keys = [b, { pk, sk: 'never put' }, a].map(({ pk, sk }) => ({ pk, sk }));
    expect(await table().getMany(keys)).toEqual([b, undefined, a]);
    expect(await table().getMany([])).toEqual([]);
  });

  test('refuses a second item under a key that must be free, and shows the first', async () => {
    const first = { pk: newPartition(), sk: 'A', who: 'first' };
    const put = (who: string) => table().write([{ put: { ...first, who }, onlyIf: ['absent'] }]);
    expect(await put('first')).toEqual({ written: true });
    expect(await put('second')).toEqual({ written: false, blocked: 0, existing: first });
  });

  test('replaces an item only while it is at the version that was read', async () => {
    const pk = newPartition();
    const put = (version: number, read: number) =>
      table().write([
        { put: { pk, sk: 'A', version }, onlyIf: [{ attribute: 'version', equals: read }] },
      ]);
    await table().write([{ put: { pk, sk: 'A', version: 1 } }]);
    expect((await put(2, 1)).written).toBe(true);
    expect((await put(3, 1)).written).toBe(false);
  });

  test('lets only a higher attempt replace a lower one', async () => {
    const pk = newPartition();
    const open = (attempt: string) =>
      table().write([
        {
          put: { pk, sk: 'W', attempt },
          onlyIf: [{ attribute: 'attempt', absentOrBelow: attempt }],
        },
      ]);
    expect((await open('2026-01-02#0000')).written).toBe(true);
    expect((await open('2026-01-01#0000')).written).toBe(false);
    expect((await open('2026-01-02#0001')).written).toBe(true);
  });

  test('asks that an attribute be absent', async () => {
    const pk = newPartition();
    const onlyIf = [{ attribute: 'payStop', is: 'absent' }] as const;
    await table().write([{ put: { pk, sk: 'A', payStop: 'death' } }]);
    expect((await table().write([{ put: { pk, sk: 'A' }, onlyIf }])).written).toBe(false);
    expect((await table().write([{ put: { pk, sk: 'B' }, onlyIf }])).written).toBe(true);
  });

  test('deletes only what is still as it was read', async () => {
    const pk = newPartition();
    const key = { pk, sk: 'A' };
    await table().write([{ put: { ...key, on: '2026-01-01' } }]);
    const take = () =>
      table().write([{ delete: key, onlyIf: [{ attribute: 'on', equals: '2026-01-01' }] }]);
    expect((await take()).written).toBe(true);
    expect((await take()).written).toBe(false);
  });

  test('writes all of a transaction or none of it, and names the write that was refused', async () => {
    const pk = newPartition();
    await table().write([{ put: { pk, sk: 'TAKEN' } }]);
    const result = await table().write([
      { put: { pk, sk: 'NEW' } },
      { put: { pk, sk: 'TAKEN', again: true }, onlyIf: ['absent'] },
    ]);
    expect(result).toMatchObject({ written: false, blocked: 1 });
    expect(await table().get({ pk, sk: 'NEW' })).toBeUndefined();
  });

  test('a transaction may rest on an item that it only checks', async () => {
    const pk = newPartition();
    const check = { check: { pk, sk: 'HEAD' }, onlyIf: ['present'] } as const;
    expect((await table().write([check, { put: { pk, sk: 'A' } }])).written).toBe(false);
    await table().write([{ put: { pk, sk: 'HEAD' } }]);
    expect((await table().write([check, { put: { pk, sk: 'A' } }])).written).toBe(true);
  });

  test('lists a partition in order, from either end, by prefix and by range', async () => {
    const pk = newPartition();
    for (const sk of ['EVENT#1', 'EVENT#2', 'EXEC#j', 'WORK#a', 'DUE#review']) {
      await table().write([{ put: { pk, sk } }]);
    }
    const ask = async (query: object) =>
      sortKeys((await table().query({ pk, limit: 10, ...query })).items);
    expect(await ask({ beginsWith: 'EVENT#' })).toEqual(['EVENT#1', 'EVENT#2']);
    expect(await ask({ beginsWith: 'EVENT#', newestFirst: true, limit: 1 })).toEqual(['EVENT#2']);
    expect(await ask({ from: 'EXEC#', to: 'WORK#~' })).toEqual(['EXEC#j', 'WORK#a']);
    expect(await ask({ to: 'EVENT#1' })).toEqual(['DUE#review', 'EVENT#1']);
    expect(await ask({ from: 'EXEC#' })).toEqual(['EXEC#j', 'WORK#a']);
  });

  test('pages through an index without losing or repeating anything', async () => {
    const gsi1pk = `TEAM#${newPartition()}`;
    const put = (n: number) => ({ pk: `${gsi1pk}${n}`, sk: 'W', gsi1pk, gsi1sk: `2026-01-0${n}` });
    for (const n of [3, 1, 2]) await table().write([{ put: put(n) }]);
    const first = await table().query({ index: 'gsi1', pk: gsi1pk, limit: 2 });
    expect(first.items.map((item) => item['gsi1sk'])).toEqual(['2026-01-01', '2026-01-02']);
    if (first.next === undefined) throw new Error('there is a second page');
    const second = await table().query({
      index: 'gsi1',
      pk: gsi1pk,
      limit: 2,
      startAfter: first.next,
    });
    expect(second.items.map((item) => item['gsi1sk'])).toEqual(['2026-01-03']);
    expect(second.next).toBeUndefined();
  });
});
