import { beforeEach, describe, expect, test } from 'vitest';
import { bodyOf, kindOf } from '#test/support/assessment-desk.ts';
import { agreed, plan, written } from '#test/support/plan-states.ts';
import {
  caseId,
  me,
  openPlanning,
  type PlanningDesk,
  worker,
} from '#test/support/planning-desk.ts';

const params = { caseId };
let desk: PlanningDesk;
beforeEach(async () => {
  desk = await openPlanning();
});

const write = (body: object, ifMatch?: number) =>
  desk.office.asStaff(worker, 'write-support-plan', { params, body, ifMatch });
const readMine = (headers = {}) => desk.office.asResident(me, 'read-my-plan', { params, headers });

async function pageOf(reply: ReturnType<typeof readMine>): Promise<string> {
  const read = await reply;
  if (!read.accepted) throw new Error(read.refusal.detail);
  return read.value.html?.source ?? '';
}

describe('the plan as a document', () => {
  test('says what the law asks of it, in words and sums that the person can read', async () => {
    await write(plan);
    const sheet = bodyOf(await readMine());
    expect(sheet).toMatchObject({
      version: 2,
      standing: expect.stringContaining('for you to look at'),
      writtenBy: ['The person whose plan it is'],
      outcomesWanted: ['To be at home'],
      needs: [{ need: 'Help to wash', isEligible: true, metBy: 'The council' }],
      lines: [
        {
          outcome: 'Maintaining personal hygiene',
          activity: 'Help to wash and dress',
          who: 'An assistant',
          howMuch: '10 hours a week, at £15.00 each',
          pence: 15_000,
          isOnce: false,
          paidBy: 'Your personal budget',
        },
        { howMuch: '1 item once, at £850.00 each', pence: 85_000, isOnce: true },
        { activity: 'A day centre' },
      ],
      budget: { weeklyPence: 24_000, fourWeeklyPence: 96_000, oneOffPence: 85_000 },
      parts: [
        { holding: 'A direct payment to you', weeklyPence: 15_000, oneOffPence: 85_000 },
        { holding: 'The council arranges it for you', weeklyPence: 9_000 },
      ],
      directPayments: [{ frequency: 'four-weekly' }],
      risks: [{ risk: 'Falls at night', howManaged: 'An alarm' }],
      contingency: { whoCovers: 'The agency' },
      emergency: { whatToDo: 'Call the alarm centre' },
      preventionAdvice: 'A falls class meets on Tuesdays.',
      changes: null,
    });
    const { budget } = Object(sheet);
    expect(budget.personWeeklyPence + budget.councilWeeklyPence).toBe(24_000);
  });

  test('shows what changed since the version before', async () => {
    await write(plan);
    const [care, flooring] = plan.lines;
    const less = { ...care, unitsHundredths: 1200, weeklyPence: 18_000 };
    const fewer = { ...plan, writtenOn: '2026-07-08', lines: [less, flooring] };
    const notCovered = [{ outcome: 'CA-CLOTHING', reason: 'Her sister does it.' }];
    const parts = plan.parts.filter(({ id }) => id === 'payment');
    await write({ ...fewer, parts, notCovered }, 2);
    expect(bodyOf(await readMine())).toMatchObject({
      version: 3,
      changes: {
        since: '2026-07-08',
        lines: [
          { change: 'removed', before: { activity: 'A day centre' }, after: null },
          {
            change: 'changed',
            before: { howMuch: '10 hours a week, at £15.00 each' },
            after: { howMuch: '12 hours a week, at £15.00 each' },
          },
        ],
        weeklyPence: -6_000,
        oneOffPence: 0,
      },
      notCovered: [{ outcome: 'Being appropriately clothed', reason: 'Her sister does it.' }],
    });
    const page = await pageOf(readMine({ accept: 'text/html' }));
    expect(page).toContain('What changed since the plan of 8 July 2026');
    expect(page).toContain('No longer: A day centre');
    expect(page).toContain('It costs £60.00 less a week.');
  });

  test('is a page in which everything that somebody wrote is text', async () => {
    await write({ ...plan, outcomesWanted: ['To be <b>at home</b>'] });
    const page = await pageOf(readMine({ accept: 'text/html' }));
    expect(page).toContain('To be &lt;b&gt;at home&lt;/b&gt;');
    expect(page).toContain('Your support plan');
    expect(page).toContain('£960.00');
    expect(page).toContain('Care Act 2014 s25-s26');
  });

  test('names the law of the day on which the plan was written', async () => {
    const body = {
      ...Object((await planBody()).body),
      rule: 'NHS and Community Care Act 1990 s47(1)(b)',
    };
    const earlier = await openPlanning(written());
    const last = await earlier.last();
    await earlier.office.ports.cases.append(last, {
      id: 'plan',
      aggregateId: caseId,
      type: 'plan-written',
      at: '2008-07-03T09:00:00.000Z',
      actor: { id: 'practitioner-1', role: 'practitioner' },
      request: null,
      body,
      after: { ...last.after, records: { ...last.after.records, plan: 2 } },
    });
    const headers = { accept: 'text/html' };
    const page = await pageOf(earlier.office.asResident(me, 'read-my-plan', { params, headers }));
    expect(page).toContain('Community Care Act 1990');
    expect(page).not.toContain('Care Act 2014 s25');
  });

  test('is read by staff, by the person, and by nobody else', async () => {
    expect(kindOf(await readMine())).toBe('not-found');
    await write(plan);
    const byStaff = await desk.office.asStaff(worker, 'read-plan', { params });
    expect(bodyOf(byStaff)).toEqual(bodyOf(await readMine()));
    const stranger = await desk.office.asResident('person000009', 'read-my-plan', { params });
    expect(kindOf(stranger)).toBe('not-found');
  });

  test.each([
    ['agreed', agreed(), 'You agree with this plan. It still has to be signed off.'],
    ['not looked at', written(), 'Nothing in it is decided'],
  ])('says how far it is: %s', async (_how, state, words) => {
    const later = await openPlanning(state);
    const { body } = await planBody();
    await later.office.ports.cases.append(await later.last(), {
      id: 'plan',
      aggregateId: caseId,
      type: 'plan-written',
      at: '2026-07-09T09:00:00.000Z',
      actor: { id: 'practitioner-1', role: 'practitioner' },
      request: null,
      body,
      after: { ...state, records: { ...state.records, plan: 2 } },
    });
    const mine = await later.office.asResident(me, 'read-my-plan', { params });
    expect(Object(bodyOf(mine)).standing).toContain(words);
  });
});

async function planBody() {
  await write(plan);
  return desk.last();
}
