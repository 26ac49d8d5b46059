import { beforeEach, describe, expect, test } from 'vitest';
import { openCaseOf } from '#functions/contact/open-case.ts';
import { LetterOffice, minute } from '#test/support/letter-office.ts';

let office = new LetterOffice();
beforeEach(() => {
  office = new LetterOffice();
});

describe('the person is told once', () => {
  test('by email where they gave an address for it', async () => {
    await office.open();
    await office.tell();
    expect(office.messenger.sent).toMatchObject([
      { to: { channel: 'email', address: 'marigold@quillfeather.example' } },
    ]);
  });

  test('by letter where they gave none', async () => {
    await office.open({ email: undefined });
    await office.tell();
    expect(office.messenger.sent[0]?.to).toEqual({
      channel: 'letter',
      lines: ['Marigold Quillfeather', '7 Thimble Row', 'Ambleford', 'ZZ1 1ZZ'],
      isLargePrint: false,
    });
  });

  test('or by people, from the front door’s queue, where no address is known', async () => {
    await office.open({ email: undefined, address: undefined });
    await office.tell();
    await office.tell();
    expect(office.messenger.sent).toEqual([]);
    expect(office.letters).toMatchObject([{ status: 'by-hand', why: 'no-address' }]);
    expect(office.tasks).toMatchObject([{ team: 'adult-front-door', due: '2026-11-03' }]);
  });

  test('however often the event is told', async () => {
    await office.open();
    for (let time = 0; time < 3; time += 1) await office.tell();
    expect(office.messenger.sent).toHaveLength(1);
  });

  test('after the service was away', async () => {
    await office.open();
    office.messenger.failsAt = 'before sending';
    await expect(office.tell()).rejects.toThrow('away');
    office.messenger.failsAt = 'nothing';
    office.later(6 * minute);
    await office.tell();
    expect(office.messenger.sent).toHaveLength(1);
  });

  test('when it was sent but the answer was lost: it is looked up first', async () => {
    await office.open();
    office.messenger.failsAt = 'after sending';
    await expect(office.tell()).rejects.toThrow('lost');
    office.messenger.failsAt = 'nothing';
    office.later(6 * minute);
    await office.tell();
    expect(office.messenger.sent).toHaveLength(1);
    expect(office.letters).toMatchObject([{ status: 'sent', tries: [{ messageId: 'n-1' }] }]);
  });

  test('when two begin at once: the second leaves it to the first and comes again', async () => {
    await office.open();
    office.messenger.failsAt = 'before sending';
    await expect(office.tell()).rejects.toThrow('away');
    office.messenger.failsAt = 'nothing';
    office.later(minute);
    await expect(office.tell()).rejects.toThrow('being sent');
    expect(office.messenger.sent).toEqual([]);
    office.later(minute);
    await office.tell();
    expect(office.messenger.sent).toHaveLength(1);
  });
});

test('a contact that the stream brings twice opens one case and registers one person', async () => {
  await office.open();
  const before = office.table.items.length;
  await openCaseOf(office.contact(), office.ports);
  expect(office.table.items).toHaveLength(before);
});
