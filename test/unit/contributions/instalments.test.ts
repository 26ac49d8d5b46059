import { beforeEach, describe, expect, test } from 'vitest';
import { letterFor } from '#functions/letters/letters-by-event.ts';
import { ContributionAccount } from '#shared/domain/contribution-account/account-state.ts';
import { contributionAccounts } from '#shared/stores/money/contributions/account-log.ts';
import { personCaseWrite } from '#shared/stores/people/person-store.ts';
import { BillingOffice, caseId, finance } from '#test/support/billing-office.ts';

let office: BillingOffice;
const reason = 'As it was talked through with her.';
const asked = { instalmentPence: 4_000, every: 'four-weeks', reason: 'My heating costs more.' };
const agreed = { instalmentPence: 4_000, every: 'four-weeks', firstOn: '2026-09-30', reason };
const posted: string[] = [];

/** 160.00 is billed on 26 August, due on 23 September. */
beforeEach(async () => {
  office = new BillingOffice();
  await office.begin();
  await office.care('2026-07-20', 72_000);
  await office.sweep('2026-08-26');
  const { personId } = await office.state();
  await office.ports.table.write([personCaseWrite(personId, caseId, '2026-07-01')]);
});

const account = () => office.does('read-contribution-account');
const ask = async (body: object = asked, personId?: string) =>
  office.asResident(personId ?? (await office.state()).personId, 'ask-for-my-instalments', {
    params: { caseId },
    body,
  });
const mine = async () => {
  const reply = await office.asResident((await office.state()).personId, 'read-my-contributions');
  return Object(reply.accepted ? reply.value.body : {}).accounts[0];
};
const pay = (pence: number) => {
  const reference = `BANK-${posted.push('one')}`.padEnd(9, '0');
  const receivedOn = office.today;
  const body = { reference, pence, receivedOn, method: 'bank-transfer' };
  return office.does('post-contribution-receipt', body);
};
const lastTold = async () => {
  const last = await office.ports.cases.last(caseId);
  return { type: last?.type, letter: last && letterFor(last), body: Object(last?.body) };
};

/** Sweeps each day from one to another, both among them. */
async function sweepFrom(from: string, to: string): Promise<void> {
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) {
    await office.sweep(new Date(day).toISOString().slice(0, 10));
  }
}

describe('a person who asks from home to pay bit by bit', () => {
  test('puts it before finance, and is not reminded before the answer', async () => {
    office.today = '2026-09-24';
    expect(await ask()).toMatchObject({
      accepted: true,
      value: { body: { instalmentsAsked: { instalmentPence: 4_000, askedOn: '2026-09-24' } } },
    });
    expect(await office.tasks()).toMatchObject([{ step: 'answer-instalments' }]);
    const { answerBy } = (await account()).instalmentsAsked;
    expect((await office.tasks())[0]?.due).toBe(answerBy);
    expect((await mine()).explanation).toContain(
      `You asked to pay bit by bit. We answer by ${answerBy}, and send no reminder before.`,
    );
    await sweepFrom('2026-10-05', '2026-10-25');
    expect((await account()).reminders.sent).toBe(0);
  });

  test.each([
    ['while they wait for an answer', asked, true, 'already-recorded'],
    ['for more than ten years', { ...asked, instalmentPence: 1 }, false, 'invalid-input'],
  ])('is refused %s', async (_when, body, hasAsked, kind) => {
    if (hasAsked) await ask();
    expect(await ask(body)).toMatchObject({ refusal: { kind } });
  });

  test('is refused where nothing is owed, and somebody else finds nothing', async () => {
    expect(await ask(asked, 'person000009')).toMatchObject({ refusal: { kind: 'not-found' } });
    await pay(16_000);
    expect(await ask()).toMatchObject({ refusal: { kind: 'wrong-stage' } });
  });

  test('is told that it is agreed, and what', async () => {
    office.today = '2026-09-24';
    await ask();
    await office.does('agree-contribution-instalments', agreed);
    expect(await office.tasks()).toEqual([]);
    expect(await lastTold()).toMatchObject({
      type: 'contribution-instalments-answered',
      letter: 'contribution-instalments',
      body: {
        explanation: ['You pay £40.00 every four weeks, from 2026-09-30.', expect.any(String)],
      },
    });
    const shown = await mine();
    expect(shown).toMatchObject({ instalmentsAsked: null, instalments: { coversPence: 16_000 } });
    expect(shown.rule).toBe('Care and Support Statutory Guidance, Annex D');
    expect(JSON.stringify(shown)).not.toContain(finance.id);
  });

  test('is told why not, and reminded no sooner than if it had been that day', async () => {
    office.today = '2026-10-05';
    await ask();
    office.today = '2026-10-08';
    const reasons = 'Your charge is put right first.';
    await office.does('refuse-contribution-instalments', { reasons });
    expect(await office.refused('refuse-contribution-instalments', { reasons })).toBe(
      'wrong-stage',
    );
    expect(await office.tasks()).toEqual([]);
    expect((await lastTold()).body.explanation).toContain(reasons);
    await sweepFrom('2026-10-09', '2026-10-21');
    expect((await account()).reminders.sent).toBe(0);
    await office.sweep('2026-10-22');
    expect((await account()).reminders.sent).toBe(1);
  });

  test('may have other instalments in the place of those that are kept, which they asked for', async () => {
    office.today = '2026-09-24';
    await office.does('agree-contribution-instalments', agreed);
    const smaller = { ...agreed, instalmentPence: 2_000 };
    expect(await office.refused('agree-contribution-instalments', smaller)).toBe(
      'already-recorded',
    );
    await ask({ ...asked, instalmentPence: 2_000 });
    await office.does('agree-contribution-instalments', smaller);
    expect(await account()).toMatchObject({
      instalments: { instalmentPence: 2_000, coversPence: 16_000, paidPence: 0 },
    });
    expect(await office.tasks()).toEqual([]);
  });

  test('begins to pay within three months', async () => {
    office.today = '2026-09-24';
    const late = { ...agreed, firstOn: '2026-12-26' };
    expect(await office.refused('agree-contribution-instalments', late)).toBe('invalid-input');
    await office.does('agree-contribution-instalments', { ...late, firstOn: '2026-12-25' });
  });

  test('waits no longer after a death, and nobody has it as a task', async () => {
    await ask();
    await office.died('2026-08-20');
    expect((await account()).instalmentsAsked).toBeUndefined();
    expect(await office.tasks()).not.toContainEqual(
      expect.objectContaining({ step: 'answer-instalments' }),
    );
  });
});

describe('what is billed after instalments were agreed', () => {
  /** The second period bills another 160.00 on 23 September, due on 21 October. */
  beforeEach(async () => {
    office.today = '2026-08-28';
    await office.does('agree-contribution-instalments', { ...agreed, firstOn: '2026-09-02' });
    await office.care('2026-08-17', 72_000);
    await office.care('2026-09-14', 0);
    for (const day of ['2026-09-01', '2026-09-29', '2026-10-27']) {
      await sweepFrom(addDay(office.today), day);
      await pay(4_000);
    }
    await sweepFrom('2026-10-28', '2026-11-03');
  });

  test('is reminded of at the next look whether the instalments are kept, and they go on', async () => {
    expect((await account()).reminders.sent).toBe(0);
    await office.sweep('2026-11-04');
    const { type, body } = await lastTold();
    expect(type).toBe('contributions-reminded');
    expect(body.explanation[0]).toContain('£160.00');
    expect(body.explanation.join(' ')).toContain('Thank you for keeping to those.');
    expect(await account()).toMatchObject({
      reminders: { sent: 1 },
      instalments: { coversPence: 16_000, checkOn: '2026-12-02' },
    });
  });

  test('draws nothing where the person pays it too, whatever of it the books settle first', async () => {
    office = new BillingOffice();
    await office.begin();
    await office.care('2026-07-20', 72_000);
    await office.sweep('2026-08-26');
    await office.does('agree-contribution-instalments', { ...agreed, firstOn: '2026-09-02' });
    await office.care('2026-08-17', 72_000);
    await sweepFrom('2026-08-27', '2026-09-02');
    await pay(4_000);
    await sweepFrom('2026-09-03', '2026-09-29');
    await pay(4_000);
    await sweepFrom('2026-09-30', '2026-10-20');
    await pay(16_000);
    await sweepFrom('2026-10-21', '2026-10-27');
    await pay(4_000);
    await sweepFrom('2026-10-28', '2026-11-20');
    expect(await account()).toMatchObject({
      reminders: { sent: 0 },
      items: [{ leftPence: 4_000 }],
    });
    await pay(4_000);
    expect(await account()).toMatchObject({ instalments: null, items: [] });
  });
});

describe('an account as it was kept before anybody could ask', () => {
  test('is read, and its instalments know a later statement by its day', async () => {
    office.today = '2026-08-28';
    await office.does('agree-contribution-instalments', agreed);
    const last = await contributionAccounts(office.ports.table).last(caseId);
    const { covers: _covers, ...earlier } = last?.after.instalments ?? { covers: [] };
    const kept = ContributionAccount.parse({ ...last?.after, instalments: earlier });
    expect(kept.instalments?.covers).toBeUndefined();
    expect(kept.instalmentsAsked).toBeUndefined();
  });
});

test('instalments that are agreed after a look at the debt are looked after again', async () => {
  for (const day of ['2026-10-07', '2026-10-21', '2026-11-04']) await office.sweep(day);
  const looked = { means: reason, needs: reason, next: 'instalments-offered', reason };
  await office.does('look-at-contribution-debt', looked);
  await office.does('agree-contribution-instalments', { ...agreed, firstOn: '2026-11-10' });
  await office.sweep('2026-11-17');
  expect(await account()).toMatchObject({ instalments: null, reminders: { sent: 0 } });
  await office.sweep('2026-11-18');
  expect((await account()).reminders.sent).toBe(1);
});

function addDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
