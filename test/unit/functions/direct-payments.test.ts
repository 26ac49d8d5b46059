import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { makeStores } from '#functions/make-ports.ts';
import { personalBudgetRoutes } from '#functions/personal-budget/routes.ts';
import type { Ports } from '#functions/ports.ts';
import { supportPlanningRoutes } from '#functions/support-planning/routes.ts';
import type { Operation } from '#shared/contracts/operation.ts';
import type { Role } from '#shared/domain/roles.ts';
import { findHead } from '#shared/stores/agreement-head-store.ts';
import { keyedPseudonyms } from '#shared/stores/pseudonyms.ts';
import { councils } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import {
  agreement,
  authorised,
  budgetGiven,
  checksPassed,
  limits,
  plan,
} from '#test/support/plan-states.ts';

const caseId = 'case0000000001';
const routes: readonly Operation<Ports>[] = [...supportPlanningRoutes, ...personalBudgetRoutes];
const Answered = z.object({
  records: z.record(z.string(), z.int()).default({}),
  stage: z.string().optional(),
  status: z.string().optional(),
});

/** A service on a table in memory, called as the gateway calls it. */
class Office {
  readonly #table = new MemoryTable();
  readonly ports: Ports;
  today = '2026-07-08';
  #calls = 0;

  constructor() {
    this.ports = {
      ...makeStores(this.#table),
      council: councils.worcestershire,
      pseudonyms: keyedPseudonyms(async () => 'key'),
      system: {
        now: () => `${this.today}T10:00:00.000Z`,
        newId: () => randomUUID(),
      },
    };
  }

  async call(
    id: string,
    by: [string, Role],
    sent: { body?: unknown; params?: Readonly<Record<string, string>>; ifMatch?: number },
  ) {
    const operation = routes.find((each) => each.id === id);
    if (!operation) throw new Error(`no operation ${id}`);
    const [staffId, role] = by;
    this.#calls += 1;
    return operation.run(
      {
        caller: { kind: 'staff', id: staffId, roles: [role], teams: [] },
        actingAs: role,
        params: paramsOf(operation.path, { caseId, ...sent.params }),
        query: {},
        body: sent.body,
        headers: {
          'idempotency-key': `a-key-of-a-caller-${this.#calls}`,
          ...(sent.ifMatch === undefined ? {} : { 'if-match': `"${sent.ifMatch}"` }),
        },
      },
      this.ports,
    );
  }
}

function paramsOf(path: string, known: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(known).filter(([name]) => path.includes(`{${name}}`)));
}

let office: Office;
beforeEach(() => {
  office = new Office();
});

const social: [string, Role] = ['practitioner-1', 'practitioner'];
const manager: [string, Role] = ['manager-1', 'budget-manager'];
const finance: [string, Role] = ['finance-1', 'finance-officer'];
const checker: [string, Role] = ['finance-2', 'finance-officer'];
const account = { accountName: 'A Person', sortCode: '089999', accountNumber: '66374958' };
const holds = { holds: true, reason: 'Talked through at the visit.' };
const request = {
  partId: 'payment',
  conditions: {
    route: 'with-capacity',
    askedFor: holds,
    notProhibited: holds,
    ableToManage: holds,
    appropriate: holds,
  },
};

async function seed(state = budgetGiven()): Promise<void> {
  await office.ports.cases.append(undefined, {
    id: 'seed',
    aggregateId: caseId,
    type: 'indicative-budget-given',
    at: `${office.today}T09:00:00.000Z`,
    actor: { id: 'practitioner-1', role: 'practitioner' },
    request: null,
    body: {},
    after: state,
  });
}

async function accepted(...call: Parameters<Office['call']>) {
  const reply = await office.call(...call);
  if (!reply.accepted) throw new Error(`${call[0]}: ${JSON.stringify(reply.refusal)}`);
  return Answered.parse(reply.value.body);
}

async function refusal(...call: Parameters<Office['call']>): Promise<string> {
  const reply = await office.call(...call);
  return reply.accepted ? 'accepted' : reply.refusal.kind;
}

const order = {
  partId: 'managed',
  lineIds: ['day'],
  provider: { name: 'Riverside' },
  weeklyPence: 9000,
  oneOffPence: 0,
  startsOn: '2026-07-20',
  interimCover: 'None is needed.',
};

/** From the indicative budget to both keys and an agreement that has been asked for. */
async function untilArranged(): Promise<string> {
  await seed();
  await accepted('set-delegated-limits', ['admin-1', 'administrator'], {
    body: { from: '2026-04-01', limits: limits.map(({ from: _from, ...limit }) => limit) },
  });
  const { records } = await accepted('write-support-plan', social, { body: plan });
  const ifMatch = records['plan'] ?? 0;
  await accepted('record-plan-agreement', social, {
    body: { ...agreement, on: office.today },
    ifMatch,
  });
  await accepted('authorise-plan', social, { body: checksPassed, ifMatch });
  await accepted('authorise-budget', manager, { body: { verdict: 'authorised' }, ifMatch });
  await accepted('request-direct-payment', social, { body: request });
  await accepted('arrange-support', social, { body: { orders: [order] } });
  const last = await office.ports.cases.last(caseId);
  return last?.after.agreements[0] ?? '';
}

const start = {
  lines: [
    { lineId: 'care', firstDay: '2026-07-20' },
    { lineId: 'day', firstDay: '2026-07-21' },
  ],
};

describe('a direct payment', () => {
  it('becomes active from the actual start, under both keys, signed and checked', async () => {
    const params = { agreementId: await untilArranged() };
    expect(await refusal('activate-agreement', finance, { params })).toBe('support-not-started');
    office.today = '2026-07-21';
    await accepted('start-support', social, { body: start });
    expect(await refusal('activate-agreement', finance, { params })).toBe('agreement-not-signed');
    const signature = { signedOn: '2026-07-21', signedBy: 'self', copyGivenOn: '2026-07-21' };
    await accepted('sign-agreement', social, { params, body: signature });
    expect(await refusal('activate-agreement', finance, { params })).toBe('bank-details-unchecked');
    await accepted('record-bank-details', finance, { params, body: account });
    const check = { isConfirmed: true, how: 'Read back to the person by phone.' };
    expect(await refusal('check-bank-details', finance, { params, body: check })).toBe(
      'same-person',
    );
    await accepted('check-bank-details', checker, { params, body: check });
    const active = await accepted('activate-agreement', finance, { params });
    expect(active.status).toBe('active');
    expect(await findHead(office.ports.table, params.agreementId)).toMatchObject({
      startsOn: '2026-07-20',
      paidThrough: '2026-07-19',
      weeklyPence: 15_000,
      oneOffs: [{ pence: 85_000 }],
    });
    expect(await refusal('activate-agreement', finance, { params })).toBe('already-recorded');
  });

  it('shows no more of the account than its last three digits, and stops when it changes', async () => {
    const params = { agreementId: await untilArranged() };
    office.today = '2026-07-21';
    await accepted('start-support', social, { body: start });
    const signature = { signedOn: '2026-07-21', signedBy: 'self', copyGivenOn: '2026-07-21' };
    await accepted('sign-agreement', social, { params, body: signature });
    const check = { isConfirmed: true, how: 'Read back to the person by phone.' };
    await accepted('record-bank-details', finance, { params, body: account });
    await accepted('check-bank-details', checker, { params, body: check });
    await accepted('activate-agreement', finance, { params });
    const head = () => findHead(office.ports.table, params.agreementId);
    await accepted('record-bank-details', finance, { params, body: account });
    expect((await head())?.payStop).toMatchObject({ kind: 'bank-details' });
    await accepted('check-bank-details', checker, { params, body: check });
    expect((await head())?.payStop).toBeUndefined();
    const shown = await office.call('read-agreement', finance, { params });
    expect(JSON.stringify(shown)).not.toContain('66374958');
    expect(shown).toMatchObject({ value: { body: { accountLastDigits: '958' } } });
  });

  it('is not active for a case whose second key is missing', async () => {
    await seed();
    await accepted('write-support-plan', social, { body: plan });
    await accepted('request-direct-payment', social, { body: request });
    const last = await office.ports.cases.last(caseId);
    const params = { agreementId: last?.after.agreements[0] ?? '' };
    expect(await refusal('activate-agreement', finance, { params })).toBe('two-keys-missing');
  });

  it('is refused in writing where a condition does not hold, and no agreement begins', async () => {
    await seed(authorised());
    const fails = { holds: false, reason: 'Nobody can help her to keep the account.' };
    const conditions = { ...request.conditions, ableToManage: fails };
    const bare = { ...request, conditions };
    expect(await refusal('request-direct-payment', social, { body: bare })).toBe('reason-needed');
    const letter = {
      reasons: 'Nobody can manage it.',
      whatWouldChangeIt: 'Somebody who helps.',
      howToChallenge: 'Ask for a second look; then the Ombudsman.',
    };
    await accepted('request-direct-payment', social, { body: { ...bare, refusal: letter } });
    const last = await office.ports.cases.last(caseId);
    expect(last).toMatchObject({ type: 'direct-payment-refused', after: { agreements: [] } });
  });

  it('rests on the plan in its newest version', async () => {
    await seed();
    await accepted('write-support-plan', social, { body: plan });
    expect(await refusal('write-support-plan', social, { body: plan })).toBe('version-missing');
    expect(await refusal('write-support-plan', social, { body: plan, ifMatch: 1 })).toBe(
      'version-stale',
    );
  });
});
