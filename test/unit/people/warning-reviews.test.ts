import { beforeEach, describe, expect, test } from 'vitest';
import { sweepDue } from '#functions/workflow/daily/due-sweep.ts';
import type { Office } from '#test/support/office.ts';
import {
  adviser,
  bodyOf,
  duty,
  marigold,
  openRegistry,
  reason,
  register,
  takeContact,
  told,
} from './registry.ts';

let office: Office;
let personId: string;
beforeEach(async () => {
  office = openRegistry();
  personId = await register(office, marigold);
});

const bus = { publish: async () => undefined };
const sweep = () => sweepDue({ ...office.ports, bus });

async function warn(reviewOn: string): Promise<string> {
  const body = {
    kind: 'dog',
    text: 'A dog that is loose.',
    source: 'Seen at the door.',
    reviewOn,
    personTold: { isTold: true, on: office.today },
  };
  const answer = await office.asStaff(adviser, 'record-warning', { params: { personId }, body });
  return String(bodyOf(answer)['created']);
}

async function tasks() {
  const { council, tasks: store } = office.ports;
  const pages = await Promise.all(council.teams.map(({ id }) => store.ofTeam(id, 50)));
  return pages.flatMap((page) => page.tasks).filter(({ step }) => step === 'review-warning');
}

describe('A warning whose review is late', () => {
  test('is a task at the newest case of the person, once, from the day after on', async () => {
    const caseId = await takeContact(office, marigold, personId);
    await warn('2026-07-20');
    office.today = '2026-07-20';
    await sweep();
    expect(await tasks()).toEqual([]);
    office.today = '2026-07-21';
    await sweep();
    await sweep();
    expect(await tasks()).toMatchObject([
      { aggregateId: caseId, team: 'adult-front-door', due: '2026-07-21', claimedBy: null },
    ]);
  });

  test.each([
    ['review-warning', { finding: 'Still there.', reviewOn: '2026-10-01' }],
    ['end-warning', { reason: 'The dog has gone.' }],
  ])('is asked for no more after %s', async (operation, body) => {
    await takeContact(office, marigold, personId);
    const warningId = await warn('2026-07-20');
    office.today = '2026-07-21';
    await sweep();
    expect(await tasks()).toHaveLength(1);
    const params = { personId, warningId };
    expect(told(await office.asStaff(adviser, operation, { params, body }))).toMatchObject({
      personId,
    });
    expect(await tasks()).toEqual([]);
    await sweep();
    expect(await tasks()).toEqual([]);
  });

  test('is asked for again when its next review is late', async () => {
    await takeContact(office, marigold, personId);
    const warningId = await warn('2026-07-20');
    await warn('2026-09-01');
    office.today = '2026-07-21';
    await sweep();
    const body = { finding: 'Still there.', reviewOn: '2026-08-20' };
    await office.asStaff(adviser, 'review-warning', { params: { personId, warningId }, body });
    office.today = '2026-08-21';
    await sweep();
    expect(await tasks()).toHaveLength(1);
    office.today = '2026-09-02';
    await sweep();
    expect(await tasks()).toHaveLength(2);
  });

  test('waits for a case where the person has none', async () => {
    await warn('2026-07-20');
    office.today = '2026-07-21';
    await sweep();
    expect(await tasks()).toEqual([]);
    await takeContact(office, marigold, personId);
    office.today = '2026-08-18';
    await sweep();
    expect(await tasks()).toHaveLength(1);
  });

  test('is asked for at the record that took over the one it stood on', async () => {
    await warn('2026-07-20');
    const other = await register(office, { ...marigold, nhsNumber: undefined });
    const caseId = await takeContact(office, marigold, other);
    const merging = { decision: 'merge', survivor: other, otherVersion: 1, reason };
    const params = { personId: other, otherId: personId };
    const merged = await office.asStaff(duty, 'decide-duplicate', {
      params,
      body: merging,
      ifMatch: 1,
    });
    expect(told(merged)).toMatchObject({ personId: other });
    office.today = '2026-07-21';
    await sweep();
    expect(await tasks()).toMatchObject([{ aggregateId: caseId }]);
  });
});
