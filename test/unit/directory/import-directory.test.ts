import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportDirectory } from '#functions/information/directory/export-directory.ts';
import { importDirectory } from '#functions/information/directory/import-directory.ts';
import { searchServices } from '#functions/information/directory/search-directory.ts';
import type { RawRequest } from '#shared/contracts/operation.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';
import { DirectoryStore } from '#shared/stores/front-door/directory-store.ts';
import type { Item, Table } from '#shared/stores/table/table.ts';
import { manyServices, serviceRecord } from '#test/support/directory-services.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { openRealTable, type RealTable } from '#test/support/real-table.ts';

const example = readFileSync(
  new URL('../../../shared/council/data/information/directory-example.json', import.meta.url),
  'utf8',
);
const now = '2026-11-02T09:00:00.000Z';

const load = (table: Table, services: readonly object[], at = now) =>
  importDirectory({ services }, { directory: new DirectoryStore(table), now: at, mayRemove: true });

async function namesIn(table: Table): Promise<string[]> {
  const version = await new DirectoryStore(table).current();
  return (version?.index.entries ?? []).map(({ name }) => name).sort();
}

const a = serviceRecord({ name: 'A' });
const b = serviceRecord({ name: 'B' });
const changedB = { ...b, description: 'Something else.' };
const c = serviceRecord({ name: 'C', more: { status: 'inactive' } });

describe('A directory', () => {
  test('exported and imported again is the same to the last byte', async () => {
    const first = new MemoryTable();
    await importDirectory(JSON.parse(example), { directory: new DirectoryStore(first), now });
    const once = await exportDirectory(new DirectoryStore(first));
    expect(once).toBe(example);
    const second = new MemoryTable();
    await importDirectory(JSON.parse(once), { directory: new DirectoryStore(second), now });
    expect(await exportDirectory(new DirectoryStore(second))).toBe(once);
  });

  test('of a feed with fields that we know nothing of comes out as it went in', async () => {
    const fromFeed = {
      ...a,
      contacts: [{ name: 'Reception', phones: null }],
      metadata: [{ last_action_type: 'update', z: 1, a: { deep: [null, ' '] } }],
      funding: null,
    };
    const table = new MemoryTable();
    await load(table, [fromFeed]);
    const file = await exportDirectory(new DirectoryStore(table));
    expect(JSON.parse(file)).toEqual({ services: [JSON.parse(JSON.stringify(fromFeed))] });
  });

  test('imported again is updated by id, and what the file no longer has drops out', async () => {
    const table = new MemoryTable();
    expect(await load(table, [a, b])).toMatchObject({ counts: { added: 2, removed: 0 } });
    const d = serviceRecord({ name: 'D' });
    expect(await load(table, [changedB, d])).toEqual({
      kind: 'imported',
      counts: { added: 1, changed: 1, unchanged: 0, removed: 1 },
    });
    expect(await namesIn(table)).toEqual(['B', 'D']);
    expect(await exportDirectory(new DirectoryStore(table))).toContain('Something else.');
  });

  test.each([
    ['leaves out more than a tenth', 0, 8, 'removes-too-many'],
    ['is empty', 0, 0, 'removes-too-many'],
    ['leaves out a tenth', 0, 9, 'imported'],
  ])('whose file %s is replaced only where that is meant to be', async (_what, from, to, kind) => {
    const directory = new DirectoryStore(new MemoryTable());
    const ten = Array.from({ length: 10 }, (_, n) => serviceRecord({ name: `Service ${n}` }));
    await importDirectory({ services: ten }, { directory, now });
    const fewer = { services: ten.slice(from, to) };
    expect(await importDirectory(fewer, { directory, now })).toMatchObject({ kind });
    const shown = (await directory.current())?.index.entries.length;
    expect(shown).toBe(kind === 'imported' ? to : 10);
    const meant = await importDirectory(fewer, { directory, now, mayRemove: true });
    expect(meant.kind).toBe('imported');
  });

  test('imported a second time without a change writes nothing', async () => {
    const table = new MemoryTable();
    await load(table, [a, b, c]);
    const before = structuredClone(table.items);
    expect(await load(table, [b, a, c], '2026-11-05T09:00:00.000Z')).toMatchObject({
      counts: { unchanged: 3 },
    });
    expect(table.items).toEqual(before);
  });

  test('keeps a service that has ended in its file, and its changes too', async () => {
    const table = new MemoryTable();
    await load(table, [a, c]);
    expect(await namesIn(table)).toEqual(['A']);
    await load(table, [a, { ...c, description: 'Ended in May.' }]);
    expect(await exportDirectory(new DirectoryStore(table))).toContain('Ended in May.');
  });

  test('with one broken record is not imported at all', async () => {
    const table = new MemoryTable();
    await load(table, [a]);
    const before = structuredClone(table.items);
    const result = await load(table, [b, { ...c, status: 'open' }]);
    expect(result).toMatchObject({ kind: 'faulty', faults: [{ pointer: '/services/1/status' }] });
    expect(table.items).toEqual(before);
  });

  test('whose import breaks off at any write shows all of the old one or all of the new', async () => {
    for (let writes = 0; ; writes += 1) {
      const table = new BreakingTable();
      await load(table, [a, b]);
      table.writesLeft = writes;
      const ended = await load(table, [changedB, c]).then(
        () => true,
        () => false,
      );
      table.writesLeft = Number.POSITIVE_INFINITY;
      const file = JSON.parse(await exportDirectory(new DirectoryStore(table)));
      const told = file.services.map(({ name, description }: Record<string, string>) => [
        name,
        description,
      ]);
      const isOld = told.some(([name]: string[]) => name === 'A');
      expect(told.sort()).toEqual(
        isOld
          ? [
              ['A', 'What it is.'],
              ['B', 'What it is.'],
            ]
          : [
              ['B', 'Something else.'],
              ['C', 'What it is.'],
            ],
      );
      if (ended) {
        expect([isOld, writes > 2]).toEqual([false, true]);
        return;
      }
    }
  });

  test('is not replaced by an import that another one overtook', async () => {
    const table = new BreakingTable();
    await load(table, [a]);
    table.beforeHead = () => load(table, [b]);
    expect(await load(table, [changedB])).toEqual({ kind: 'overtaken' });
    expect(await exportDirectory(new DirectoryStore(table))).not.toContain('Something else.');
    expect(await namesIn(table)).toEqual(['B']);
  });

  test('forgets texts that nobody can be reading any more, a day after', async () => {
    const table = new MemoryTable();
    const texts = () => table.items.filter(({ sk }) => sk.startsWith('SERVICE#')).length;
    await load(table, [a, b], '2026-11-02T09:00:00.000Z');
    await load(table, [changedB], '2026-11-05T09:00:00.000Z');
    expect(texts()).toBe(3);
    await load(table, [changedB, c], '2026-11-08T09:00:00.000Z');
    expect(texts()).toBe(2);
    expect(table.items.filter(({ sk }) => sk.startsWith('PART#')).length).toBe(2);
    expect(await namesIn(table)).toEqual(['B']);
  });

  test('leaves alone what another import may just have written', async () => {
    const table = new MemoryTable();
    await load(table, [a], '2026-11-02T09:00:00.000Z');
    await load(table, [b], '2026-11-02T10:00:00.000Z');
    await load(table, [changedB], '2026-11-02T11:00:00.000Z');
    expect(table.items.filter(({ sk }) => sk.startsWith('SERVICE#')).length).toBe(3);
  });
});

class BreakingTable extends MemoryTable {
  writesLeft = Number.POSITIVE_INFINITY;
  beforeHead: (() => Promise<unknown>) | undefined;

  override async write(writes: Parameters<Table['write']>[0]) {
    const [first] = writes;
    const other = this.beforeHead;
    if (other && first && 'put' in first && first.put.sk === 'INDEX') {
      this.beforeHead = undefined;
      await other();
    }
    if (this.writesLeft === 0) throw new Error('cut off');
    this.writesLeft -= 1;
    return super.write(writes);
  }
}

const anybody: RawRequest = {
  caller: { kind: 'public' },
  params: {},
  query: {},
  body: undefined,
  headers: {},
  actingAs: undefined,
};

describe('A directory of five thousand services', () => {
  let real: RealTable | undefined;
  beforeAll(async () => {
    real = await openRealTable();
    const directory = new DirectoryStore(real.table);
    await importDirectory({ services: manyServices(5_000) }, { directory, now });
  }, 120_000);
  afterAll(() => real?.stop());

  test('answers anybody from two reads, from one when it was searched before, and in vain too', async () => {
    if (!real) throw new Error('the engine is not running');
    const counting = new CountingTable(real.table);
    const ports = {
      directory: new DirectoryStore(counting),
      council: councilNamed('example'),
      system: { now: () => now, newId: () => 'x' },
    };
    const asked = [
      { need: 'need-3', postcode: 'ZZ1 1AA' },
      { category: 'category-4' },
      { text: 'qqqqq' },
    ];
    for (const [before, body] of asked.entries()) {
      const reply = await searchServices.run({ ...anybody, body }, ports);
      const { total } = Object(reply.accepted ? reply.value.body : {});
      expect(total > 200 || 'text' in body).toBe(true);
      expect(counting.reads).toBe(2 + before);
    }
  });

  test('keeps every item of its index well under the limit of an item, and all under a megabyte', async () => {
    if (!real) throw new Error('the engine is not running');
    const counting = new CountingTable(real.table);
    await new DirectoryStore(counting).current();
    const sizes = counting.items.map((item) => JSON.stringify(item).length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(400_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_048_576);
  });
});

class CountingTable implements Table {
  reads = 0;
  readonly items: Item[] = [];
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async get(key: Parameters<Table['get']>[0]) {
    this.reads += 1;
    const item = await this.#table.get(key);
    if (item) this.items.push(item);
    return item;
  }

  async getMany(keys: Parameters<Table['getMany']>[0]) {
    this.reads += 1;
    const found = await this.#table.getMany(keys);
    this.items.push(...found.flatMap((item) => item ?? []));
    return found;
  }

  async query(query: Parameters<Table['query']>[0]) {
    this.reads += 1;
    const page = await this.#table.query(query);
    this.items.push(...page.items);
    return page;
  }

  write(writes: Parameters<Table['write']>[0]) {
    return this.#table.write(writes);
  }
}
