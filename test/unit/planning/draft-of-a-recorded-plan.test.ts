import { describe, expect, test } from 'vitest';
import { PlanState } from '#shared/domain/plan/plan-state.ts';
import { bodyOf, kindOf } from '#test/support/assessment-desk.ts';
import { budgetGiven, plan, started } from '#test/support/plan-states.ts';
import {
  caseId,
  lines,
  me,
  openPlanning,
  type PlanningDesk,
  wholeSections,
  worker,
} from '#test/support/planning-desk.ts';

const params = { caseId };
const written = {
  ...plan,
  author: { kind: 'person' },
  alsoBy: [{ kind: 'family-or-friend', name: 'Ida Larkspur', relationship: 'daughter' }],
};

const write = (desk: PlanningDesk, body: object) =>
  desk.office.asStaff(worker, 'write-support-plan', { params, body });
const mineOf = async (desk: PlanningDesk) => Object(bodyOf(await desk.readAs(me)));
const missingIn = async (reading: ReturnType<PlanningDesk['read']>) =>
  Object(bodyOf(await reading)).missing.map(({ pointer }: { pointer: string }) => pointer);
const noon = { ...lines[0], when: 'At noon' };

describe('what a draft lacks', () => {
  test('is told at home as far as it is written at home, in words', async () => {
    const desk = await openPlanning();
    await desk.saveAs(me, { lines: [{ id: 'mornings', outcome: 'CA-HYGIENE' }] });
    const ofStaff = ['/needs', '/preventionAdvice', '/optionsDiscussed', '/lines/0/funding'];
    expect(await missingIn(desk.read())).toEqual(expect.arrayContaining(ofStaff));
    const mine = await missingIn(desk.readAs(me));
    expect(mine).toEqual(expect.arrayContaining(['/emergency', '/lines/0/when', '/lines']));
    expect(mine.filter((pointer: string) => ofStaff.includes(pointer))).toEqual([]);
    const said = JSON.stringify((await mineOf(desk)).missing);
    expect(said).toContain('Being appropriately clothed (CA-CLOTHING)');
  });

  test('is a reassessment, where a plan would take from the person', async () => {
    const { live } = started();
    const state = budgetGiven();
    // Written after the eligible needs were found.
    const planVersion = (state.records.determination ?? 0) + 1;
    const richer = live && { ...live, planVersion, weeklyPence: 99_000 };
    const desk = await openPlanning({ ...state, live: richer });
    await desk.save({ ...wholeSections, lines });
    const { missing } = Object(bodyOf(await desk.read()));
    expect(missing).toMatchObject([{ detail: expect.stringContaining('reassess first') }]);
  });
});

describe('a draft of a plan that was recorded', () => {
  test('begins with all that it says, for the person and for staff', async () => {
    const desk = await openPlanning();
    await write(desk, written);
    const mine = await mineOf(desk);
    expect(mine.content).toMatchObject({ lines, outcomesWanted: plan.outcomesWanted });
    expect(mine.content.lines[0]).not.toHaveProperty('weeklyPence');
    expect(mine.priced.totals.budget).toMatchObject({ weeklyPence: 24_000, oneOffPence: 85_000 });
    expect([mine.missing, mine.savedAt]).toEqual([[], null]);
    expect(Object(bodyOf(await desk.read())).content).toEqual(mine.content);
  });

  test('keeps what nobody changed, and who had written it', async () => {
    const desk = await openPlanning();
    await write(desk, written);
    expect((await desk.save({ lines: [noon] })).accepted).toBe(true);
    expect(bodyOf(await desk.revisions())).toMatchObject({
      revisions: [{ version: 1, changed: { lines: [noon], removedLines: [] } }],
    });
    expect((await desk.complete(1, 2)).accepted).toBe(true);
    expect((await desk.last()).body).toMatchObject({
      author: { kind: 'person' },
      alsoBy: [{ name: 'Ida Larkspur' }, { kind: 'practitioner', staffId: worker.id }],
      lines: [{ when: 'At noon' }, { id: 'flooring' }, { id: 'day' }],
      emergency: plan.emergency,
    });
  });

  test('is no saving of its own', async () => {
    const desk = await openPlanning();
    await write(desk, written);
    expect(kindOf(await desk.save({ lines: [lines[0] ?? {}] }))).toBe('answer-missing');
    expect(kindOf(await desk.complete(1, 2))).toBe('not-found');
  });

  test('begins with the live plan once that is to be changed, but for its day and its reason', async () => {
    const desk = await openPlanning();
    await write(desk, { ...written, difference: { reason: 'Nights', agreedBy: 'manager-1' } });
    const last = await desk.last();
    const { workflow } = budgetGiven();
    const live = started().live;
    await desk.office.ports.cases.append(last, {
      ...{ id: 'again', aggregateId: caseId, type: 'plan-change-begun', request: null, body: {} },
      ...{ at: '2026-09-01T11:00:00.000Z', actor: worker },
      after: {
        ...last.after,
        workflow: { ...workflow, rounds: { ...workflow.rounds, 'support-planning': 2 } },
        plan: PlanState.parse(last.after.plan),
        live: live && { ...live, planVersion: 2 },
      },
    });
    const { content } = await mineOf(desk);
    expect(content.lines).toEqual(lines);
    expect([content.budgetFrom, content.difference]).toEqual([undefined, undefined]);
    expect(await missingIn(desk.read())).toEqual(['/budgetFrom']);
  });
});
