import { beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { accounts, OrderOffice, people } from '#test/support/order-office.ts';
import { PayDesk } from '#test/support/pay-desk.ts';
import { account, asStaff, type PayOffice } from '#test/support/pay-office.ts';
import { readBacsFile } from '#test/support/read-bacs-file.ts';

const agreementId = 'agreement0001';
const accountName = 'Zoë O’Neill-Łukasiewicz & Søn';

function shownIn(reply: Reply): Record<string, unknown> {
  if (!reply.accepted) throw new Error(reply.refusal.detail);
  return Object(reply.value.body);
}

/** The names that the newest run wrote into its file. */
async function namesInFile(office: PayOffice): Promise<readonly string[]> {
  const runId = (await office.runs())[0]?.runId ?? '';
  const asked = asStaff('officer-1', 'finance-officer', { params: { runId } });
  const reply = await office.call('read-bacs-file', asked);
  if (!reply.accepted || !reply.value.file) throw new Error('there is no file');
  const { records } = readBacsFile(reply.value.file.text);
  return records.filter(({ code }) => code === '99').map(({ name }) => name);
}

describe('an account of a direct payment', () => {
  let desk: PayDesk;
  const call = (id: string, by: string, body: object) =>
    desk.call(id, asStaff(by, 'finance-officer', { params: { agreementId }, body }));

  /** Enters an account, has somebody else check it, and gives back how the answer showed its name. */
  async function enter(): Promise<unknown> {
    const shown = shownIn(
      await call('record-bank-details', 'officer-1', { ...account, accountName }),
    );
    shownIn(await call('check-bank-details', 'officer-2', { isConfirmed: true, how: 'By phone.' }));
    expect(shown['isNameRewritten']).toBe(true);
    return shown['nameInFile'];
  }

  beforeEach(() => {
    desk = new PayDesk();
  });

  test.each<[string, AgreementState['payee']]>([
    ['the person', { kind: 'self' }],
    ['whom they nominated', { kind: 'nominated', personId: 'person000002', name: 'Zoë' }],
  ])('of %s is shown with the name that the file has', async (_whose, payee) => {
    await desk.pays(agreementId, { payee });
    const shown = await enter();
    await desk.pay('2026-04-27');
    expect(new Set(await namesInFile(desk))).toEqual(new Set([shown]));
  });

  test('of an estate is shown with the name that the file has', async () => {
    await desk.pays(agreementId);
    await desk.pay('2026-03-27');
    desk.today = '2026-04-24';
    const diedOn = '2026-04-20';
    const payStop = { kind: 'death', by: 'case-stream', on: desk.today, diedOn } as const;
    await desk.change(agreementId, { payStop });
    const shown = await enter();
    const line = { kind: 'notice', pence: 300_000, evidence: 'The contract: four weeks.' };
    shownIn(
      await call('propose-final-account', 'officer-1', {
        lastDay: diedOn,
        lines: [line],
        settledWith: 'estate',
        reason: 'Her assistant is owed notice.',
      }),
    );
    const proposal = (await desk.agreement(agreementId)).finalAccount?.event;
    const decision = { verdict: 'approved', comment: 'Compared.', proposal };
    const params = { agreementId };
    const approval = asStaff('approver-2', 'finance-approver', { params, body: decision });
    shownIn(await desk.call('decide-final-account', approval));
    await desk.pay('2026-04-30');
    expect(await namesInFile(desk)).toEqual([shown]);
  });
});

test('an account of a provider or a fund is shown with the name that the file has', async () => {
  const office = new OrderOffice();
  const orderId = await office.untilStarted();
  const providerId = (await office.orders())[0]?.providerId ?? '';
  const shown = await office.done(people.officer, 'record-provider-account', {
    params: { providerId },
    body: { ...accounts[0], accountName },
  });
  await office.check(providerId);
  office.today = '2026-08-24';
  await office.deliver(orderId, '2026-07-27', [800, 800]);
  await office.run('2026-09-14');
  expect(shown['isNameRewritten']).toBe(true);
  expect(await namesInFile(office.pay)).toEqual([shown['nameInFile']]);
  const read = await office.done(people.officer, 'read-provider', { params: { providerId } });
  expect(read['nameInFile']).toBe(shown['nameInFile']);
});
