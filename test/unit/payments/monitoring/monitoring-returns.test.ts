import { beforeEach, describe, expect, test } from 'vitest';
import {
  agreementId,
  aReturn,
  detailOf,
  refusalOf,
  start,
  WatchedOffice,
} from '#test/support/watched-office.ts';

let office: WatchedOffice;
const person = 'person000001';
const asked = '2026-07-06';

beforeEach(async () => {
  office = new WatchedOffice();
  await office.pay();
});

const make = (change: object = {}) =>
  office.officer('record-monitoring-return', { ...aReturn, ...change });
const check = async (verdict: object, by = 'officer-2') =>
  office.officer('check-monitoring-return', { made: await office.newest(), ...verdict }, by);
const clean = { verdict: 'clean', comment: 'Each bill is there.' };
const notAccepted = {
  verdict: 'not-accepted',
  reasons: 'No bill shows what was spent.',
  howToChallenge: 'Call us within 28 days.',
  closingPence: 100_000,
};
const monitoring = async () => (await office.agreement()).monitoring;

describe('a return of a direct payment', () => {
  test('is asked for once its three months are over, with the figures that the council knows', async () => {
    await office.sweep('2026-07-05');
    expect(await monitoring()).toBeUndefined();
    await office.sweep(asked);
    await office.sweep(asked);
    expect(await monitoring()).toMatchObject({
      status: 'asked',
      from: start,
      to: '2026-07-05',
      due: '2026-08-02',
      figures: { openingPence: 0, receivedPence: 112_000, paidBackPence: 0 },
    });
    expect(await office.told()).toMatchObject([
      { what: 'return-asked', due: '2026-08-02', agreementId },
    ]);
  });

  test('is chased once when it is late, and what is paid goes on', async () => {
    await office.sweep(asked);
    await office.sweep('2026-08-02');
    expect(await office.tasks()).toEqual([]);
    await office.sweep('2026-08-03');
    await office.sweep('2026-08-20');
    expect(await office.tasks()).toEqual(['chase-return']);
    expect(await office.told()).toHaveLength(2);
    expect((await office.head(agreementId)).payStop).toBeUndefined();
    const life = await office.officer('read-agreement-life');
    expect(life).toMatchObject({ value: { body: { stage: 'under-query' } } });
    expect(refusalOf(await make())).toBe('accepted');
    expect(await office.tasks()).toEqual(['check-return']);
  });

  test('that was asked for late leaves the payee all their days', async () => {
    await office.sweep('2026-07-20');
    expect(await monitoring()).toMatchObject({ due: '2026-08-16' });
  });

  test('that is clean says what stands above eight weeks and the reserve, and asks no more', async () => {
    await office.sweep(asked);
    await make();
    expect(refusalOf(await check(clean))).toBe('accepted');
    expect(await monitoring()).toMatchObject({
      status: 'waiting',
      from: '2026-07-06',
      to: '2026-10-05',
      cleanReturns: 1,
      last: { closingPence: 92_000, reservePence: 6_000, surplusPence: 30_000 },
    });
    expect(await office.tasks()).toEqual([]);
  });

  test('may be about longer after a year of clean ones', async () => {
    let expected: string[] = [];
    let opening = 0;
    for (let each = 0; each < 7; each += 1) {
      const { to = '2026-07-05' } = (await monitoring()) ?? {};
      expected = [...expected, to];
      await office.sweep('2031-01-01');
      const figures = (await monitoring())?.figures;
      const receivedPence = figures?.receivedPence ?? 0;
      const closingPence = opening + receivedPence - 20_000;
      await make({
        receivedPence,
        paidInPence: 20_000 - receivedPence,
        closingPence: opening,
        reserve: { holidayPence: 0, redundancyPence: 0, taxPence: 0, insurancePence: 0 },
        ...(receivedPence > 0 && { paidInPence: 0, closingPence }),
      });
      opening = receivedPence > 0 ? closingPence : opening;
      await check(clean);
    }
    expect(expected).toEqual([
      '2026-07-05',
      '2026-10-05',
      '2027-01-05',
      '2027-04-05',
      '2027-10-05',
      '2028-04-05',
      '2029-04-05',
    ]);
  });

  test('is looked at by somebody other than who made it in the payee’s place', async () => {
    await office.sweep(asked);
    await make();
    expect(refusalOf(await check(clean, 'officer-1'))).toBe('same-person');
    expect(refusalOf(await check({ ...clean, made: 2 }))).toBe('version-stale');
  });

  test('that raises a question comes back to the payee, and is chased when it stays away', async () => {
    await office.sweep(asked);
    await make();
    await check({ verdict: 'queried', question: 'What was the bill of 4 May for?' });
    expect(await monitoring()).toMatchObject({ status: 'queried', due: '2026-08-03' });
    expect(await office.told()).toMatchObject([
      { what: 'return-queried', explanation: ['What was the bill of 4 May for?'] },
      { what: 'return-asked' },
    ]);
    await office.sweep('2026-08-04');
    expect(await office.tasks()).toEqual(['chase-return']);
    expect(refusalOf(await make())).toBe('accepted');
  });

  test('that is not accepted begins the steps anew, on the balance that the evidence shows', async () => {
    await office.sweep(asked);
    await make();
    await check(notAccepted);
    expect(await monitoring()).toMatchObject({
      cleanReturns: 0,
      last: { verdict: 'not-accepted', closingPence: 100_000, surplusPence: 38_000 },
    });
    expect(await office.told()).toMatchObject([
      {
        what: 'return-not-accepted',
        explanation: [notAccepted.reasons, 'Call us within 28 days.'],
      },
      { what: 'return-asked' },
    ]);
  });

  test('does not count a payment that the bank sent back after it was asked for', async () => {
    await office.sweep(asked);
    const params = { name: '2026-06-29' };
    await office.officer('return-payment', { on: asked, reason: 'B' }, 'officer-1', params);
    expect(await monitoring()).toMatchObject({ figures: { receivedPence: 84_000 } });
  });

  test('is asked of nobody after the agreement has been settled, and waits while a case is over', async () => {
    await office.endCase();
    await office.sweep(asked);
    expect(await office.told()).toEqual([]);
    expect(await monitoring()).toBeUndefined();
  });
});

describe('the figures of a return', () => {
  beforeEach(() => office.sweep(asked));

  test.each([
    ['return-differs-from-payments', '£1.00 less', { receivedPence: 111_900 }],
    ['return-does-not-add-up', '£0.01 more', { closingPence: 92_001 }],
    ['return-does-not-add-up', '£1.00 less', { paidInPence: 100 }],
    [
      'return-does-not-add-up',
      'above what is on the account',
      { reserve: { ...aReturn.reserve, redundancyPence: 90_000 } },
    ],
    [
      'return-does-not-add-up',
      'above all that was spent',
      { outsidePlan: [{ what: 'A bed.', pence: 20_001 }] },
    ],
    ['invalid-input', '', { evidence: [] }],
  ])('are refused as %s, which says %s', async (kind, says, change) => {
    const before = await office.newest();
    const reply = await make(change);
    expect(refusalOf(reply)).toBe(kind);
    expect(detailOf(reply)).toContain(says);
    expect(await office.newest()).toBe(before);
  });

  test('are made once, and looked at before they are made again', async () => {
    await make();
    expect(refusalOf(await make())).toBe('wrong-stage');
  });
});

describe('a payee', () => {
  test('reads what is asked of them and answers it', async () => {
    await office.sweep(asked);
    const read = await office.resident('read-my-direct-payment', undefined, person);
    expect(read).toMatchObject({
      value: {
        body: { stage: 'active', nextReturn: { status: 'asked', due: '2026-08-02' }, owedPence: 0 },
      },
    });
    const made = await office.resident('make-my-monitoring-return', aReturn, person);
    expect(made).toMatchObject({ value: { body: { nextReturn: { status: 'made', due: null } } } });
    expect(await office.tasks()).toEqual(['check-return']);
  });

  test.each(['nominated', 'authorised'] as const)(
    'who is %s answers for the money, and the person only reads it',
    async (kind) => {
      await office.sweep(asked);
      await office.paidTo({ kind, personId: 'person000002', name: 'Aster Quillfeather' });
      const make = (by: string) => office.resident('make-my-monitoring-return', aReturn, by);
      expect(refusalOf(await make(person))).toBe('not-permitted');
      expect(refusalOf(await make('person000009'))).toBe('not-found');
      for (const by of [person, 'person000002']) {
        expect(await office.resident('read-my-direct-payment', undefined, by)).toMatchObject({
          value: { body: { nextReturn: { status: 'asked' } } },
        });
      }
      expect(await make('person000002')).toMatchObject({
        value: { body: { nextReturn: { status: 'made' } } },
      });
    },
  );

  test('sees nothing of another person’s', async () => {
    await office.sweep(asked);
    for (const [operation, body] of [
      ['read-my-direct-payment', undefined],
      ['make-my-monitoring-return', aReturn],
    ] as const) {
      expect(refusalOf(await office.resident(operation, body, 'person000009'))).toBe('not-found');
    }
    expect(await monitoring()).toMatchObject({ status: 'asked' });
  });

  test('cannot show anything before it is asked for', async () => {
    expect(refusalOf(await make())).toBe('wrong-stage');
  });
});
