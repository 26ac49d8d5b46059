import { beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import type { LedgerAccount } from '#shared/domain/ledger/ledger-entry.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const start = '2026-04-06';
const costs = { 'older-people': 6_000, 'mental-health': 4_000 };
let office: PayOffice;
let runId: string;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  const terms = { weeklyPence: 10_000, weeklyContributionPence: 3_000 };
  await office.activate({ agreementId, startsOn: start, costs, ...terms });
  await office.fire('2026-03-26');
  runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
});

type Sent = Partial<Parameters<typeof asStaff>[2]>;
const read = (id: string, sent: Sent) =>
  office.call(id, asStaff('head-1', 'head-of-service', { params: {}, ...sent }));
const asOfficer = (id: string, sent: Sent, by = 'officer-1') =>
  office.call(id, asStaff(by, 'finance-officer', { params: {}, ...sent }));
function bodyOf(reply: Reply): unknown {
  if (!reply.accepted) throw new Error(`${reply.refusal.kind}: ${reply.refusal.detail}`);
  return reply.value.body;
}
const refusalOf = (reply: Reply) => (reply.accepted ? undefined : reply.refusal.kind);
const journalOf = async (day: string) => {
  const reply = await asOfficer('read-journal', { params: { day } });
  if (!reply.accepted) throw new Error(reply.refusal.kind);
  return reply.value.file?.text.split('\r\n').slice(1, -1);
};
const centre = async (costCentreId: string) =>
  bodyOf(await read('read-cost-centre-ledger', { params: { costCentreId } }));

const line = (account: LedgerAccount, costCentre: string | null, pence: number) => ({
  account,
  costCentre,
  pence,
});

/** The plan ends before the end of the period that is paid, and finance settles the agreement. */
async function settle(): Promise<void> {
  office.today = '2026-04-24';
  const payStop = { kind: 'case-ended', by: 'manager-1', on: office.today } as const;
  await office.change(agreementId, { payStop });
  const reason = 'She has moved to another county.';
  const holiday = { kind: 'holiday', pence: 5_001, evidence: 'The payslip of March.' };
  const account = { lastDay: '2026-04-19', lines: [holiday], settledWith: 'payee', reason };
  const params = { agreementId };
  bodyOf(await asOfficer('propose-final-account', { params, body: account }));
  const proposal = (await office.ports.agreements.last(agreementId))?.sequence;
  const body = { verdict: 'approved', comment: 'Compared with the evidence.', proposal };
  const decided = asStaff('approver-2', 'finance-approver', { params, body });
  bodyOf(await office.call('decide-final-account', decided));
}

describe('the balances', () => {
  test('of an agreement are what all its entries add up to', async () => {
    await office.carryOut(runId);
    expect(bodyOf(await read('read-agreement-balances', { params: { agreementId } }))).toEqual({
      agreementId,
      balances: [
        line('bank', null, -28_000),
        line('contributions', null, -12_000),
        line('direct-payments', 'mental-health', 16_000),
        line('direct-payments', 'older-people', 24_000),
      ],
    });
  });

  test('of a run are there once it is sent', async () => {
    const asked = { params: { runId } };
    expect(refusalOf(await read('read-run-balances', asked))).toBe('wrong-stage');
    await office.carryOut(runId);
    expect(bodyOf(await read('read-run-balances', asked))).toMatchObject({
      balances: [
        line('bank', null, -28_000),
        line('contributions', null, -12_000),
        line('direct-payments', 'mental-health', 16_000),
        line('direct-payments', 'older-people', 24_000),
      ],
    });
  });

  test('of a cost centre hold what moved in runs and outside of them', async () => {
    await office.carryOut(runId);
    await settle();
    // Fourteen days at 100.00 a week were not to be paid, and 50.01 of holiday was owed.
    expect(await centre('older-people')).toEqual({
      costCentreId: 'older-people',
      year: 2026,
      spentPence: 24_000 - 8_999,
      byAccount: [{ account: 'direct-payments', pence: 24_000 - 8_999 }],
      byRun: [{ runId, pence: 24_000 }],
      byJournal: [{ day: '2026-04-24', pence: -8_999 }],
    });
    expect(
      bodyOf(await read('read-cost-centre', { params: { costCentreId: 'older-people' } })),
    ).toMatchObject({
      actualPence: 24_000 - 8_999,
    });
  });

  test('are refused where there is nothing of the kind', async () => {
    const nobodys = 'nobodyhasthisid0';
    const agreement = { params: { agreementId: nobodys } };
    expect(refusalOf(await read('read-agreement-balances', agreement))).toBe('not-found');
    const run = { params: { runId: nobodys } };
    expect(refusalOf(await read('read-run-balances', run))).toBe('not-found');
    const costCentre = { params: { costCentreId: 'nobodys' } };
    expect(refusalOf(await read('read-cost-centre-ledger', costCentre))).toBe('not-found');
  });
});

describe('the journal of a day', () => {
  test('holds what moved outside of runs, and nothing that is in the journal of a run', async () => {
    await office.carryOut(runId);
    await settle();
    office.today = '2026-04-25';
    expect(await journalOf('2026-04-24')).toEqual([
      '2026-04-24,contributions,,60.00,,journal-2026-04-24',
      '2026-04-24,direct-payments,mental-health,,60.00,journal-2026-04-24',
      '2026-04-24,direct-payments,older-people,,89.99,journal-2026-04-24',
      '2026-04-24,reclaims-owed,,89.99,,journal-2026-04-24',
    ]);
    expect(await journalOf('2026-04-02')).toEqual([]);
  });

  test('is that of the day on which it was booked, and not the one that it is about', async () => {
    await office.carryOut(runId);
    office.today = '2026-04-20';
    const params = { agreementId, name: start };
    const body = { on: '2026-04-08', reason: 'B' };
    bodyOf(await asOfficer('return-payment', { params, body }));
    office.today = '2026-04-21';
    expect(await journalOf('2026-04-08')).toEqual([]);
    expect(await journalOf('2026-04-20')).toEqual([
      '2026-04-20,bank,,280.00,,journal-2026-04-20',
      '2026-04-20,returned-payments,,,280.00,journal-2026-04-20',
    ]);
  });

  test('is drawn up once the day is over', async () => {
    const asked = { params: { day: office.today } };
    expect(refusalOf(await asOfficer('read-journal', asked))).toBe('wrong-stage');
    office.today = '2026-03-27';
    expect(refusalOf(await asOfficer('read-journal', asked))).toBeUndefined();
  });
});

test('an entry of a run is booked in no daily journal too', () => {
  const entry = {
    entryId: 'entry00001',
    kind: 'correction',
    agreementId,
    runId,
    paymentName: null,
    on: start,
    lines: [line('bank', null, -1), line('direct-payments', null, 1)],
    corrects: null,
  } as const;
  expect(() => bookedWrites({ ...entry, lines: [...entry.lines] }, start)).toThrow(
    'journal of its run',
  );
});
