import { expect, test } from 'vitest';
import { caseAllocation } from '#functions/cases/tasks/allocate-case.ts';
import { makeStores } from '#functions/make-ports.ts';
import type { Ports } from '#functions/ports.ts';
import type { Step } from '#shared/domain/journey/steps.ts';
import { keyedPseudonyms } from '#shared/stores/people/pseudonyms.ts';
import { councils, eligible } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

const caseId = 'case00000001';

/** A case whose plan is to be written by the team in the North, beside finance. */
async function planningInTheNorth(): Promise<Ports> {
  const ports: Ports = {
    ...makeStores(new MemoryTable()),
    council: councils.southwark,
    system: { now: () => '2026-07-06T12:00:00.000Z', newId: () => 'request-1' },
    pseudonyms: keyedPseudonyms(async () => 'a key of the tests'),
  };
  await ports.cases.append(undefined, {
    id: caseId,
    aggregateId: caseId,
    type: 'eligibility-decided',
    at: '2026-07-03T12:00:00.000Z',
    actor: { id: 'practitioner-1', role: 'practitioner' },
    request: null,
    body: {},
    after: { ...eligible(), team: 'social-work-north' },
  });
  await openTask(ports, 'write-support-plan', 'social-work-north');
  await openTask(ports, 'assess-finances', 'finance');
  return ports;
}

function openTask({ tasks }: Ports, step: Step, team: string) {
  return tasks.open({
    schema: 1,
    owner: 'case',
    aggregateId: caseId,
    step,
    team,
    due: '2026-07-31',
    round: 1,
    level: 0,
    claimedBy: null,
    isUrgent: false,
    isOverdue: false,
    openedAt: '2026-07-03T12:00:01.000Z',
    execution: 'execution-1',
    attempt: '2026-07-03T12:00:01.000Z#0000',
    token: 'token-1',
  });
}

test('a case that goes to another team takes its own tasks along and leaves those of finance', async () => {
  const ports = await planningInTheNorth();
  const reply = await caseAllocation.run(
    {
      caller: { kind: 'staff', id: 'manager-1', roles: ['team-manager'], teams: [] },
      actingAs: 'team-manager',
      params: { caseId },
      query: {},
      body: { worker: 'worker-2', team: 'social-work-south', reason: 'He moved.' },
      headers: {},
    },
    ports,
  );
  expect(reply.accepted).toBe(true);
  const queues = await Promise.all(
    ['social-work-north', 'social-work-south', 'finance'].map((team) =>
      ports.tasks.ofTeam(team, 9),
    ),
  );
  expect(queues.map(({ tasks }) => tasks.map(({ step }) => step))).toEqual([
    [],
    ['write-support-plan'],
    ['assess-finances'],
  ]);
});
