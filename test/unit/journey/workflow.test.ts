import { describe, expect, test } from 'vitest';
import { destinationOf } from '#shared/domain/journey/moves.ts';
import { type Step, verdictsByStep } from '#shared/domain/journey/steps.ts';
import {
  beginRound,
  endAll,
  noWorkflow,
  openSteps,
  settleStep,
  type Workflow,
} from '#shared/domain/journey/workflow.ts';

let event = 0;
function play(workflow: Workflow, ...decisions: readonly [Step, string][]): Workflow {
  return decisions.reduce((now, [step, verdict]) => {
    event += 1;
    // The rows below name verdicts of their steps; a wrong one would fail as a missing destination.
    const decision = { step, verdict: verdict as never, event, by: 'p-1', on: '2026-11-02' };
    const settled = settleStep(now, decision);
    if (!settled.accepted) throw new Error(`${step}/${verdict}: ${settled.refusal.kind}`);
    return settled.value;
  }, workflow);
}

const begun = beginRound(noWorkflow, 'journey');
const planning = beginRound(noWorkflow, 'support-planning');

describe('the steps that are open', () => {
  test.each<[string, Workflow, Step[]]>([
    ['a new case waits for triage', begun, ['triage-contact']],
    [
      'an appearance of need waits for assessment',
      play(begun, ['triage-contact', 'assess']),
      ['assess-needs'],
    ],
    [
      'declining reablement opens the assessment',
      play(begun, ['triage-contact', 'reablement'], ['reablement', 'declined']),
      ['assess-needs'],
    ],
    [
      'an assessment that paused for reablement is open again afterwards',
      play(
        begun,
        ['triage-contact', 'assess'],
        ['assess-needs', 'reablement-first'],
        ['reablement', 'ongoing-need'],
      ),
      ['assess-needs'],
    ],
    [
      'reablement declined after the eligibility decision opens that decision again',
      play(
        begun,
        ['triage-contact', 'assess'],
        ['assess-needs', 'assessed'],
        ['decide-eligibility', 'reablement-first'],
        ['reablement', 'declined'],
      ),
      ['decide-eligibility'],
    ],
    [
      'ongoing need after reablement is assessed again',
      play(
        begun,
        ['triage-contact', 'assess'],
        ['assess-needs', 'assessed'],
        ['decide-eligibility', 'reablement-first'],
        ['reablement', 'ongoing-need'],
      ),
      ['assess-needs'],
    ],
    [
      'reablement offered a second time is waited for again',
      play(
        begun,
        ['triage-contact', 'assess'],
        ['assess-needs', 'assessed'],
        ['decide-eligibility', 'reablement-first'],
        ['reablement', 'ongoing-need'],
        ['assess-needs', 'reablement-first'],
      ),
      ['reablement'],
    ],
    ['finances are assessed beside the plan', planning, ['assess-finances', 'write-support-plan']],
    [
      'a plan sent back by the budget manager is written again',
      play(
        planning,
        ['write-support-plan', 'written'],
        ['authorise-plan', 'authorised'],
        ['authorise-budget', 'returned'],
      ),
      ['assess-finances', 'write-support-plan'],
    ],
    [
      'a plan written again needs both keys again',
      play(
        planning,
        ['write-support-plan', 'written'],
        ['authorise-plan', 'authorised'],
        ['authorise-budget', 'returned'],
        ['write-support-plan', 'written'],
      ),
      ['assess-finances', 'authorise-plan'],
    ],
    [
      'an amount above the limit waits at the next limit',
      play(
        planning,
        ['write-support-plan', 'written'],
        ['authorise-plan', 'authorised'],
        ['authorise-budget', 'escalated'],
      ),
      ['assess-finances', 'authorise-budget'],
    ],
    ['nothing is open once a case has ended', endAll(begun), []],
  ])('%s', (_claim, workflow, expected) => {
    expect(openSteps(workflow)).toEqual(expected);
  });
});

test('a step that is not waited for cannot be decided, and the answer says what is', () => {
  const early = settleStep(begun, {
    step: 'decide-eligibility',
    verdict: 'eligible',
    event: 1,
    by: 'p-1',
    on: '2026-11-02',
  });
  expect(early).toMatchObject({
    refusal: {
      kind: 'wrong-stage',
      detail: expect.stringMatching(/it waits for triage-contact\.$/),
    },
  });
});

test('support starts without the financial assessment, which stays open', () => {
  const started = play(
    planning,
    ['write-support-plan', 'written'],
    ['authorise-plan', 'authorised'],
    ['authorise-budget', 'authorised'],
    ['arrange-support', 'arranged'],
    ['start-support', 'started'],
  );
  expect(openSteps(started)).toEqual(['assess-finances']);
  expect(started.running).toEqual(['support-planning']);
});

test('a new round keeps the verdicts it is told to keep and asks the rest again', () => {
  const over = play(
    begun,
    ['triage-contact', 'assess'],
    ['assess-needs', 'assessed'],
    ['decide-eligibility', 'eligible'],
  );
  expect(over.running).toEqual([]);
  const again = beginRound(over, 'journey', ['triage-contact']);
  expect(openSteps(again)).toEqual(['assess-needs']);
  expect(again.rounds.journey).toBe(2);
});

/** Every decision that can be taken now, with what it leaves behind. */
function decisionsAt(workflow: Workflow): { step: Step; verdict: string; after: Workflow }[] {
  return openSteps(workflow).flatMap((step) =>
    verdictsByStep[step].map((verdict) => ({
      step,
      verdict,
      after: play(workflow, [step, verdict]),
    })),
  );
}

/** The step that a decision leads to. Back at the assessment an earlier verdict may still stand, which
 * leads straight on to the decision of eligibility. */
function expectedStep(step: Step, verdict: string, after: Workflow): Step | 'end' | undefined {
  const destination = destinationOf(step, verdict);
  const isPassed = destination === 'assess-needs' && after.verdicts['assess-needs'];
  return isPassed ? 'decide-eligibility' : destination;
}

test.each([
  ['journey', begun],
  ['support-planning', planning],
] as const)(
  'every order of decisions of %s leaves a step open or ends the machine',
  (_name, first) => {
    const seen = new Set<string>();
    let reached = [first];
    for (let depth = 0; depth < 8; depth += 1) {
      const decisions = reached.flatMap(decisionsAt);
      for (const { step, verdict, after } of decisions) {
        const open = openSteps(after);
        expect(open.length > 0).toBe(after.running.length > 0);
        const next = expectedStep(step, verdict, after);
        if (next !== 'end') expect(open).toContain(next);
      }
      reached = decisions
        .map(({ after }) => after)
        .filter((after) => {
          const key = JSON.stringify([
            openSteps(after),
            Object.values(after.verdicts).map((v) => v?.verdict),
          ]);
          return !seen.has(key) && seen.add(key);
        });
    }
    expect(seen.size).toBeGreaterThan(5);
  },
);
