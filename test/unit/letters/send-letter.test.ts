import { beforeEach, describe, expect, test } from 'vitest';
import { openCaseOf } from '#functions/contact/opening/open-case.ts';
import { recordTold } from '#functions/contact/opening/record-told.ts';
import { sendLetter } from '#functions/letters/send-letter.ts';
import { bringDeathToCase } from '#functions/people/death/bring-death.ts';
import { ContactBody } from '#shared/domain/contact/contact.ts';
import { RepresentativeOnRecord } from '#shared/domain/person/facts/representative.ts';
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

describe('Whoever reads letters for a person', () => {
  const lettersTo = { why: 'She asked us to.', email: 'aster@quillfeather.example' };
  const daughter = {
    id: 'representative1',
    who: { kind: 'named', name: 'Aster Quillfeather' },
    kind: 'attorney-health-and-welfare',
    reference: '7000-0000-0000',
    evidenceSeen: 'The registered power.',
    seenBy: 'Rowan Pebblewick',
    seenOn: '2026-11-02',
    from: '2026-11-02',
    until: null,
    maySign: [],
    lettersTo,
  } as const;

  async function represent(representative: object): Promise<void> {
    const { people } = office.stores;
    const person = await people.last(await personOfCase());
    if (!person) throw new Error('nobody was registered');
    const told = RepresentativeOnRecord.parse({ ...daughter, ...representative });
    const facts = { ...factsOf(person.after), representatives: [told] };
    await people.append(person, {
      id: 'event-of-representative',
      aggregateId: person.aggregateId,
      type: 'representative-recorded',
      at: office.system.now(),
      actor: { id: 'adviser-1', role: 'adviser' },
      request: null,
      body: {},
      after: { ...person.after, facts },
    });
  }

  test('gets them in their place, and is told why', async () => {
    await office.open();
    await represent({});
    await office.tell();
    expect(office.messenger.sent).toMatchObject([{ to: { address: lettersTo.email } }]);
    expect(office.messenger.sent[0]?.body).toMatch(
      /^To Aster Quillfeather\.\nThis letter is for Marigold Quillfeather\. .* attorney for health and welfare\.\n/,
    );
    expect(office.messenger.sent[0]?.body).toContain('Dear Marigold Quillfeather,');
    const reader = { name: 'Aster Quillfeather', kind: 'attorney-health-and-welfare' };
    expect(office.letters).toMatchObject([{ status: 'sent', reader }]);
  });

  test.each([
    ['their right covers money only', { kind: 'attorney-property-and-affairs' }],
    ['they were not asked to', { lettersTo: undefined }],
    ['their right has ended', { from: '2026-01-01', until: '2026-11-01' }],
    ['it has not begun', { from: '2026-11-03' }],
  ])('gets none where %s', async (_why, representative) => {
    await office.open();
    await represent(representative);
    await office.tell();
    expect(office.messenger.sent).toMatchObject([
      { to: { address: 'marigold@quillfeather.example' } },
    ]);
    expect(office.letters).toMatchObject([{ reader: null }]);
  });

  test('is written to on paper where they gave an address for it', async () => {
    await office.open({}, { accessNeeds: { informationFormats: ['braille'] } });
    const home = { address: ['1 Sample Street'], postcode: 'ZZ2 2ZZ', email: undefined };
    await represent({ lettersTo: { ...lettersTo, ...home } });
    await office.tell();
    expect(office.messenger.sent).toMatchObject([
      { to: { lines: ['Aster Quillfeather', '1 Sample Street', 'ZZ2 2ZZ'] } },
    ]);
  });
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
