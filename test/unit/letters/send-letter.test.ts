import { beforeEach, describe, expect, test } from 'vitest';
import { openCaseOf } from '#functions/contact/open-case.ts';
import { receiveContact } from '#functions/contact/receive-contact.ts';
import { sendLetter } from '#functions/letters/send-letter.ts';
import { makeStores } from '#functions/make-ports.ts';
import { councilNamed } from '#shared/council/find-council.ts';
import { ContactBody } from '#shared/domain/contact/contact.ts';
import { keyedPseudonyms } from '#shared/stores/pseudonyms.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { MessengerDouble } from '#test/support/messenger-double.ts';
import { aContact } from '#test/support/requests.ts';

let now = Date.parse('2026-11-02T09:00:00Z');
const system = { now: () => new Date(now).toISOString(), newId: () => 'new' };
const council = councilNamed('example');
let messenger = new MessengerDouble();

async function caseOf(person: Readonly<Record<string, unknown>>) {
  const table = new MemoryTable();
  const stores = makeStores(table);
  const pseudonyms = keyedPseudonyms(async () => 'key');
  const body = ContactBody.parse({ ...aContact, person: { ...aContact.person, ...person } });
  const actor = { id: 'public', role: 'public' };
  await receiveContact(
    { body, channel: 'web', known: undefined, actor, contactId: 'contact00001' },
    { ...stores, pseudonyms, system, council },
  );
  const [item] = table.items.filter(({ pk }) => pk.startsWith('CONTACT#'));
  if (!item) throw new Error('no contact was made');
  const contact = stores.contacts.read(item);
  await openCaseOf(contact, { ...stores, council, system });
  const ports = { ...stores, council, system, messenger };
  return { table, tell: () => sendLetter({ caseId: contact.after.caseId, event: 1 }, ports) };
}

beforeEach(() => {
  now = Date.parse('2026-11-02T09:00:00Z');
  messenger = new MessengerDouble();
});
const later = (ms: number) => {
  now += ms;
};
const minute = 60_000;

describe('the person is told once', () => {
  test('by email where they gave an address for it', async () => {
    const { tell } = await caseOf({});
    await tell();
    expect(messenger.sent).toMatchObject([
      { to: { channel: 'email', address: 'marigold@quillfeather.example' } },
    ]);
  });

  test('by letter where they gave none', async () => {
    const { tell } = await caseOf({ email: undefined });
    await tell();
    expect(messenger.sent[0]?.to).toEqual({
      channel: 'letter',
      lines: ['Marigold Quillfeather', '7 Thimble Row', 'Ambleford', 'ZZ1 1ZZ'],
      isLargePrint: false,
    });
  });

  test('or by people, from the front door’s queue, where no address is known', async () => {
    const { tell, table } = await caseOf({ email: undefined, address: undefined });
    await tell();
    await tell();
    expect(messenger.sent).toEqual([]);
    const kept = table.items.filter(({ pk }) => pk.startsWith('SENT#'));
    expect(kept).toMatchObject([{ status: 'by-hand', why: 'no-address' }]);
    const tasks = table.items.filter(({ sk }) => sk.startsWith('DESK#send-letter#'));
    expect(tasks).toMatchObject([{ team: 'adult-front-door', due: '2026-11-03' }]);
  });

  test('however often the event is told', async () => {
    const { tell } = await caseOf({});
    for (let time = 0; time < 3; time += 1) await tell();
    expect(messenger.sent).toHaveLength(1);
  });

  test('after the service was away', async () => {
    const { tell } = await caseOf({});
    messenger.failsAt = 'before sending';
    await expect(tell()).rejects.toThrow('away');
    messenger.failsAt = 'nothing';
    later(6 * minute);
    await tell();
    expect(messenger.sent).toHaveLength(1);
  });

  test('when it was sent but the answer was lost: it is looked up first', async () => {
    const { tell, table } = await caseOf({});
    messenger.failsAt = 'after sending';
    await expect(tell()).rejects.toThrow('lost');
    messenger.failsAt = 'nothing';
    later(6 * minute);
    await tell();
    expect(messenger.sent).toHaveLength(1);
    const kept = table.items.filter(({ pk }) => pk.startsWith('SENT#'));
    expect(kept).toMatchObject([{ status: 'sent', tries: [{ messageId: 'n-1' }] }]);
  });

  test('when two begin at once: the second leaves it to the first and comes again', async () => {
    const { tell } = await caseOf({});
    messenger.failsAt = 'before sending';
    await expect(tell()).rejects.toThrow('away');
    messenger.failsAt = 'nothing';
    later(minute);
    await expect(tell()).rejects.toThrow('being sent');
    expect(messenger.sent).toEqual([]);
    later(minute);
    await tell();
    expect(messenger.sent).toHaveLength(1);
  });
});

test('a contact that the stream brings twice opens one case and registers one person', async () => {
  const { table } = await caseOf({});
  const stores = makeStores(table);
  const [item] = table.items.filter(({ pk }) => pk.startsWith('CONTACT#'));
  if (!item) throw new Error('no contact was made');
  const before = table.items.length;
  await openCaseOf(stores.contacts.read(item), { ...stores, council, system });
  expect(table.items).toHaveLength(before);
});
