import { beforeEach, describe, expect, test } from 'vitest';
import { readReceipt } from '#functions/contact/read-receipt.ts';
import { makeStores } from '#functions/make-ports.ts';
import { showProgress } from '#functions/progress/show-progress.ts';
import type { Council } from '#shared/council/schema.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { receiptWrite } from '#shared/stores/front-door/receipt-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { assessed, councils, eligible, opened, referred } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

const caseId = 'case000000000001';
const reference = 'ASC-0000-0000-0001';

/** A table that counts what is written of the status. */
class CountingTable extends MemoryTable {
  shown = 0;

  override async write(writes: readonly TableWrite[]) {
    if (writes.some((write) => 'put' in write && write.put.sk === 'STATUS')) this.shown += 1;
    return super.write(writes);
  }
}

let table = new CountingTable();
let stores = makeStores(table);
beforeEach(async () => {
  table = new CountingTable();
  stores = makeStores(table);
  await table.write([receiptWrite(reference, 'secret')]);
});

/** Records the state as the case's next event of that day. */
async function record(state: CaseState, day: string) {
  const last = await stores.cases.last(caseId);
  const written = await stores.cases.append(last, {
    id: `event-${day}-${last?.sequence ?? 0}`,
    aggregateId: caseId,
    type: 'case-opened',
    at: `${day}T12:00:00.000Z`,
    actor: { id: 'practitioner-1', role: 'practitioner' },
    request: null,
    body: {},
    after: { ...state, receipt: reference },
  });
  if (!written.appended) throw new Error('not recorded');
  return written.event;
}

const ports = () => ({ table, cases: stores.cases, council: councils.worcestershire });

async function read(today = '2026-07-02', language = 'en', council: Council = ports().council) {
  const answer = await readReceipt.run(
    {
      caller: { kind: 'public' },
      actingAs: undefined,
      params: { reference },
      query: { language },
      body: undefined,
      headers: { 'x-receipt-secret': 'secret' },
    },
    {
      table,
      council,
      system: { now: () => `${today}T12:00:00.000Z`, newId: () => 'new' },
    },
  );
  if (!answer.accepted) throw new Error(answer.refusal.detail);
  return Object(answer.value.body);
}

describe('Whoever holds the receipt sees', () => {
  test('that the request has arrived, before any case is open', async () => {
    expect(await read()).toMatchObject({
      status: 'received',
      inWords: {
        where: 'Our Adult Front Door has your request and is looking at it.',
        whoToCall: { team: 'Adult Front Door', phone: '01632 960 400' },
      },
    });
  });

  test('what happens next, by when, who to call and what to do meanwhile', async () => {
    await showProgress(await record(referred(), '2026-07-01'), ports());
    expect(await read()).toMatchObject({
      status: { stage: 'assessment', nextSteps: ['assess-needs'], asOf: '2026-07-01' },
      inWords: {
        where: 'Your case is with the team that finds out what you need.',
        next: [
          {
            words: 'We will talk with you about what you need.',
            by: '2026-07-29',
            isLate: false,
          },
        ],
        whoToCall: { openingHours: 'Monday to Friday, 9am to 5pm' },
        meanwhile: expect.arrayContaining(['You can have somebody with you when we talk.']),
      },
    });
  });

  test('the next appointment by day, time and kind, and not where or what for', async () => {
    const visit = {
      id: 'appointment1',
      kind: 'home-visit',
      on: '2026-07-06',
      from: '10:00',
      to: '11:00',
      purpose: 'assessment',
      worker: 'worker-1',
      place: null,
      interpreter: 'not-needed',
      event: 2,
      isReminded: false,
      isElsewhere: false,
    } as const;
    const call = { ...visit, id: 'appointment2', kind: 'phone', on: '2026-07-09' } as const;
    const about = { on: '2026-07-03', purpose: 'safeguarding' } as const;
    const quiet = { ...visit, id: 'appointment3', ...about };
    await showProgress(await record(referred(), '2026-07-01'), ports());
    expect((await read()).inWords.appointment).toBeNull();
    const booked = { ...referred(), appointments: [quiet, visit, call] };
    await showProgress(await record(booked, '2026-07-02'), ports());
    expect((await read('2026-07-06')).inWords.appointment).toEqual({
      kind: 'home-visit',
      on: '2026-07-06',
      from: '10:00',
    });
    expect((await read('2026-07-07')).inWords.appointment).toMatchObject({ kind: 'phone' });
    expect(JSON.stringify(await read())).not.toContain('2026-07-03');
  });

  test('where the case stands and what happens next in different words', () => {
    for (const { progress } of Object.values(councils)) {
      const { stages, steps } = progress.english;
      const next: string[] = Object.values(steps);
      for (const { where } of Object.values(stages)) expect(next).not.toContain(where);
    }
  });

  test('that a step is late from the day after its day', async () => {
    await showProgress(await record(referred(), '2026-07-01'), ports());
    expect((await read('2026-07-29')).inWords.next[0].isLate).toBe(false);
    expect((await read('2026-07-30')).inWords.next[0].isLate).toBe(true);
  });

  test('the number of the team where it has one of its own', async () => {
    const { council } = ports();
    const teams = council.teams.map((team) => ({ ...team, phone: '01632 960 777' }));
    const answer = await read('2026-07-02', 'en', { ...council, teams });
    expect(answer.inWords.whoToCall.phone).toBe('01632 960 777');
  });

  test('their own language where the council has the words, and English where not', async () => {
    const { council } = ports();
    const { english } = council.progress;
    const contact = { where: 'Mamy twoje zgłoszenie.', meanwhile: ['Zadzwoń do nas.'] };
    const polish = { ...english, stages: { ...english.stages, contact } };
    const both = { ...council, progress: { english, translations: { pl: polish } } };
    expect((await read('2026-07-02', 'pl', both)).inWords).toMatchObject({
      language: 'pl',
      where: 'Mamy twoje zgłoszenie.',
    });
    expect((await read('2026-07-02', 'cy', both)).inWords.language).toBe('en');
  });

  test('that the case is closed, and how to come back', async () => {
    const state = referred();
    if (state.status === 'closed') throw new Error('a referred case is open');
    const closed = toClosed(state, '2026-07-02', 'nfa-other-reason');
    await showProgress(await record(closed, '2026-07-02'), ports());
    expect(await read()).toMatchObject({
      status: { stage: 'closed' },
      inWords: { next: [], meanwhile: [expect.stringContaining('come back at any time')] },
    });
  });
});

describe('The status is written', () => {
  test('when it changes, and not when an event changes nothing that it shows', async () => {
    const state = referred();
    for (const day of ['2026-07-01', '2026-07-02', '2026-07-03']) {
      await showProgress(await record(state, day), ports());
    }
    expect(table.shown).toBe(1);
    await showProgress(await record(assessed(), '2026-07-04'), ports());
    expect(table.shown).toBe(2);
  });

  test('from the case as it is, when an event comes late or again', async () => {
    const first = await record(opened(), '2026-07-01');
    const second = await record(referred(), '2026-07-02');
    await showProgress(second, ports());
    await showProgress(first, ports());
    await showProgress(second, ports());
    expect((await read()).status.stage).toBe('assessment');
    expect(table.shown).toBe(1);
  });

  test('without moving the day of a step that goes on', async () => {
    await showProgress(await record(eligible(), '2026-07-03'), ports());
    const before = (await read()).status.dues;
    await showProgress(await record({ ...eligible(), team: 'another' }, '2026-07-20'), ports());
    const after = (await read()).status;
    expect(after).toMatchObject({ team: 'another', asOf: '2026-07-20', dues: before });
  });
});
