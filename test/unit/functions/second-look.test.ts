import { expect, test } from 'vitest';
import * as z from 'zod';
import { assessmentRoutes } from '#functions/assessment/routes.ts';
import { readMyCases } from '#functions/cases/reading/read-my-cases.ts';
import { listTasks } from '#functions/cases/tasks/list-tasks.ts';
import { chargingRoutes } from '#functions/charging/routes.ts';
import { letterFor, subjectOf } from '#functions/letters/letters-by-event.ts';
import { secondLookRoutes } from '#functions/second-look/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { personCaseWrite } from '#shared/stores/people/person-store.ts';
import { decisionOf, eligible, metByCouncil } from '#test/support/case-states.ts';
import { meansOf } from '#test/support/finances.ts';
import { Office } from '#test/support/office.ts';
import { budgetGiven } from '#test/support/plan-states.ts';

const caseId = 'case0000000001';
const params = { caseId };
const manager = { id: 'manager-1', role: 'team-manager' } as const;
const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const finance = { id: 'finance-1', role: 'finance-officer' } as const;
const approver = { id: 'finance-2', role: 'finance-approver' } as const;
const routes = [
  ...assessmentRoutes,
  ...chargingRoutes,
  ...secondLookRoutes,
  readMyCases,
  listTasks,
];

const Asked = z.looseObject({ secondLookId: z.string(), weAnswerBy: z.string() });
const request = {
  about: 'eligibility',
  whatIsWrong: 'Nobody asked about the nights.',
  askedBy: { kind: 'person' },
  askedOn: '2026-07-08',
};
const looked = { lookedAtByName: 'A Manager', whatWasLookedAt: 'The file.', reason: 'Left out.' };
const changed = { ...looked, result: 'changed', toPutRight: 'Ask about the nights.' };

function bodyOf(reply: Reply): unknown {
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  return reply.value.body;
}

/** A case in which eligibility and the indicative budget were decided; the first event holds both. */
async function officeWithDecisions(state = budgetGiven()) {
  const office = new Office(routes);
  const records = { ...state.records, determination: 1, allocation: 1 };
  await office.seed(caseId, { ...state, records });
  const queue = async (team = state.team) => (await office.ports.tasks.ofTeam(team, 100)).tasks;
  const ask = async (about: string) => {
    const sent = { params, body: { ...request, about } };
    return Asked.parse(bodyOf(await office.asStaff(adviser, 'ask-for-second-look', sent)));
  };
  return { office, queue, ask, personId: state.personId };
}

test('a second look stands in the queue once, held by nobody, until it is answered', async () => {
  const { office, queue, ask } = await officeWithDecisions();
  const { secondLookId, weAnswerBy } = await ask('eligibility');
  expect(weAnswerBy).toBe('2026-08-05');
  const task = { step: 'second-look', taskId: secondLookId, due: weAnswerBy, claimedBy: null };
  expect(await queue()).toMatchObject([task]);
  const answer = { params: { caseId, secondLookId }, body: { ...looked, result: 'upheld' } };
  const first = { id: 'practitioner-1', role: 'team-manager' } as const;
  expect(await office.asStaff(first, 'answer-second-look', answer)).toMatchObject({
    refusal: { kind: 'same-person' },
  });
  bodyOf(await office.asStaff(manager, 'answer-second-look', answer));
  expect(await queue()).toEqual([]);
  const read = { params: { caseId, secondLookId } };
  expect(bodyOf(await office.asStaff(adviser, 'read-second-look', read))).toMatchObject({
    status: 'upheld',
    decidedBy: 'practitioner-1',
    asked: { whatIsWrong: 'Nobody asked about the nights.' },
    answer: { result: 'upheld', lookedAtByName: 'A Manager' },
  });
});

test('one about a charge is finance’s, and stays in its queue until it is worked anew', async () => {
  const { office, queue, ask } = await officeWithDecisions();
  const assess = (by: string) => {
    const sent = { params, body: meansOf(2_500) };
    const who = { id: by, role: 'finance-officer' } as const;
    return office.asStaff(who, 'assess-finances', { ...sent, ifMatch: 2 });
  };
  bodyOf(await office.asStaff(finance, 'assess-finances', { params, body: meansOf(2_500) }));
  const { secondLookId } = await ask('charge');
  const [asked] = await queue('finance');
  expect(asked).toMatchObject({ step: 'second-look', taskId: secondLookId });
  const answer = { params: { caseId, secondLookId }, body: changed };
  bodyOf(await office.asStaff(approver, 'answer-second-look', answer));
  const [again, ...others] = await queue('finance');
  expect(others).toEqual([]);
  expect(again).toMatchObject({ taskId: secondLookId, due: '2026-08-05', claimedBy: null });
  expect(await assess('finance-1')).toMatchObject({ refusal: { kind: 'same-person' } });
  bodyOf(await assess('finance-3'));
  expect(await queue('finance')).toEqual([]);
});

test('a person asks themselves, sees that we look again, and cannot ask about others', async () => {
  const { office, personId } = await officeWithDecisions();
  await office.ports.table.write([personCaseWrite(personId, caseId, '2026-07-01')]);
  const { askedBy: _by, askedOn: _on, ...body } = request;
  const mine = { params, body };
  const other = await office.asResident('person-of-none', 'ask-for-my-second-look', mine);
  expect(other).toMatchObject({ refusal: { kind: 'not-found' } });
  bodyOf(await office.asResident(personId, 'ask-for-my-second-look', mine));
  expect(bodyOf(await office.asResident(personId, 'read-my-cases'))).toMatchObject({
    cases: [
      {
        inWords: {
          next: expect.arrayContaining([
            {
              words: 'Somebody else is looking again at our decision about your eligible needs.',
              by: '2026-08-05',
              isLate: false,
            },
          ]),
        },
      },
    ],
  });
});

test('a decision that does not stand is taken anew, and the person is told each time', async () => {
  const { office, queue, ask } = await officeWithDecisions(eligible());
  const { secondLookId } = await ask('eligibility');
  const answer = { params: { caseId, secondLookId }, body: changed };
  expect(bodyOf(await office.asStaff(manager, 'answer-second-look', answer))).toMatchObject({
    openSteps: expect.arrayContaining(['decide-eligibility']),
  });
  // Eligibility waits as a step of the journey, which the machine puts into the queue.
  expect(await queue()).toEqual([]);
  const { events } = await office.ports.cases.page(caseId, 1, 10);
  expect(events.map(letterFor)).toEqual(['second-look-asked', 'second-look-changed']);
  expect(events.map((event) => subjectOf('second-look-asked', event))).toEqual(['care', 'care']);
  const decide = { params, body: decisionOf(metByCouncil), ifMatch: 2 };
  const first = { id: 'practitioner-1', role: 'practitioner' } as const;
  expect((await office.asStaff(first, 'decide-eligibility', decide)).accepted).toBe(false);
});

test('who withdraws their question gets no letter about it', async () => {
  const { office, queue, ask } = await officeWithDecisions();
  const { secondLookId } = await ask('indicative-budget');
  const body = { result: 'withdrawn', reason: 'She called: it is clear to her now.' };
  const answer = { params: { caseId, secondLookId }, body };
  bodyOf(await office.asStaff(manager, 'answer-second-look', answer));
  expect(await queue()).toEqual([]);
  const last = await office.ports.cases.last(caseId);
  expect(last && letterFor(last)).toBeUndefined();
  const asked = await office.ports.cases.at(caseId, 2);
  expect(asked && subjectOf('second-look-asked', asked)).toBe('money');
});
