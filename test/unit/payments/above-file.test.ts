import { expect, test } from 'vitest';
import { activateAgreement } from '#shared/domain/agreement/activate-agreement.ts';
import { at } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { agreementState, PayOffice } from '#test/support/pay-office.ts';
import { started } from '#test/support/plan-states.ts';

const agreementId = 'agreement0001';
const filePenceMax = 99_999_999_999;

/** What activation says of a live part of these amounts. */
function activate(weeklyPence: number, oneOffPence: number) {
  const state = started();
  const { live } = state;
  const [first] = live?.parts ?? [];
  if (!live || !first) throw new Error('nothing has started');
  const part = { ...first, agreementId, weeklyPence, oneOffPence };
  const about = { agreementId, state: { ...state, live: { ...live, parts: [part] } } };
  const requested = { ...agreementState, status: 'checked' as const, planVersion: null };
  return activateAgreement(
    requested,
    { ...about, provisionalWeeklyPence: 0 },
    at('2026-07-21', 'finance-1', 'finance-officer'),
  );
}

test.each([
  [Math.floor(filePenceMax / 4) + 1, 0],
  [0, filePenceMax + 1],
])('an agreement of %i a week and %i once is refused before it is paid', (weekly, once) => {
  expect(activate(weekly, once)).toMatchObject({
    accepted: false,
    refusal: { kind: 'amount-above-file' },
  });
});

test('an agreement of the most that a file can hold is made active', () => {
  expect(activate(Math.floor(filePenceMax / 4), filePenceMax)).toMatchObject({ accepted: true });
});

test('a run that adds up to more than its file can hold is not approved, and may be rejected', async () => {
  const office = new PayOffice(new MemoryTable());
  for (const id of [agreementId, 'agreement0002']) {
    await office.activate({ agreementId: id, startsOn: '2026-04-06', weeklyPence: 24_000_000_000 });
  }
  await office.fire('2026-03-26');
  const runs = await office.runs();
  const { runId = '' } = runs.find(({ periodStart }) => periodStart === '2026-04-06') ?? {};
  await office.select(runId);
  expect(await office.decide(runId, 'approved')).toMatchObject({
    accepted: false,
    refusal: { kind: 'amount-above-file' },
  });
  expect(await office.decide(runId, 'rejected')).toMatchObject({ accepted: true });
});
