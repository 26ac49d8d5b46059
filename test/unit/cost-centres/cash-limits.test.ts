import { beforeEach, describe, expect, test } from 'vitest';
import { keepCommitment } from '#functions/cost-centres/keep-commitment.ts';
import { costCentreRoutes } from '#functions/cost-centres/routes.ts';
import { turnBudgetKey } from '#functions/personal-budget/authorise-budget.ts';
import { setDelegatedLimits } from '#functions/personal-budget/delegated-limits.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import {
  answerLimit,
  escalateLimit,
  LimitAnswer,
} from '#shared/domain/cost-centre/escalate-limit.ts';
import { at, changeOf } from '#test/support/case-states.ts';
import { Office } from '#test/support/office.ts';
import { firstKey, limits, managedPlan, started, startedFrom } from '#test/support/plan-states.ts';

const caseId = 'case0000000001';
const other = 'case0000000002';
const head = { id: 'head-1', role: 'head-of-service' } as const;
const manager = { id: 'manager-1', role: 'budget-manager' } as const;
const administrator = { id: 'administrator-1', role: 'administrator' } as const;
const costCentre = 'physical-disability';
const routes = [...costCentreRoutes, turnBudgetKey, setDelegatedLimits];

let office: Office;

beforeEach(async () => {
  office = new Office(routes);
  office.today = '2026-07-13';
  const scheme = limits.map(({ from: _from, ...limit }) => limit);
  bodyOf(
    await office.asStaff(administrator, 'set-delegated-limits', {
      body: { from: '2026-04-01', limits: scheme },
    }),
  );
});

function bodyOf(reply: Reply) {
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  return Object(reply.value.body);
}

async function setLimit(yearlyPence: number, year = 2026) {
  const body = { from: '2026-04-01', limits: [{ costCentre, year, yearlyPence }] };
  return bodyOf(await office.asStaff(head, 'set-cash-limits', { body }));
}

const ready = firstKey(managedPlan);

/** A plan of 180.00 a week for which the second key is turned, with all that follows. */
async function authorisePlanOf(id: string) {
  await office.seed(id, ready);
  const reply = await office.asStaff(manager, 'authorise-budget', {
    params: { caseId: id },
    ifMatch: ready.records.plan,
    body: { verdict: 'authorised' },
  });
  await follow(id);
  return bodyOf(reply);
}

async function follow(id: string) {
  const last = await office.ports.cases.last(id);
  if (last) await keepCommitment(last, office.ports);
}

const standing = async (query = {}) =>
  bodyOf(
    await office.asStaff(head, 'read-cost-centre', { params: { costCentreId: costCentre }, query }),
  );

const tasks = async () => (await office.ports.tasks.ofTeam(team(), 10)).tasks;
const team = () =>
  office.ports.council.teams.find(({ kind }) => kind === 'budget-management')?.id ?? 'social-work';

// 255 days from 20 July, when the budget begins, to 31 March, at 18,000 a week.
const yearPence = Math.ceil((18_000 * 255) / 7);

describe('a cost centre', () => {
  test('shows its limit, what is committed and what is left, and the next 13 periods', async () => {
    await setLimit(1_000_000);
    await authorisePlanOf(caseId);
    const shown = await standing();
    expect(shown).toMatchObject({
      year: 2026,
      limitPence: 1_000_000,
      committedPence: yearPence,
      actualPence: 0,
      leftPence: 1_000_000 - yearPence,
    });
    // The period of today begins a week before the budget does.
    expect(shown.forecast.map(({ pence }: { pence: number }) => pence)).toEqual([
      54_000,
      ...Array.from({ length: 12 }, () => 72_000),
    ]);
  });

  test('counts a plan once, however often its authorisation is followed', async () => {
    await authorisePlanOf(caseId);
    await follow(caseId);
    await follow(caseId);
    expect((await standing()).committedPence).toBe(yearPence);
  });

  test('adds up the plans of several people, and a year without a limit says so', async () => {
    await authorisePlanOf(caseId);
    await authorisePlanOf(other);
    const shown = await standing({ year: '2026' });
    expect(shown.committedPence).toBe(Math.ceil((36_000 * 255) / 7));
    expect([shown.limitPence, shown.leftPence]).toEqual([null, null]);
  });

  test('is listed with all others of the council', async () => {
    await authorisePlanOf(caseId);
    const { costCentres } = bodyOf(await office.asStaff(head, 'list-cost-centres'));
    expect(costCentres).toHaveLength(office.ports.council.costCentres.length);
    expect(costCentres).toContainEqual(await standing());
  });
});

const urgent = {
  state: 'awaiting-second-key' as const,
  startedOn: '2026-07-13',
  weeklyPence: 200_000,
  costCentre,
  firstKeyBy: 'duty-1',
  secondKeyBy: null,
  secondKeyDue: '2026-07-15',
  expiresOn: '2026-08-10',
};

describe('a cash limit', () => {
  test('changes nothing in the authorisation of a plan that passes it', async () => {
    const { caseId: _own, ...without } = await authorisePlanOf(caseId);
    await setLimit(0);
    const { caseId: _other, ...above } = await authorisePlanOf(other);
    expect(above).toEqual(without);
    const states = await Promise.all([caseId, other].map((id) => office.ports.cases.at(id, 2)));
    const [one, two] = states.map((event) => event?.body);
    expect(two).toEqual(one);
  });

  test('opens a dated task with the figures when it is passed, and support starts', async () => {
    await setLimit(100_000);
    await authorisePlanOf(caseId);
    const told = await office.ports.cases.last(caseId);
    expect(told).toMatchObject({
      type: 'cash-limit-passed',
      body: {
        to: 'head-of-service',
        named: head.id,
        due: '2026-07-27',
        limits: [
          {
            costCentre,
            limitPence: 100_000,
            committedBeforePence: 0,
            committedPence: yearPence,
            abovePence: yearPence - 100_000,
          },
        ],
      },
    });
    expect(await tasks()).toMatchObject([
      { step: 'find-money', due: '2026-07-27', claimedBy: head.id },
    ]);
    const live = told && startedFrom(told.after, '2026-07-20').live;
    expect(live).toMatchObject({ startedOn: '2026-07-20', weeklyPence: 18_000 });
  });

  test('goes to whom the limits name, where that is somebody other than who set them', async () => {
    const limitsNaming = {
      from: '2026-04-01',
      limits: [{ costCentre, year: 2026, yearlyPence: 0 }],
      escalateTo: 'head-2',
    };
    bodyOf(await office.asStaff(head, 'set-cash-limits', { body: limitsNaming }));
    await authorisePlanOf(caseId);
    expect(await tasks()).toMatchObject([{ step: 'find-money', claimedBy: 'head-2' }]);
  });

  test('is told of urgent support too, which goes on', async () => {
    await setLimit(50_000);
    await office.seed(caseId, ready);
    const last = await office.ports.cases.last(caseId);
    await office.ports.cases.append(last, {
      id: 'urgent',
      aggregateId: caseId,
      type: 'urgent-support-started',
      at: '2026-07-13T10:00:00.000Z',
      actor: { id: 'duty-1', role: 'duty-manager' },
      request: null,
      body: {},
      after: { ...ready, urgentSupport: urgent },
    });
    await follow(caseId);
    const told = await office.ports.cases.last(caseId);
    expect(told).toMatchObject({
      type: 'cash-limit-passed',
      body: { named: head.id, limits: [{ costCentre, limitPence: 50_000 }] },
      after: { urgentSupport: urgent },
    });
  });

  test('that is kept to the penny opens no task', async () => {
    await setLimit(yearPence);
    await authorisePlanOf(caseId);
    expect((await office.ports.cases.last(caseId))?.type).toBe('budget-authorised');
    expect(await tasks()).toEqual([]);
  });

  test('leaves the queue once somebody said where the money is found', async () => {
    await setLimit(0);
    await authorisePlanOf(caseId);
    const sent = { params: { caseId }, body: { foundBy: 'reserve', reason: 'The winter money.' } };
    bodyOf(await office.asStaff(head, 'answer-cash-limit', sent));
    expect(await tasks()).toEqual([]);
    expect(await office.asStaff(head, 'answer-cash-limit', sent)).toMatchObject({
      refusal: { kind: 'not-found' },
    });
  });

  test.each([
    ['a cost centre that the council does not have', [{ costCentre: 'roads', year: 2026 }]],
    ['two limits of one year', [2026, 2026].map((year) => ({ costCentre, year }))],
  ])('is refused for %s', async (_what, centres) => {
    const wrong = centres.map((centre) => ({ ...centre, yearlyPence: 1 }));
    const body = { from: '2026-04-01', limits: wrong };
    const reply = await office.asStaff(head, 'set-cash-limits', { body });
    expect(reply).toMatchObject({ refusal: { kind: 'invalid-input' } });
  });
});

test('support that started stays as it is when a limit is answered', () => {
  const state = { ...started(), limitPassed: 9 };
  const answer = LimitAnswer.parse({ foundBy: 'reserve', reason: 'The winter money.' });
  const { next } = changeOf(answerLimit(state, answer, at('2026-07-20')));
  const { limitPassed: _answered, ...unchanged } = state;
  expect(next).toEqual(unchanged);
});

test.each([
  ['2008-07-03', 'Barry [1997]'],
  ['2026-07-13', 'Care Act 2014 s18'],
])('a limit passed on %s rests on the law of that day', (on, law) => {
  const change = changeOf(escalateLimit(started(), { limits: [], named: null, due: on }, at(on)));
  expect(change.body).toMatchObject({ rule: expect.stringContaining(law) });
});
