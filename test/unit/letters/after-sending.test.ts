import { beforeEach, describe, expect, test } from 'vitest';
import { letterRoutes } from '#functions/letters/routes.ts';
import { sweepLetters } from '#functions/letters/sweep-letters.ts';
import type { Ports } from '#functions/ports.ts';
import type { Operation } from '#shared/contracts/operation.ts';
import type { MessageStatus } from '#shared/domain/letters/message-status.ts';
import { day, LetterOffice } from '#test/support/letter-office.ts';

const letterId = '000000001contactreceived';
let office = new LetterOffice();
beforeEach(() => {
  office = new LetterOffice();
});

/** What the daily task asks for, brought to the function that asks GOV.UK Notify. */
async function sweep(): Promise<number> {
  const asked: Readonly<Record<string, string | number>>[] = [];
  const bus = {
    publish: async (_type: string, detail: Readonly<Record<string, string | number>>) => {
      asked.push(detail);
    },
  };
  await sweepLetters({ table: office.table, system: office.system, bus });
  for (const detail of asked) await office.tell(String(detail['letterId']));
  return asked.length;
}

async function nextDay(): Promise<number> {
  office.later(day);
  return sweep();
}

const become = (channel: string, status: MessageStatus) =>
  office.messenger.fates.set(channel, status);
const channelsOf = () => office.messenger.sent.map(({ to }) => to.channel);

describe('A message that was sent', () => {
  test('is asked after from the next day on, and not before', async () => {
    await office.open();
    await office.tell();
    become('email', 'delivered');
    expect(await sweep()).toBe(0);
    expect(await nextDay()).toBe(1);
    expect(office.letters).toMatchObject([
      {
        status: 'delivered',
        tries: [{ channel: 'email', status: 'delivered', statusAt: '2026-11-03T09:00:00.000Z' }],
      },
    ]);
  });

  test('is asked after until it has arrived, and then no more', async () => {
    await office.open();
    await office.tell();
    become('email', 'sending');
    expect([await nextDay(), await nextDay()]).toEqual([1, 1]);
    become('email', 'delivered');
    expect([await nextDay(), await nextDay()]).toEqual([1, 0]);
  });

  test.each(['permanent-failure', 'temporary-failure', 'technical-failure'] as const)(
    'by email and came to a %s goes by post',
    async (status) => {
      await office.open();
      await office.tell();
      become('email', status);
      become('letter', 'received');
      await nextDay();
      expect(channelsOf()).toEqual(['email', 'letter']);
      expect(office.letters).toMatchObject([
        { status: 'sent', tries: [{ channel: 'email', status }, { channel: 'letter' }] },
      ]);
      await nextDay();
      expect(office.letters).toMatchObject([{ status: 'delivered' }]);
    },
  );

  test('and never arrived on any channel is left to the front door', async () => {
    await office.open();
    await office.tell();
    become('email', 'permanent-failure');
    become('letter', 'cancelled');
    await nextDay();
    await nextDay();
    expect(office.letters).toMatchObject([{ status: 'by-hand', why: 'did-not-arrive' }]);
    expect(office.tasks).toMatchObject([{ step: 'send-letter', taskId: letterId }]);
    expect(await nextDay()).toBe(0);
  });

  test('that GOV.UK Notify has forgotten is not asked after for ever', async () => {
    await office.open();
    await office.tell();
    await nextDay();
    expect(office.letters).toMatchObject([{ status: 'fate-unknown' }]);
    expect(await nextDay()).toBe(0);
  });

  test('and is on its way for more than a fortnight is given up', async () => {
    await office.open();
    await office.tell();
    become('email', 'sending');
    office.later(14 * day);
    expect([await nextDay(), await nextDay()]).toEqual([1, 0]);
    expect(office.letters).toMatchObject([{ status: 'fate-unknown' }]);
  });

  test('goes on where it was when the second sending broke off', async () => {
    await office.open();
    await office.tell();
    become('email', 'permanent-failure');
    office.messenger.failsAt = 'after sending';
    await expect(nextDay()).rejects.toThrow('lost');
    office.messenger.failsAt = 'nothing';
    office.later(day / 24);
    await office.tell(letterId);
    expect(channelsOf()).toEqual(['email', 'letter']);
    expect(office.letters).toMatchObject([{ status: 'sent', tries: [{}, { messageId: 'n-2' }] }]);
  });

  test('is kept without the address or the words', async () => {
    await office.open();
    await office.tell();
    const kept = JSON.stringify(office.letters);
    for (const told of ['quillfeather', 'Marigold', 'Thimble', 'Dear']) {
      expect(kept.toLowerCase()).not.toContain(told.toLowerCase());
    }
  });
});

describe('Who needs another way is told in it', () => {
  const needs = (informationFormats: string[]) => ({ accessNeeds: { informationFormats } });

  test('in large print by post', async () => {
    await office.open({}, needs(['large-print']));
    await office.tell();
    expect(office.messenger.sent[0]?.to).toMatchObject({ channel: 'letter', isLargePrint: true });
    expect(office.letters).toMatchObject([{ format: 'large-print', version: expect.any(String) }]);
  });

  test('in Braille, which the front door sees in its queue and says when it is done', async () => {
    await office.open({}, needs(['braille']));
    await office.tell();
    expect(office.messenger.sent).toEqual([]);
    expect(office.tasks).toMatchObject([{ team: 'adult-front-door', due: '2026-11-03' }]);
    const words = await ask('read-letter');
    expect(words).toMatchObject({
      value: {
        body: {
          letter: { status: 'by-hand', why: 'format-made-by-hand', format: 'braille' },
          words: { body: expect.stringContaining('Dear Marigold Quillfeather') },
        },
      },
    });
    const body = { how: 'In Braille, from the print room', on: '2026-11-02' };
    expect(await ask('record-letter-by-hand', body)).toMatchObject({ accepted: true });
    expect(office.tasks).toEqual([]);
    expect(await office.stores.cases.last(office.caseId)).toMatchObject({
      type: 'letter-sent-by-hand',
      body: { letter: 'contact-received', tellsOf: 1, format: 'braille' },
    });
    expect(await ask('list-letters')).toMatchObject({
      value: { body: { letters: [{ status: 'sent-by-hand', by: 'adviser-1', on: '2026-11-02' }] } },
    });
  });

  test('and reads each letter at home too, which nobody else does', async () => {
    await office.open();
    await office.tell();
    const personId = (await office.stores.cases.last(office.caseId))?.after.personId ?? '';
    const mine = (id: string, who = personId) => ask(id, undefined, 'the-one-key-00001', who);
    expect(await mine('list-my-letters')).toMatchObject({
      value: { body: { letters: [{ letterId, letter: 'contact-received' }] } },
    });
    expect(await mine('read-my-letter')).toMatchObject({
      value: { body: { on: '2026-11-02', body: expect.stringContaining('Dear Marigold') } },
    });
    for (const id of ['list-my-letters', 'read-my-letter']) {
      expect(await mine(id, 'person000009')).toMatchObject({ refusal: { kind: 'not-found' } });
    }
  });

  test('once: what has been done by hand is not done again, nor before its day', async () => {
    await office.open({}, needs(['audio']));
    await office.tell();
    const how = 'On a CD';
    const tomorrow = await ask('record-letter-by-hand', { how, on: '2026-11-03' });
    expect(tomorrow).toMatchObject({ refusal: { kind: 'invalid-input', pointer: '/on' } });
    await ask('record-letter-by-hand', { how, on: '2026-11-02' });
    const again = await ask(
      'record-letter-by-hand',
      { how, on: '2026-11-02' },
      'another-key-00001',
    );
    expect(again).toMatchObject({ refusal: { kind: 'already-recorded' } });
  });

  test('what went out as a message is not to be sent by hand', async () => {
    await office.open();
    await office.tell();
    const sent = await ask('record-letter-by-hand', { how: 'By phone', on: '2026-11-02' });
    expect(sent).toMatchObject({ refusal: { kind: 'already-recorded' } });
  });

  function ask(
    id: string,
    body?: unknown,
    key = 'the-one-key-00001',
    personId: string | undefined = undefined,
  ) {
    const routes: readonly Operation<Ports>[] = letterRoutes;
    const operation = routes.find((each) => each.id === id);
    if (!operation) throw new Error(`no operation ${id}`);
    const { caseId } = office;
    const { council, pseudonyms, system, stores } = office;
    return operation.run(
      {
        caller:
          personId === undefined
            ? { kind: 'staff', id: 'adviser-1', roles: ['adviser'], teams: [] }
            : { kind: 'resident', personId },
        actingAs: personId === undefined ? 'adviser' : undefined,
        params: id.startsWith('list-') ? { caseId } : { caseId, letterId },
        query: {},
        body,
        headers: { 'idempotency-key': key },
      },
      { ...stores, council, pseudonyms, system },
    );
  }
});
