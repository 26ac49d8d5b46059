import { beforeEach, describe, expect, test } from 'vitest';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { bodyOf, kindOf, refusalOf } from '#test/support/assessment-desk.ts';
import { eligible } from '#test/support/case-states.ts';
import { budgetGiven } from '#test/support/plan-states.ts';
import {
  asFamily,
  daughter,
  letDaughter,
  lines,
  me,
  openPlanning,
  type PlanningDesk,
  wholeSections,
} from '#test/support/planning-desk.ts';

let desk: PlanningDesk;
beforeEach(async () => {
  desk = await openPlanning();
});

const mornings = {
  id: 'mornings',
  activity: 'Help to wash',
  unitsHundredths: 700,
  unitPence: 2000,
};

describe('a plan that is being written', () => {
  test('goes on where it was left, by the person and the worker together', async () => {
    await desk.saveAs(me, { outcomesWanted: ['To be at home'], lines: [mornings] });
    await desk.save({ lines: [{ ...mornings, outcome: 'CA-HYGIENE' }], risks: [] }, 1);
    expect(bodyOf(await desk.read())).toMatchObject({
      mayBeSaved: true,
      isHandedIn: false,
      content: {
        outcomesWanted: ['To be at home'],
        risks: [],
        lines: [{ ...mornings, outcome: 'CA-HYGIENE' }],
      },
      writtenBy: [
        { id: me, author: { kind: 'person' } },
        { id: 'practitioner-1', author: { kind: 'practitioner', staffId: 'practitioner-1' } },
      ],
    });
  });

  test('keeps who wrote what', async () => {
    await desk.saveAs(me, { outcomesWanted: ['To be at home'], lines: [mornings] });
    await desk.save({ outcomesWanted: null, removedLines: ['mornings', 'unknown'] }, 1);
    expect(bodyOf(await desk.revisions())).toEqual({
      revisions: [
        {
          version: 1,
          savedAt: '2026-07-08T10:00:00.000Z',
          by: { id: me, author: { kind: 'person' } },
          isHandedIn: false,
          changed: { outcomesWanted: ['To be at home'], lines: [mornings], removedLines: [] },
        },
        {
          version: 2,
          savedAt: '2026-07-08T10:00:00.000Z',
          by: {
            id: 'practitioner-1',
            author: { kind: 'practitioner', staffId: 'practitioner-1' },
          },
          isHandedIn: false,
          changed: { outcomesWanted: null, lines: [], removedLines: ['mornings'] },
        },
      ],
    });
    expect(bodyOf(await desk.read())).toMatchObject({ content: { lines: [] } });
  });

  test('is not written over by whoever has not seen it', async () => {
    await desk.saveAs(me, { risks: [] });
    expect(kindOf(await desk.save({ budgetFrom: '2026-08-01' }))).toBe('version-missing');
    await desk.save({ budgetFrom: '2026-08-01' }, 1);
    expect(kindOf(await desk.saveAs(me, { budgetFrom: '2026-09-01' }, 1))).toBe('version-stale');
    expect(bodyOf(await desk.read())).toMatchObject({ content: { budgetFrom: '2026-08-01' } });
  });

  test('is saved once where the same is sent twice', async () => {
    await desk.saveAs(me, { lines: [mornings] });
    expect(bodyOf(await desk.saveAs(me, { lines: [mornings] }))).toMatchObject({ version: 1 });
    expect(kindOf(await (await openPlanning()).saveAs(me, {}))).toBe('answer-missing');
  });

  test('keeps what staff decided about a line that the person writes anew', async () => {
    const funding = { funder: 'nhs', body: 'The local hospital' };
    const decided = { funding, necessity: 'Only she knows how to lift him.' };
    await desk.save({ lines: [{ ...mornings, ...decided }] });
    await desk.saveAs(me, { lines: [{ ...mornings, unitsHundredths: 800 }] }, 1);
    expect(bodyOf(await desk.read())).toMatchObject({
      content: { lines: [{ ...mornings, ...decided, unitsHundredths: 800 }] },
    });
    const own = await desk.saveAs(me, { lines: [{ ...mornings, necessity: 'I say so' }] }, 2);
    expect(kindOf(own)).toBe('invalid-input');
  });

  test('allows nothing against a rule for what the person buys instead', async () => {
    const override = { outcomeServed: 'Sees his friends', practitionerId: 'practitioner-1' };
    const wine = { ...mornings, purchase: 'alcohol' };
    await desk.save({ lines: [{ ...wine, exclusionOverride: override }] });
    await desk.saveAs(me, { lines: [{ ...wine, purchase: 'gambling' }] }, 1);
    const lines = [{ ...wine, purchase: 'gambling' }];
    expect(bodyOf(await desk.read())).toMatchObject({ content: { lines } });
    expect(JSON.stringify(bodyOf(await desk.read()))).not.toContain('exclusionOverride');
  });

  test('has no lines before the person knows their indicative budget', async () => {
    const early = await openPlanning(eligible());
    expect(refusalOf(await early.saveAs(me, { lines: [mornings] }))).toMatchObject({
      kind: 'indicative-budget-not-given',
      pointer: '/lines',
    });
    expect(kindOf(await early.saveAs(me, { outcomesWanted: ['To be at home'] }))).toBeUndefined();
  });

  test('is as large as one plan may be, and no larger', async () => {
    const words = 'x'.repeat(4000);
    const many = Array.from({ length: 30 }, (_, place) => ({ id: `l${place}`, activity: words }));
    expect(kindOf(await desk.save({ lines: many }))).toBe('answers-too-large');
    const short = Array.from({ length: 200 }, (_, place) => ({ id: `l${place}` }));
    await desk.save({ lines: short });
    expect(kindOf(await desk.save({ lines: [mornings] }, 1))).toBe('limit-reached');
  });

  test('is not written at once the case has ended or is not at this step', async () => {
    const open = budgetGiven();
    if (open.status === 'closed') throw new Error('the case is open');
    const closed = await openPlanning(toClosed(open, '2026-07-08', 'nfa-other'));
    expect(kindOf(await closed.save({ risks: [] }))).toBe('case-closed');
    expect(bodyOf(await closed.read())).toMatchObject({ mayBeSaved: false, missing: [] });
    const { workflow } = open;
    const elsewhere = await openPlanning({ ...open, workflow: { ...workflow, running: [] } });
    expect(kindOf(await elsewhere.save({ risks: [] }))).toBe('wrong-stage');
  });
});

describe('what a plan comes to as it is written', () => {
  test('stands against the indicative budget by the week and by four weeks', async () => {
    const indicative = budgetGiven().allocation?.weeklyPence ?? 0;
    const saved = await desk.saveAs(me, {
      lines: [
        mornings,
        { id: 'flooring', kind: 'one-off', unitsHundredths: 100, unitPence: 85_000 },
        { id: 'swimming', activity: 'Swimming' },
      ],
    });
    const priced = {
      totals: { budget: { weeklyPence: 14_000, fourWeeklyPence: 56_000, oneOffPence: 85_000 } },
      lines: [
        { id: 'mornings', pence: 14_000 },
        { id: 'flooring', pence: 85_000 },
        { id: 'swimming', pence: null },
      ],
      againstIndicative: {
        indicativeWeeklyPence: indicative,
        indicativeFourWeeklyPence: indicative * 4,
        differenceWeeklyPence: 14_000 - indicative,
        differenceFourWeeklyPence: 56_000 - indicative * 4,
      },
    };
    expect(bodyOf(saved)).toMatchObject({ version: 1, priced });
    expect(bodyOf(await desk.readAs(me))).toMatchObject({ priced });
  });

  test('is followed by all that is still missing, each with its place', async () => {
    await desk.save({
      ...wholeSections,
      contingency: null,
      lines: [{ ...lines[0], outcome: undefined }],
    });
    const { missing } = Object(bodyOf(await desk.read()));
    const details = missing.map(({ pointer, detail }: { pointer: string; detail: string }) => [
      pointer,
      detail.slice(0, 40),
    ]);
    expect(details).toContainEqual(['/lines/0/outcome', 'Say which outcome it serves.']);
    expect(details).toContainEqual(['/contingency', 'A direct payment needs a tested continge']);
    expect(details.filter(([pointer]: string[]) => pointer === '/lines').length).toBe(2);
  });

  test('says what its checks will say once it is whole', async () => {
    const wrong = { ...lines[0], purchase: 'nhs-healthcare' };
    await desk.save({ ...wholeSections, lines: [wrong, ...lines.slice(1)] });
    expect(bodyOf(await desk.read())).toMatchObject({
      missing: [{ pointer: '/lines/0/purchase', detail: expect.stringContaining('s22') }],
    });
    await desk.save({ lines: [lines[0]] }, 1);
    expect(bodyOf(await desk.read())).toMatchObject({ missing: [] });
  });
});

describe('whoever the person lets', () => {
  test('writes at the plan from home, and nobody else does', async () => {
    expect(kindOf(await desk.saveAs(daughter, { risks: [] }))).toBe('not-found');
    await desk.nameWriters(letDaughter);
    await desk.saveAs(daughter, { lines: [mornings] });
    expect(bodyOf(await desk.readAs(daughter))).toMatchObject({
      writtenBy: ['Ida Larkspur (daughter)'],
    });
    expect(bodyOf(await desk.readAs(daughter))).not.toHaveProperty('mayWrite');
    expect(bodyOf(await desk.readAs(me))).toMatchObject({ mayWrite: letDaughter.writers });
    expect(kindOf(await desk.readAs('person000000003'))).toBe('not-found');
  });

  test('writes no longer once the person says so', async () => {
    await desk.nameWriters(letDaughter);
    expect(kindOf(await desk.stopWriter(daughter, daughter))).toBe('not-found');
    expect((await desk.stopWriter(daughter)).accepted).toBe(true);
    expect(kindOf(await desk.readAs(daughter))).toBe('not-found');
    expect(kindOf(await desk.stopWriter(daughter))).toBe('not-found');
  });

  test('is let by whoever decides in the person’s place only where they lack capacity', async () => {
    const byOther = { ...letDaughter, allowedBy: 'lawful-decision-maker' };
    expect(kindOf(await desk.nameWriters(byOther))).toBe('capacity-check-needed');
    const capacity = { 'support-plan': { hasCapacity: false, event: 1 } };
    const lacking = await openPlanning({ ...budgetGiven(), capacity });
    expect(kindOf(await lacking.nameWriters(letDaughter))).toBe('capacity-check-needed');
    expect((await lacking.nameWriters(byOther)).accepted).toBe(true);
    expect(bodyOf(await lacking.saveAs(daughter, { risks: [], isHandedIn: true }))).toMatchObject({
      version: 1,
    });
  });

  test('does not hand in the plan of somebody who can', async () => {
    await desk.nameWriters(letDaughter);
    const refused = await desk.saveAs(daughter, { risks: [], isHandedIn: true });
    expect(refusalOf(refused)).toMatchObject({ kind: 'not-permitted', pointer: '/isHandedIn' });
  });

  test('is let from a day that has been, and on a case that goes on', async () => {
    const tomorrow = { ...letDaughter, allowedOn: '2026-07-09' };
    expect(kindOf(await desk.nameWriters(tomorrow))).toBe('invalid-input');
  });

  test('is on record, so that they can sign in', async () => {
    const desk = await openPlanning();
    const nobody = { personId: 'person00000000000009', as: asFamily };
    const writers = [...letDaughter.writers, nobody];
    expect(await desk.nameWriters({ ...letDaughter, writers })).toMatchObject({
      refusal: { kind: 'not-found', pointer: '/writers/1/personId' },
    });
  });
});

describe('a plan that the person hands in', () => {
  const queue = async () =>
    (await desk.office.ports.tasks.ofTeam(budgetGiven().team, 10)).tasks.map(({ step }) => step);

  test('is put before the worker’s team, once, until a version of it is recorded', async () => {
    await desk.saveAs(me, { lines: [mornings], isHandedIn: true });
    await desk.saveAs(me, { risks: [], isHandedIn: false }, 1);
    await desk.saveAs(me, { risks: [], isHandedIn: true }, 2);
    expect(await queue()).toEqual(['read-own-plan']);
    expect(await desk.last()).toMatchObject({
      sequence: 2,
      type: 'plan-handed-in',
      actor: { id: me, role: 'resident' },
      body: { version: 1, by: { kind: 'person' } },
    });
    await desk.save({ ...wholeSections, lines, removedLines: ['mornings'] }, 3);
    expect((await desk.complete(4)).accepted).toBe(true);
    expect(await queue()).toEqual([]);
    expect((await desk.last()).after.planHandedIn).toBeUndefined();
  });
});

describe('recording the plan that was written together', () => {
  test('keeps everybody who wrote at it, and lets none of them sign it off', async () => {
    await desk.nameWriters(letDaughter);
    await desk.save({ ...wholeSections, lines }, undefined, {
      id: 'manager-1',
      role: 'team-manager',
    });
    await desk.saveAs(daughter, { outcomesWanted: ['To see my garden'] }, 1);
    await desk.saveAs(me, { budgetFrom: '2026-07-27' }, 2);
    expect((await desk.complete(3)).accepted).toBe(true);
    const { type, body, after } = await desk.last();
    expect(type).toBe('plan-written');
    expect(body).toMatchObject({
      author: { kind: 'person' },
      alsoBy: [asFamily, { kind: 'practitioner', staffId: 'manager-1' }],
      outcomesWanted: ['To see my garden'],
      budgetFrom: '2026-07-27',
      draft: { version: 3 },
    });
    expect(after.plan).toMatchObject({ recordedBy: 'practitioner-1', staffAuthor: 'manager-1' });
  });

  test('is refused with everything that is missing, and writes nothing', async () => {
    await desk.save({ ...wholeSections, lines: [{ ...lines[0], outcome: undefined }] });
    const before = await desk.events();
    const refused = refusalOf(await desk.complete(1));
    expect(refused).toMatchObject({ kind: 'plan-incomplete' });
    expect(refused?.errors?.map(({ pointer }) => pointer)).toContain('/lines/0/outcome');
    expect(await desk.events()).toBe(before);
  });

  test('is refused where it was saved since it was read, or nobody began', async () => {
    expect(kindOf(await desk.complete(1))).toBe('not-found');
    await desk.save({ ...wholeSections, lines });
    await desk.saveAs(me, { risks: [] }, 1);
    expect(kindOf(await desk.complete(1))).toBe('version-stale');
  });
});
