import { beforeEach, describe, expect, test } from 'vitest';
import { caseRoutes } from '#functions/cases/routes.ts';
import type { Role } from '#shared/domain/roles.ts';
import {
  deskTaskChanged,
  deskTaskOver,
  findDeskTask,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { Office } from '#test/support/office.ts';

const name = {
  aggregateId: 'case0000000001',
  step: 'find-money',
  taskId: 'task000000000001',
} as const;
let office: Office;

beforeEach(async () => {
  office = new Office(caseRoutes);
  const task = { ...name, owner: 'case', team: 'budget-managers', due: '2026-07-27' } as const;
  const open = { claimedBy: 'head-1', isUrgent: false, openedAt: '2026-07-08T10:00:00.000Z' };
  await office.ports.table.write([openDeskTask({ ...task, ...open })]);
});

async function ask(operation: string, id = 'head-1', query = {}, teams: readonly string[] = []) {
  const role: Role = 'head-of-service';
  const caller = { kind: 'staff', id, roles: [role], teams } as const;
  const route = caseRoutes.find((each) => each.id === operation);
  if (!route) throw new Error(`no operation ${operation}`);
  return route.run(
    { caller, actingAs: role, params: {}, query, body: undefined, headers: {} },
    office.ports,
  );
}

describe('the tasks of one person', () => {
  test.each([
    ['in none of their teams', []],
    ['in a team of theirs', ['budget-managers']],
  ])('hold the one they are named for, once, where it stands %s', async (_where, teams) => {
    const mine = await ask('list-my-tasks', 'head-1', {}, teams);
    expect(mine).toMatchObject({ value: { body: { tasks: [name] } } });
    const others = await ask('list-my-tasks', 'head-2', {}, teams);
    expect(others).toMatchObject({ value: { body: { tasks: [] } } });
  });

  test('no longer hold one that was given back or is done', async () => {
    const { table } = office.ports;
    const task = await findDeskTask(table, name);
    if (!task) throw new Error('the task is gone');
    await table.write([deskTaskChanged(task, { claimedBy: null })]);
    expect(await ask('list-my-tasks')).toMatchObject({ value: { body: { tasks: [] } } });
    await table.write([deskTaskChanged({ ...task, claimedBy: null }, { claimedBy: 'head-1' })]);
    await table.write([deskTaskOver(name)]);
    expect(await ask('list-my-tasks')).toMatchObject({ value: { body: { tasks: [] } } });
  });
});

describe('the teams of a council', () => {
  test('are listed with what they do', async () => {
    const reply = await ask('list-teams');
    const { teams } = office.ports.council;
    const listed = teams.map(({ id, name: called, kind }) => ({ id, name: called, kind }));
    expect(reply).toMatchObject({ value: { body: { teams: listed } } });
  });

  test('are told apart from one that there is not', async () => {
    const unknown = await ask('list-tasks', 'head-1', { team: 'finances' });
    expect(unknown).toMatchObject({ refusal: { kind: 'invalid-input', pointer: 'query/team' } });
    const empty = await ask('list-tasks', 'head-1', { team: 'finance' });
    expect(empty).toMatchObject({ value: { body: { tasks: [] } } });
  });
});
