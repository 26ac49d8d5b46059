import { beforeEach, describe, expect, test } from 'vitest';
import { openCaseOf } from '#functions/contact/open-case.ts';
import { recordTold } from '#functions/contact/record-told.ts';
import { sendLetter } from '#functions/letters/send-letter.ts';
import { bringDeathToCase } from '#functions/people/death/bring-death.ts';
import { ContactBody } from '#shared/domain/contact/contact.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import { LetterOffice, minute } from '#test/support/letter-office.ts';
import { aContact } from '#test/support/requests.ts';

let office = new LetterOffice();
beforeEach(() => {
  office = new LetterOffice();
});

async function personOfCase(): Promise<string> {
  const { personId = '' } = (await office.stores.cases.last(office.caseId))?.after ?? {};
  return personId;
}

/** Puts a death on the record of the person, or one that has been taken back. */
async function recordDeath(status: 'stands' | 'reversed'): Promise<void> {
  const { people } = office.stores;
  const person = await people.last(await personOfCase());
  if (!person) throw new Error('nobody was registered');
  const stands = {
    status: 'stands',
    diedOn: '2026-11-01',
    proof: 'reported',
    event: 2,
    reversalAskedBy: null,
  } as const;
  const reversed = {
    status: 'reversed',
    event: 2,
    reversedOn: '2026-11-02',
    askedBy: 'manager-1',
    confirmedBy: 'manager-2',
  } as const;
  const death = status === 'stands' ? stands : reversed;
  await people.append(person, {
    id: 'event-of-death',
    aggregateId: person.aggregateId,
    type: 'death-recorded',
    at: office.system.now(),
    actor: { id: 'manager-2', role: 'team-manager' },
    request: null,
    body: {},
    after: { ...person.after, facts: { ...factsOf(person.after), death } },
  });
}

test('What the record says is not safe holds where the contact of the case said nothing', async () => {
  await office.open();
  const { people, cases } = office.stores;
  const { personId = '' } = (await cases.last(office.caseId))?.after ?? {};
  const safeContact = { mayCall: false, mayText: false, mayLeaveMessage: false, mayWrite: false };
  const later = {
    body: ContactBody.parse({ ...aContact, safeContact }),
    channel: 'face-to-face' as const,
    known: await people.last(personId),
    actor: { id: 'adviser-1', role: 'adviser' },
    contactId: 'contact00002',
  };
  await office.table.write([...(await recordTold(later, office.system.now(), office.ports))]);
  await office.tell();
  expect(office.messenger.sent).toEqual([]);
  expect(office.letters).toMatchObject([{ status: 'by-hand', why: 'not-safe-to-write' }]);
});

describe('Nobody writes to somebody who has died', () => {
  test.each([
    ['while the death stands', { status: 'stands' }, 0],
    ['until it has been taken back', { status: 'reversed' }, 1],
  ] as const)('%s', async (_title, { status }, letters) => {
    await office.open();
    await recordDeath(status);
    await office.tell();
    expect(office.messenger.sent).toHaveLength(letters);
  });
});

test('No text goes to a number that only a web form gave', async () => {
  const safeContact = { mayCall: true, mayText: true, mayLeaveMessage: true };
  await office.open({ phone: '07700 900 123', email: undefined }, { safeContact });
  const booked = await office.book();
  await sendLetter({ caseId: office.caseId, event: booked }, office.ports);
  expect(office.messenger.sent).toMatchObject([{ to: { channel: 'letter' } }]);
});

describe('A letter that people must send', () => {
  test('does not stand before the urgent contact that it answers', async () => {
    const urgent = { isUrgent: true, urgentBecause: 'I am on the floor.' };
    await office.open({ email: undefined, address: undefined }, urgent);
    await office.tell();
    expect(office.tasks).toMatchObject([{ isUrgent: false }]);
  });

  test('leaves the queue when the person has died', async () => {
    await office.open({ email: undefined, address: undefined });
    await office.tell();
    expect(office.tasks).toHaveLength(1);
    await recordDeath('stands');
    await bringDeathToCase({ caseId: office.caseId, personId: await personOfCase() }, office.ports);
    expect(office.tasks).toEqual([]);
    expect(office.letters).toMatchObject([{ status: 'not-sent', why: 'person-died' }]);
  });
});

test.each([
  ['under 18 is told who helps them, and of the assessment before their birthday', '2009-06-01', 1],
  ['of 18 is told nothing of it', '2008-11-02', 0],
] as const)('Somebody %s', async (_who, dateOfBirth, told) => {
  await office.open({ dateOfBirth });
  await office.tell();
  const body = office.messenger.sent[0]?.body ?? '';
  expect(body.split('transition assessment')).toHaveLength(told + 1);
  expect(body.split("Children's services: 01632 960 104")).toHaveLength(told + 1);
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
