import { beforeEach, describe, expect, test } from 'vitest';
import {
  openReceipt,
  receiptWrite,
  wrongTriesMax,
} from '#shared/stores/front-door/receipt-store.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

const reference = 'ASC-0000-0000-0001';
const nobodys = 'ASC-0000-0000-0002';
const minute = 60_000;

let table = new MemoryTable();
let nowMs = 0;
beforeEach(async () => {
  table = new MemoryTable();
  nowMs = Date.parse('2026-11-02T09:00:00Z');
  await table.write([receiptWrite(reference, 'right')]);
});

async function attempt(secret: string, at = reference) {
  const now = new Date(nowMs).toISOString();
  const opened = await openReceipt(table, { reference: at, secret, now });
  return opened.accepted ? 'open' : opened.refusal;
}

async function guess(times: number, at = reference) {
  const said = [];
  for (let time = 0; time < times; time += 1) said.push(await attempt(`guess ${time}`, at));
  return said;
}

describe('A receipt', () => {
  test('opens to its secret and to no other', async () => {
    expect(await attempt('right')).toBe('open');
    expect(await attempt('wrong')).toMatchObject({ kind: 'not-found' });
    expect(await attempt('')).toMatchObject({ kind: 'not-found' });
    expect(await attempt('right')).toBe('open');
  });

  test('says of a wrong secret just what it says of a reference that nobody has', async () => {
    const tries = wrongTriesMax + 2;
    expect(await guess(tries)).toEqual(await guess(tries, nobodys));
  });

  test('shuts after five wrong secrets, to the right one too', async () => {
    const said = await guess(wrongTriesMax);
    expect(said.every((each) => Object(each).kind === 'not-found')).toBe(true);
    expect(await attempt('right')).toMatchObject({ kind: 'too-many-wrong-tries' });
  });

  test('opens again a quarter of an hour after the first wrong one', async () => {
    await guess(wrongTriesMax);
    nowMs += 15 * minute - 1;
    expect(await attempt('right')).toMatchObject({ kind: 'too-many-wrong-tries' });
    nowMs += 1;
    expect(await attempt('right')).toBe('open');
    expect(await attempt('wrong')).toMatchObject({ kind: 'not-found' });
  });

  test('counts afresh in each quarter of an hour', async () => {
    await guess(wrongTriesMax - 1);
    nowMs += 16 * minute;
    await guess(wrongTriesMax - 1);
    expect(await attempt('right')).toBe('open');
  });

  test('refuses guesses made side by side as too many', async () => {
    const said = await Promise.all([attempt('one'), attempt('two'), attempt('three')]);
    expect(said.map((each) => Object(each).kind).sort()).toEqual([
      'not-found',
      'too-many-wrong-tries',
      'too-many-wrong-tries',
    ]);
  });

  test('keeps no more of a guess than how many there were and until when', async () => {
    await guess(1, nobodys);
    const kept = table.items.filter(({ sk }) => sk === 'TRIES');
    expect(kept).toEqual([
      {
        pk: `RECEIPT#${nobodys}`,
        sk: 'TRIES',
        schema: 1,
        count: 1,
        since: '2026-11-02T09:00:00.000Z',
        expiresAt: Date.parse('2026-11-02T09:15:00Z') / 1000,
      },
    ]);
  });
});
