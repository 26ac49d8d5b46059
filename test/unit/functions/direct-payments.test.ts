import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { chargingRoutes } from '#functions/charging/routes.ts';
import { keepOrdersOf } from '#functions/orders/keep-orders.ts';
import { sweepMoney } from '#functions/payments/daily/sweep-money.ts';
import { paymentRoutes } from '#functions/payments/routes.ts';
import { bringDeath } from '#functions/people/death/bring-death.ts';
import { peopleRoutes } from '#functions/people/routes.ts';
import { followContribution } from '#functions/personal-budget/following/follow-contribution.ts';
import { personalBudgetRoutes } from '#functions/personal-budget/routes.ts';
import type { Ports } from '#functions/ports.ts';
import { reviewRoutes } from '#functions/review/routes.ts';
import { supportPlanningRoutes } from '#functions/support-planning/routes.ts';
import type { Operation } from '#shared/contracts/operation.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { personCaseWrite } from '#shared/stores/people/person-store.ts';
import { meansOf } from '#test/support/finances.ts';
import { Office, type Staff } from '#test/support/office.ts';
import { register } from '#test/support/people.ts';
import {
  agreement,
  authorised,
  budgetGiven,
  checksOf,
  limits,
  managedPlan,
  plan,
  reviewOf,
} from '#test/support/plan-states.ts';

const caseId = 'case0000000001';
const routes: readonly Operation<Ports>[] = [
  ...paymentRoutes,
  ...supportPlanningRoutes,
  ...personalBudgetRoutes,
  ...reviewRoutes,
  ...chargingRoutes,
  ...peopleRoutes,
];
const Answered = z.object({
  records: z.record(z.string(), z.int()).default({}),
  stage: z.string().optional(),
  status: z.string().optional(),
  nextReview: z.string().nullable().optional(),
  agreementId: z.string().nullable().optional(),
  next: z.array(z.looseObject({ operation: z.string() })).optional(),
});

let office: Office;
beforeEach(() => {
  office = new Office(routes);
});

const social: Staff = { id: 'practitioner-1', role: 'practitioner' };
const manager: Staff = { id: 'manager-1', role: 'budget-manager' };
const finance: Staff = { id: 'finance-1', role: 'finance-officer' };
const checker: Staff = { id: 'finance-2', role: 'finance-officer' };
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

type Call = [operation: string, by: Staff, sent: Parameters<Office['asStaff']>[2]];

const call = ([operation, by, sent]: Call) =>
  office.asStaff(by, operation, { ...sent, params: { caseId, ...sent?.params } });

async function accepted(...made: Call) {
  const reply = await call(made);
  if (!reply.accepted) throw new Error(`${made[0]}: ${JSON.stringify(reply.refusal)}`);
  return Answered.parse(reply.value.body);
}

async function refusal(...made: Call): Promise<string> {
  const reply = await call(made);
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
  await office.seed(caseId, budgetGiven());
  await accepted(
    'set-delegated-limits',
    { id: 'admin-1', role: 'administrator' },
    {
      body: { from: '2026-04-01', limits: limits.map(({ from: _from, ...limit }) => limit) },
    },
  );
  const { records, next } = await accepted('write-support-plan', social, { body: plan });
  expect(next?.map(({ operation }) => operation)).toContain('record-plan-agreement');
  await signOff(records['plan'] ?? 0);
  const asked = await accepted('request-direct-payment', social, { body: request });
  await accepted('arrange-support', social, { body: { orders: [order] } });
  return asked.agreementId ?? '';
}

const start = {
  lines: [
    { lineId: 'care', firstDay: '2026-07-20' },
    { lineId: 'day', firstDay: '2026-07-21' },
  ],
};

const signature = { signedOn: '2026-07-21', signedBy: 'self', copyGivenOn: '2026-07-21' };
const check = { isConfirmed: true, how: 'Read back to the person by phone.' };

/** On to an agreement that is active from 20 July. */
async function untilActive(): Promise<string> {
  const params = { agreementId: await untilArranged() };
  office.today = '2026-07-21';
  await accepted('start-support', social, { body: start });
  const started = await office.ports.cases.last(caseId);
  if (started) await keepOrdersOf(started, office.ports);
  await signAndActivate(params);
  return params.agreementId;
}

async function signAndActivate(params: { readonly agreementId: string }): Promise<void> {
  await accepted('sign-agreement', social, { params, body: signature });
  await accepted('record-bank-details', finance, { params, body: account });
  await accepted('check-bank-details', checker, { params, body: check });
  await accepted('activate-agreement', finance, { params });
}

async function lastOfCase() {
  const last = await office.ports.cases.last(caseId);
  if (!last) throw new Error('the case is gone');
  return last.after;
}

const tasksOf = async (team: string) =>
  (await office.ports.tasks.ofTeam(team, 50)).tasks.map(({ step }) => step);

/** A review on 31 August changes the plan, and both keys are turned on the new one. */
async function replan(input: WrittenPlan, on = '2026-08-31'): Promise<void> {
  office.today = on;
  const asked = { kind: 'requested', by: 'person', reason: 'The hours do not suit.' };
  await accepted('request-review', social, { body: asked });
  const decision = { verdict: 'change-plan', reason: 'Other help.', budgetGoes: 'up' } as const;
  const directPayment = { isWorking: true, note: 'The account is in order.' };
  const review = reviewOf(decision, { directPayment });
  const { records } = await accepted('carry-out-review', social, { body: review });
  const ifMatch = records['plan'] ?? 0;
  const written = await accepted('write-support-plan', social, { body: input, ifMatch });
  await signOff(written.records['plan'] ?? 0);
}

async function signOff(ifMatch: number): Promise<void> {
  const body = { ...agreement, on: office.today };
  await accepted('record-plan-agreement', social, { body, ifMatch });
  await accepted('authorise-plan', social, { body: checksOf(office.today), ifMatch });
  await accepted('authorise-budget', manager, { body: { verdict: 'authorised' }, ifMatch });
}

function linesFrom(lineIds: readonly string[], firstDay: string) {
  office.today = firstDay;
  return { lines: lineIds.map((lineId) => ({ lineId, firstDay })) };
}

describe('a direct payment', () => {
  it('becomes active from the actual start, under both keys, signed and checked', async () => {
    const params = { agreementId: await untilArranged() };
    expect(await refusal('activate-agreement', finance, { params })).toBe('support-not-started');
    office.today = '2026-07-21';
    await accepted('start-support', social, { body: start });
    expect(await refusal('activate-agreement', finance, { params })).toBe('agreement-not-signed');
    await accepted('sign-agreement', social, { params, body: signature });
    expect(await refusal('activate-agreement', finance, { params })).toBe('bank-details-unchecked');
    const mistyped = { ...account, accountNumber: '66374959' };
    expect(await refusal('record-bank-details', finance, { params, body: mistyped })).toBe(
      'invalid-input',
    );
    await accepted('record-bank-details', finance, { params, body: account });
    expect(await refusal('check-bank-details', finance, { params, body: check })).toBe(
      'same-person',
    );
    await accepted('check-bank-details', checker, { params, body: check });
    expect(await refusal('check-bank-details', checker, { params, body: check })).toBe(
      'already-recorded',
    );
    const active = await accepted('activate-agreement', finance, { params });
    expect(active).toMatchObject({ status: 'active', nextReview: '2027-01-20' });
    expect(await findHead(office.ports.table, params.agreementId)).toMatchObject({
      startsOn: '2026-07-20',
      paidThrough: '2026-07-19',
      weeklyPence: 15_000,
      oneOffs: [{ pence: 85_000 }],
    });
    expect(await refusal('activate-agreement', finance, { params })).toBe('already-recorded');
  });

  it('has no contribution to show before it is worked out, and then the real one', async () => {
    const params = { agreementId: await untilArranged() };
    const shown = () => office.asStaff(finance, 'read-agreement', { params });
    const unknown = { weeklyContributionPence: null, isContributionProvisional: null };
    expect(await shown()).toMatchObject({ value: { body: { status: 'requested', ...unknown } } });
    office.today = '2026-07-21';
    await accepted('start-support', social, { body: start });
    await accepted('sign-agreement', social, { params, body: signature });
    await accepted('record-bank-details', finance, { params, body: account });
    await accepted('check-bank-details', checker, { params, body: check });
    expect(await shown()).toMatchObject({ value: { body: { status: 'signed', ...unknown } } });
    await accepted('activate-agreement', finance, { params });
    const known = { weeklyContributionPence: 0, isContributionProvisional: true };
    expect(await shown()).toMatchObject({ value: { body: { status: 'active', ...known } } });
  });

  it('shows no more of the account than three digits, and stops when it changes', async () => {
    const params = { agreementId: await untilActive() };
    const head = () => findHead(office.ports.table, params.agreementId);
    await accepted('record-bank-details', finance, { params, body: account });
    expect((await head())?.payStop).toMatchObject({ kind: 'bank-details' });
    await accepted('check-bank-details', checker, { params, body: check });
    expect((await head())?.payStop).toBeUndefined();
    const shown = await office.asStaff(finance, 'read-agreement', { params });
    expect(JSON.stringify(shown)).not.toContain('66374958');
    expect(shown).toMatchObject({ value: { body: { accountLastDigits: '958' } } });
  });

  it('says that it is stopped after a death, though no event of its own does', async () => {
    const params = { agreementId: await untilActive() };
    const { table } = office.ports;
    const stop = {
      kind: 'death',
      by: 'case-stream',
      on: '2026-08-01',
      diedOn: '2026-07-30',
    } as const;
    const paid = await findHead(table, params.agreementId);
    if (!paid) throw new Error('the agreement has no head');
    await table.write([changedHeadWrite(paid, { payStop: stop })]);
    expect(await call(['read-agreement', finance, { params }])).toMatchObject({
      value: { body: { payStop: 'death' } },
    });
  });

  it('says how a bank will read a name that it cannot take as it is', async () => {
    const params = { agreementId: await untilActive() };
    const enter = async (accountName: string) => {
      const body = { ...account, accountName };
      return office.asStaff(finance, 'record-bank-details', { params, body });
    };
    expect(await enter("Zoë O'Neill")).toMatchObject({
      value: { body: { isNameRewritten: true, nameInFile: 'ZOE ONEILL' } },
    });
    expect(await office.asStaff(finance, 'read-agreement', { params })).toMatchObject({
      value: { body: { isNameRewritten: true } },
    });
    expect(await enter('Mary Example')).toMatchObject({
      value: { body: { isNameRewritten: false, nameInFile: 'MARY EXAMPLE' } },
    });
    expect(await enter('李小龍')).toMatchObject({
      accepted: false,
      refusal: { kind: 'invalid-input', pointer: '/accountName' },
    });
  });

  it.each([
    ['a day that has been', '2026-08-03', '2026-08-03'],
    ['a day before support began', '2026-07-01', '2026-07-20'],
  ])('goes out less a contribution that counts from %s', async (_, appliesFrom, from) => {
    const params = { agreementId: await untilActive() };
    office.today = '2026-08-10';
    const body = meansOf(1_000, { assessedOn: '2026-08-10', appliesFrom });
    await accepted('assess-finances', finance, { body });
    await accepted('activate-agreement', finance, { params });
    const last = await office.ports.agreements.last(params.agreementId);
    expect(last?.body).toMatchObject({ from, weeklyContributionPence: 1_000 });
  });

  it('is not paid less before the day from which a contribution counts', async () => {
    const params = { agreementId: await untilActive() };
    office.today = '2026-08-10';
    const body = meansOf(1_000, { assessedOn: '2026-08-10', appliesFrom: '2026-09-01' });
    await accepted('assess-finances', finance, { body });
    expect(await refusal('activate-agreement', finance, { params })).toBe('wrong-stage');
    office.today = '2026-09-01';
    await accepted('activate-agreement', finance, { params });
  });

  it('has finance asked to take off a contribution from the day on which it counts', async () => {
    const params = { agreementId: await untilActive() };
    const asked = async () =>
      (await office.ports.tasks.ofTeam('finance', 50)).tasks
        .filter(({ step }) => step === 'activate-agreement')
        .map(({ due }) => due);
    const assess = async (weeklyPence: number, appliesFrom: string) => {
      office.today = '2026-08-10';
      const ifMatch = (await lastOfCase()).records.finances;
      const body = meansOf(weeklyPence, { assessedOn: '2026-08-10', appliesFrom });
      await accepted('assess-finances', finance, { body, ...(ifMatch && { ifMatch }) });
      const event = await office.ports.cases.last(caseId);
      if (!event) throw new Error('the case is gone');
      // The stream may bring it twice.
      await followContribution(event, office.ports);
      await followContribution(event, office.ports);
    };
    await assess(1_000, '2026-08-10');
    expect(await asked()).toEqual(['2026-08-12']);
    await accepted('activate-agreement', finance, { params });
    expect(await asked()).toEqual([]);

    await assess(1_500, '2026-09-01');
    expect(await asked()).toEqual(['2026-09-03']);
    await assess(1_000, '2026-08-10');
    expect(await asked()).toEqual([]);
  });

  it('is reviewed with the plan, which is planned again and goes on until then', async () => {
    const params = { agreementId: await untilActive() };
    const before = await office.ports.cases.last(caseId);
    await replan(plan);
    expect((await office.ports.agreements.last(params.agreementId))?.after.nextReview).toBe(
      '2027-08-31',
    );
    expect((await office.ports.cases.last(caseId))?.after.live).toEqual(before?.after.live);
  });

  it('is watched from its first day that is paid for, and says where it is in its life', async () => {
    const asked = await untilArranged();
    const stage = async () => {
      const reply = await call([
        'read-agreement-life',
        finance,
        { params: { agreementId: asked } },
      ]);
      return reply.accepted ? reply.value.body : reply.refusal;
    };
    expect(await stage()).toMatchObject({
      stage: 'requested',
      conditions: request.conditions,
      checks: [
        { check: 'account-entered', holds: false },
        { check: 'account-checked-by-another', holds: false },
        { check: 'agreement-signed', holds: false },
        { check: 'both-keys-turned', holds: true },
        { check: 'support-started', holds: false },
      ],
    });
    const params = { agreementId: asked };
    office.today = '2026-07-21';
    await accepted('start-support', social, { body: start });
    await accepted('sign-agreement', social, { params, body: signature });
    await accepted('record-bank-details', finance, { params, body: account });
    expect(await stage()).toMatchObject({ stage: 'checks' });
    await accepted('check-bank-details', checker, { params, body: check });
    expect(await stage()).toMatchObject({ stage: 'signed' });
    await accepted('activate-agreement', finance, { params });
    expect(await stage()).toMatchObject({
      stage: 'active',
      monitoring: { status: 'waiting', from: '2026-07-20', to: '2026-10-19' },
    });
    const stop = { reason: 'She is away.', needsMetOtherwise: 'In hospital.' };
    await accepted('stop-payments', finance, { params, body: stop });
    expect(await stage()).toMatchObject({ stage: 'suspended' });
    office.today = '2026-10-20';
    await sweepMoney({ ...office.ports, bus: { publish: async () => {} } });
    expect(await stage()).toMatchObject({ monitoring: { status: 'asked', due: '2026-11-16' } });
  });

  it('is put before the team once when nobody has looked at it for six months', async () => {
    await untilActive();
    const sweep = async (today: string) => {
      office.today = today;
      return sweepMoney({ ...office.ports, bus: { publish: async () => {} } });
    };
    const tasks = async () => {
      const held = await office.ports.cases.last(caseId);
      const { tasks } = await office.ports.tasks.ofTeam(held?.after.team ?? '', 10);
      return tasks.filter(({ step }) => step === 'review-direct-payment');
    };
    await sweep('2027-01-19');
    expect(await tasks()).toEqual([]);
    expect(await sweep('2027-02-01')).toEqual({ taken: 1 });
    expect(await sweep('2027-02-02')).toEqual({ taken: 0 });
    expect(await tasks()).toMatchObject([{ due: '2027-01-20', aggregateId: caseId }]);
    await replan(plan, '2027-02-02');
    expect(await tasks()).toEqual([]);
  });

  it('that a new plan leaves behind is paid up to the day before and no further', async () => {
    const params = { agreementId: await untilActive() };
    await replan(managedPlan);
    const orders = [{ ...order, lineIds: ['day', 'help'], weeklyPence: 18_000 }];
    await accepted('arrange-support', social, { body: { orders } });
    await accepted('start-support', social, { body: linesFrom(['day', 'help'], '2026-09-01') });
    const head = await findHead(office.ports.table, params.agreementId);
    expect(head?.payUntil).toBe('2026-08-31');
    const ended = await office.ports.agreements.last(params.agreementId);
    expect(ended).toMatchObject({ type: 'agreement-ended', after: { status: 'closed' } });
  });

  it('of a new plan is brought up to its amount, with what the days behind still lack', async () => {
    const params = { agreementId: await untilActive() };
    const [care, ...others] = plan.lines;
    const more = { ...care, unitsHundredths: 1200, weeklyPence: 18_000 };
    const lines = [more, ...others.filter(({ id }) => id !== 'flooring')];
    await replan(WrittenPlan.parse({ ...plan, lines }));
    await accepted('arrange-support', social, { body: { orders: [order] } });
    await accepted('start-support', social, { body: linesFrom(['care', 'day'], '2026-09-01') });
    const { table } = office.ports;
    const paid = await findHead(table, params.agreementId);
    if (!paid) throw new Error('the agreement has no head');
    await table.write([changedHeadWrite(paid, { paidThrough: '2026-09-13', oneOffs: [] })]);
    await accepted('activate-agreement', finance, { params });
    // From 1 to 13 September: 334.29 at 180.00 a week, of which 278.58 was paid at 150.00.
    expect(await findHead(table, params.agreementId)).toMatchObject({
      weeklyPence: 18_000,
      paidThrough: '2026-09-13',
      oneOffs: [{ pence: 5_571 }],
    });
  });

  it('stands before finance from the start of each plan until it pays what that plan says', async () => {
    const asked = async () => {
      const { tasks } = await office.ports.tasks.ofTeam('finance', 50);
      return tasks.flatMap(({ step, due }) => (step === 'activate-agreement' ? due : []));
    };
    const params = { agreementId: await untilArranged() };
    expect(await asked()).toEqual([]);
    office.today = '2026-07-21';
    await accepted('start-support', social, { body: start });
    expect(await asked()).toEqual(['2026-07-23']);
    await accepted('sign-agreement', social, { params, body: signature });
    await accepted('record-bank-details', finance, { params, body: account });
    await accepted('check-bank-details', checker, { params, body: check });
    expect(await asked()).toEqual(['2026-07-23']);
    await accepted('activate-agreement', finance, { params });
    expect(await asked()).toEqual([]);
    await replan(WrittenPlan.parse({ ...plan }));
    await accepted('arrange-support', social, { body: { orders: [order] } });
    expect(await asked()).toEqual([]);
    await accepted('start-support', social, { body: linesFrom(['care', 'day'], '2026-09-01') });
    expect(await asked()).toEqual(['2026-09-03']);
    await replan(managedPlan, '2026-09-02');
    const orders = [{ ...order, lineIds: ['day', 'help'], weeklyPence: 18_000 }];
    await accepted('arrange-support', social, { body: { orders } });
    await accepted('start-support', social, { body: linesFrom(['day', 'help'], '2026-09-03') });
    expect(await asked()).toEqual([]);
  });

  it('is not active for a case whose second key is missing', async () => {
    await office.seed(caseId, budgetGiven());
    await accepted('write-support-plan', social, { body: plan });
    await accepted('request-direct-payment', social, { body: request });
    const last = await office.ports.cases.last(caseId);
    const params = { agreementId: last?.after.agreements[0] ?? '' };
    expect(await refusal('activate-agreement', finance, { params })).toBe('two-keys-missing');
  });

  it('that was settled after a death in error stays so, and another goes on the day after', async () => {
    const settled = await untilActive();
    const personId = (await lastOfCase()).personId ?? '';
    await register(office.ports, personId);
    await office.ports.table.write([personCaseWrite(personId, caseId, '2026-01-01')]);
    const note = async (by: Staff, operation: string, body: object) => {
      await accepted(operation, by, { params: { personId }, body });
      await bringDeath(personId, office.ports);
    };
    office.today = '2026-08-10';
    await note(social, 'record-death', {
      diedOn: '2026-08-01',
      source: 'The ward called.',
      proof: 'reported',
    });
    const params = { agreementId: settled };
    const account = {
      lastDay: '2026-08-01',
      lines: [],
      settledWith: 'estate',
      reason: 'She is said to have died.',
    };
    await accepted('propose-final-account', finance, { params, body: account });
    const proposal = (await office.ports.agreements.last(settled))?.sequence;
    const approver: Staff = { id: 'approver-1', role: 'finance-approver' };
    const verdict = { verdict: 'approved', proposal, comment: 'Seen.' };
    await accepted('decide-final-account', approver, { params, body: verdict });
    await note(social, 'ask-to-reverse-death', { reason: 'It was her sister.' });
    await note({ id: 'lead-1', role: 'team-manager' }, 'reverse-death', { reason: 'I saw her.' });
    expect(await tasksOf((await lastOfCase()).team)).toContain('renew-direct-payment');

    const { agreementId } = await accepted('request-direct-payment', social, { body: request });
    expect(await tasksOf((await lastOfCase()).team)).not.toContain('renew-direct-payment');
    expect(await tasksOf('finance')).toContain('activate-agreement');
    const anew = { agreementId: agreementId ?? '' };
    await signAndActivate(anew);
    expect(await findHead(office.ports.table, anew.agreementId)).toMatchObject({
      startsOn: '2026-08-02',
      paidThrough: '2026-08-01',
      weeklyPence: 15_000,
      oneOffs: [],
    });
    expect(await office.ports.agreements.last(settled)).toMatchObject({
      after: { status: 'closed', finalAccount: { approvedBy: 'approver-1' } },
    });
  });

  it('is refused in writing where a condition does not hold, and no agreement begins', async () => {
    await office.seed(caseId, authorised());
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
    await office.seed(caseId, budgetGiven());
    await accepted('write-support-plan', social, { body: plan });
    expect(await refusal('write-support-plan', social, { body: plan })).toBe('version-missing');
    expect(await refusal('write-support-plan', social, { body: plan, ifMatch: 1 })).toBe(
      'version-stale',
    );
  });
});
