import { afterAll, beforeAll, expect, test } from 'vitest';
import { meansOf } from '#test/support/finances.ts';
import { aContact, toAssessment } from '#test/support/requests.ts';
import { type RunningService, startService } from '#test/support/running-service.ts';

const startAt = '2026-04-01T09:00:00Z';

let running: RunningService | undefined;
function service(): RunningService {
  if (!running) throw new Error('the service is not running');
  return running;
}
beforeAll(async () => {
  running = await startService({ startAt });
}, 180_000);
afterAll(() => running?.stop());

let sent = 0;
/** One call by somebody in all roles, and everything that it leads to. */
async function call(by: string, line: string, body?: object, seen?: number) {
  sent += 1;
  const { status, body: answer } = await service().send(line, {
    token: service().tokenOf(by),
    headers: {
      'idempotency-key': `uprating-key-${String(sent).padStart(6, '0')}`,
      ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }),
    },
    ...(body === undefined ? {} : { body }),
  });
  expect(status, `${line}: ${JSON.stringify(answer)}`).toBeLessThan(300);
  await service().stack.activity.whenIdle();
  return Object(answer);
}

async function chargedCase(): Promise<string> {
  const { caseId } = await call('adviser-1', 'POST /contacts', { ...aContact, channel: 'phone' });
  await call('adviser-1', `POST /cases/${caseId}/triage`, toAssessment);
  const on = '2026-04-01';
  const evidence = 'Letter of the Department for Work and Pensions';
  const pension = { id: 'pension', kind: 'state-pension', pence: 25_260, every: 'week', evidence };
  await call('finance-1', `POST /cases/${caseId}/financial-assessment`, {
    ...meansOf(0),
    assessedOn: on,
    appliesFrom: on,
    incomes: [pension],
  });
  return caseId;
}

test('a new year’s charges are worked out at once, and reach each case on their first day', async () => {
  const caseId = await chargedCase();
  const terms = { ratesFrom: '2026-04-06', incomeRisesBasisPoints: { 'state-pension': 500 } };
  const { runId } = await call('finance-1', 'POST /uprating-runs', terms);
  const workedOut = await call('finance-1', `GET /uprating-runs/${runId}`);
  expect(workedOut).toMatchObject({
    status: 'worked-out',
    totals: { worked: 1, beforeWeeklyPence: 2000, afterWeeklyPence: 2378 },
  });
  const decision = `POST /uprating-runs/${runId}/decision`;
  await call('finance-2', decision, { verdict: 'commit' }, workedOut.event);
  const charge = async () => (await call('finance-1', `GET /cases/${caseId}`)).state.finances;
  expect(await charge()).toMatchObject({ weeklyContributionPence: 2000 });

  const { clock, activity } = service().stack;
  await clock.advanceTo(Date.parse('2026-04-06T09:00:00Z'));
  await activity.whenIdle();
  expect(await call('finance-1', `GET /uprating-runs/${runId}`)).toMatchObject({
    status: 'written',
    written: { written: 1, leftOut: 0 },
  });
  expect(await charge()).toMatchObject({
    weeklyContributionPence: 2378,
    appliesFrom: '2026-04-06',
  });
  const { letters } = await call('finance-1', `GET /cases/${caseId}/letters`);
  const told = letters.filter((each: object) => Object(each).letter === 'charge-new-year');
  expect(told).toMatchObject([{ status: 'sent' }]);
});
