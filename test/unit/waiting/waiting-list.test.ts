import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { caseRoutes } from '#functions/cases/routes.ts';
import { keepListOf } from '#functions/waiting/keep-list.ts';
import { waitingRoutes } from '#functions/waiting/routes.ts';
import { doDailyTask } from '#functions/workflow/daily/daily-task.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { keepListPlace, type ListPlace, listPlaceOf } from '#shared/domain/waiting/case-list.ts';
import { Priority } from '#shared/domain/waiting/priority.ts';
import { listPlaceWrite, readWaitingList } from '#shared/stores/cases/case-list-store.ts';
import { assessed, referred } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { Office } from '#test/support/office.ts';

const caseId = 'case00000001';
const manager = { id: 'manager-1', role: 'team-manager' } as const;
const team = 'social-work-north';
const reason = 'As the team agreed.';

describe('The waiting list of a team', () => {
  let office: Office;

  beforeEach(async () => {
    office = new Office([...caseRoutes, ...waitingRoutes]);
    office.today = '2026-07-01';
    await seed({ ...referred('assess', '2026-07-01'), team });
  });

  async function seed(state: CaseState, id = caseId) {
    await office.seed(id, { ...state, listedAt: 1 });
    await follow(id);
  }

  async function follow(id = caseId) {
    const { events } = await office.ports.cases.page(id, 0, 50);
    for (const event of events) await keepListOf(event, office.ports);
  }

  async function send(operation: string, body: object) {
    const reply = await office.asStaff(manager, operation, { params: { caseId }, body });
    await follow();
    return reply;
  }

  async function list() {
    const reply = await office.asStaff(manager, 'read-waiting-list', { params: { team } });
    return Object(reply.accepted && reply.value.body).cases;
  }

  async function caseload(id: string) {
    const reply = await office.asStaff({ id, role: 'practitioner' }, 'read-caseload');
    return Object(reply.accepted && reply.value.body).cases;
  }

  async function queue() {
    return (await office.ports.tasks.ofTeam(team, 9)).tasks;
  }

  function sweep() {
    const ports = { ...office.ports, bus: { publish: async () => {} } };
    return doDailyTask({ contract: 1, task: 'due-sweep' }, ports);
  }

  const reCheck = (level: Priority, more: object = {}) => ({
    by: 'phone',
    spokeWith: 'person',
    finding: 'She manages with her neighbour.',
    priority: { level, reason },
    ...more,
  });

  it('shows how long a person has waited and when the risk is looked at again', async () => {
    office.today = '2026-07-16';
    expect(await list()).toEqual([
      {
        caseId,
        kind: 'adult',
        team,
        isUrgent: false,
        priority: 'amber',
        since: '2026-07-01',
        waitingDays: 15,
        riskCheckedOn: '2026-07-01',
        reCheckDue: '2026-07-15',
        isReCheckOverdue: true,
      },
    ]);
  });

  it.each([
    ['red', '2026-07-03'],
    ['amber', '2026-07-15'],
    ['green', '2026-07-29'],
  ] as const)('asks for a look at what is %s by %s', async (level, reCheckDue) => {
    await seed({ ...referred('assess', '2026-07-01'), team, priority: level }, 'case00000002');
    const rows: { caseId: string }[] = await list();
    expect(rows.find((row) => row.caseId === 'case00000002')).toMatchObject({ reCheckDue });
  });

  it('is seen by the team and by who looks after teams', async () => {
    const stranger = { id: 'p-9', role: 'practitioner' } as const;
    const reply = await office.asStaff(stranger, 'read-waiting-list', { params: { team } });
    expect(reply).toMatchObject({ refusal: { kind: 'not-permitted' } });
  });

  it('is left for the list of the worker who is given the case, and found again after', async () => {
    await send('allocate-case', { worker: 'worker-1', team, reason });
    expect(await list()).toEqual([]);
    expect(await caseload('worker-1')).toMatchObject([{ caseId, since: '2026-07-01' }]);
    await send('return-case-to-team', { reason });
    expect(await caseload('worker-1')).toEqual([]);
    expect(await list()).toMatchObject([{ caseId, since: '2026-07-01' }]);
  });

  it('follows a case to another team', async () => {
    await send('return-case-to-team', { team: 'social-work-south', reason });
    expect(await list()).toEqual([]);
    const south = await readWaitingList(office.ports.table, 'social-work-south', {
      limit: 9,
      startAfter: undefined,
    });
    expect(south.rows).toMatchObject([{ caseId }]);
  });

  it('is left by a case that ends', async () => {
    const declining = { hasCapacity: true, isAbuseSuspected: false, isItTheCost: false };
    await send('withdraw-from-case', { reason, howToComeBack: 'Call us.', ...declining });
    expect(await list()).toEqual([]);
  });

  it('holds nobody whose needs are assessed', () => {
    expect(listPlaceOf({ ...referred(), team })?.list).toBe('waiting');
    expect(listPlaceOf(assessed())).toBeUndefined();
  });

  it('holds nobody who has died', () => {
    const death = { status: 'stands', personEvent: 2, event: 3 } as const;
    expect(listPlaceOf({ ...referred(), team, death })).toBeUndefined();
    const reversed = { ...death, status: 'reversed' } as const;
    expect(listPlaceOf({ ...referred(), team, death: reversed })?.list).toBe('waiting');
  });

  it('is told of a re-check in the queue once, on the day on which it is due', async () => {
    office.today = '2026-07-14';
    await sweep();
    expect(await queue()).toEqual([]);
    office.today = '2026-07-15';
    await sweep();
    await sweep();
    await follow();
    office.today = '2026-07-16';
    await sweep();
    expect(await queue()).toMatchObject([{ step: 'check-risk', due: '2026-07-15', team }]);
    expect(await list()).toMatchObject([{ isReCheckOverdue: true }]);
  });

  it('is at rest again after the look, until the next is due', async () => {
    office.today = '2026-07-15';
    await sweep();
    await follow();
    office.today = '2026-07-16';
    expect(await send('re-check-risk', reCheck('green'))).toMatchObject({ accepted: true });
    expect(await queue()).toEqual([]);
    expect(await list()).toMatchObject([
      { priority: 'green', riskCheckedOn: '2026-07-16', reCheckDue: '2026-08-13' },
    ]);
    office.today = '2026-08-13';
    await sweep();
    expect(await queue()).toMatchObject([{ step: 'check-risk', due: '2026-08-13' }]);
  });

  it.each<[string, string, object]>([
    ['a worker takes the case', 'allocate-case', { worker: 'worker-1', team, reason }],
    ['another team takes it', 'return-case-to-team', { team: 'social-work-south', reason }],
  ])('asks for no re-check any more when %s', async (_, operation, body) => {
    office.today = '2026-07-15';
    await sweep();
    await follow();
    await send(operation, body);
    expect(await queue()).toEqual([]);
    const last = await office.ports.cases.last(caseId);
    expect(last?.after.waiting?.reCheckAsked).toBeNull();
  });

  it.each<[string, string, object, CaseState['isUrgent']]>([
    ['urgent-is-red', 're-check-risk', reCheck('amber'), true],
    ['invalid-input', 're-check-risk', reCheck('green', { spokeWith: 'nobody' }), false],
    ['urgent-is-red', 'change-priority', { level: 'green', reason }, true],
    ['already-recorded', 'change-priority', { level: 'amber', reason }, false],
    ['already-recorded', 'return-case-to-team', { reason }, false],
    ['invalid-input', 'return-case-to-team', { team: 'nowhere', reason }, false],
  ])('refuses with %s: %s %o', async (kind, operation, body, isUrgent) => {
    const state = { ...referred('assess', '2026-07-01'), team, isUrgent };
    await seed(state, 'case00000003');
    const params = { caseId: 'case00000003' };
    const reply = await office.asStaff(manager, operation, { params, body });
    expect(reply).toMatchObject({ refusal: { kind } });
  });

  it('has no look at a case that nobody waits with', async () => {
    await send('allocate-case', { worker: 'worker-1', team, reason });
    expect(await send('re-check-risk', reCheck('amber'))).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });

  it('shows a priority at once when it is set, and lets urgency end', async () => {
    await send('change-priority', { level: 'red', isUrgent: true, reason });
    expect(await list()).toMatchObject([{ priority: 'red', isUrgent: true }]);
    await send('change-priority', { level: 'green', isUrgent: false, reason });
    expect(await list()).toMatchObject([{ priority: 'green', isUrgent: false }]);
  });
});

const place = fc.record({
  priority: fc.option(fc.constantFrom(...Priority.options)),
  since: fc
    .integer({ min: 0, max: 900 })
    .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10)),
});

describe('The order of a waiting list', () => {
  it('is by priority and then by the longest wait, page after page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(place, { maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        (...drawn) => isInOrder(...drawn),
      ),
      { numRuns: 60 },
    );
  });

  async function isInOrder(drawn: { priority: Priority | null; since: string }[], limit: number) {
    const table = new MemoryTable();
    for (const [index, { priority, since }] of drawn.entries()) {
      const waiting: ListPlace & { reCheckDue: string } = {
        list: 'waiting',
        kind: 'adult',
        team,
        isUrgent: false,
        priority,
        since,
        riskCheckedOn: since,
        reCheckAsked: null,
        reCheckDue: since,
      };
      await table.write([listPlaceWrite(`case${index}`, 1, waiting)]);
    }
    const rows = [];
    let page = await readWaitingList(table, team, { limit, startAfter: undefined });
    rows.push(...page.rows);
    while (page.next !== undefined) {
      page = await readWaitingList(table, team, { limit, startAfter: page.next });
      rows.push(...page.rows);
    }
    expect(rows).toHaveLength(drawn.length);
    const rank = [null, 'red', 'amber', 'green'];
    for (const [index, row] of rows.slice(1).entries()) {
      const before = rows[index];
      const [a, b] = [rank.indexOf(before?.priority ?? null), rank.indexOf(row.priority)];
      expect(a < b || (a === b && (before?.since ?? '') <= row.since)).toBe(true);
    }
  }

  it('is the same however often and in whatever order its events are followed', async () => {
    const start = { ...referred('assess', '2026-07-01'), team };
    const changes: ((state: CaseState) => CaseState)[] = [
      (state) => ({ ...state, priority: 'red' }),
      (state) => ({ ...state, team: 'social-work-south' }),
      (state) => ({
        ...state,
        allocatedTo: 'worker-1',
        held: { team: state.team, worker: 'worker-1', since: '2026-07-02' },
      }),
      (state) => ({ ...state, allocatedTo: null }),
      (state) => ({ ...state, planKeyBy: 'somebody' }),
    ];
    const steps = fc.array(fc.integer({ min: 0, max: changes.length - 1 }), { maxLength: 12 });
    const isTheSame = async (chosen: number[], seed: number) => {
      const history = [keepListPlace(assessed(), start, 1)];
      for (const index of chosen) {
        const before = history.at(-1) ?? start;
        history.push(keepListPlace(before, changes[index]?.(before) ?? before, history.length + 1));
      }
      const inOrder = await followed(history.map((after, index) => ({ after, index })));
      const shuffled = history.flatMap((after, index) => [
        { after, index },
        { after, index },
      ]);
      shuffled.sort((a, b) => ((a.index * seed) % 13) - ((b.index * seed) % 13));
      expect(await followed(shuffled)).toEqual(inOrder);
    };
    await fc.assert(fc.asyncProperty(steps, fc.integer({ min: 1, max: 12 }), isTheSame), {
      numRuns: 60,
    });
  });

  async function followed(events: readonly { after: CaseState; index: number }[]) {
    const office = new Office([]);
    for (const { after, index } of events) {
      const event = { aggregateId: caseId, sequence: index + 1, after };
      await keepListOf(event, office.ports);
    }
    const pages = ['social-work-north', 'social-work-south'].map((each) =>
      readWaitingList(office.ports.table, each, { limit: 9, startAfter: undefined }),
    );
    return (await Promise.all(pages)).map(({ rows }) => rows);
  }
});
