import { beforeAll, expect, test } from 'vitest';
import { outcomeOf } from '#test/support/journey/outcome.ts';
import { Walk } from '#test/support/journey/walk.ts';
import { type RunningService, startService } from '#test/support/running-service.ts';

type Trouble = (service: RunningService) => void | Promise<void>;
type Outcome = Awaited<ReturnType<typeof outcomeOf>>;

const hourMs = 60 * 60 * 1000;

/** The whole journey on a service in trouble, and what it came to once the trouble was over. */
async function journeyIn(trouble: Trouble, betweenSteps: Trouble = () => {}): Promise<Outcome> {
  const service = await startService();
  try {
    await trouble(service);
    const walk = new Walk(service);
    while (!walk.isOver) {
      await walk.step();
      await betweenSteps(service);
    }
    await service.stack.activity.whenIdle();
    service.stack.services.table.faults.clear();
    service.stack.services.table.staleIndexes.stop();
    // Whatever a queue brings again after a failure has come again by then.
    await service.stack.clock.advanceTo(service.stack.clock.now() + hourMs);
    return await outcomeOf(walk, service);
  } finally {
    await service.stop();
  }
}

let calm: Outcome;
beforeAll(async () => {
  calm = await journeyIn(() => {});
});

const duplicates: Trouble = ({ stack }) => {
  stack.services.streams.faults.duplicate = true;
};
const disorder: Trouble = ({ stack }) => {
  stack.services.streams.faults.swap = 'any';
  stack.services.streams.faults.delayMsMax = 150;
};
const throttling: Trouble = ({ stack }) => {
  stack.services.table.faults.add({ kind: 'throttle', probability: 0.08 });
};
const conflicts: Trouble = ({ stack }) => {
  stack.services.table.faults.add({ kind: 'transaction-conflict', probability: 0.2 });
};
const lostReplies: Trouble = ({ stack }) => {
  stack.services.table.faults.add({ kind: 'lost-reply', probability: 0.15 });
};
const staleIndexes: Trouble = ({ stack, tableName }) =>
  stack.services.table.staleIndexes.start(tableName, { missedReads: 3 });
const together =
  (...troubles: Trouble[]): Trouble =>
  async (service) => {
    for (const trouble of troubles) await trouble(service);
  };

test('a journey ends where it should, and nothing waits any more', () => {
  expect(calm.running).toEqual([]);
  expect(calm.stage).toMatchObject({ stage: 'receiving-support', nextSteps: [] });
  expect(calm.items).not.toHaveProperty('CASE WORK');
  expect(calm.events.at(-1)).toBe('support-started');
});

// Beside one another, because most of the time is spent in waiting before something is tried again.
test.concurrent.each<[string, Trouble]>([
  ['the stream is late, in disorder and brings everything twice', together(disorder, duplicates)],
  ['other transactions hold the items of a throttled table', together(throttling, conflicts)],
  ['the replies of writes are lost and indexes lag behind', together(lostReplies, staleIndexes)],
])('the journey comes to the same when %s', async (_what, trouble) => {
  expect(await journeyIn(trouble)).toEqual(calm);
});

test.concurrent.each<[string, Trouble]>([
  ['at once', ({ stack }) => stack.services.states.wipe()],
  [
    'when nothing is under way any more',
    async ({ stack }) => {
      await stack.activity.whenIdle();
      stack.services.states.wipe();
    },
  ],
])(
  'the journey comes to the same when every execution is wiped after each step, %s',
  async (_when, wipe) => {
    expect(await journeyIn(() => {}, wipe)).toEqual(calm);
  },
);
