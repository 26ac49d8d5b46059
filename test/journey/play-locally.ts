import { randomUUID } from 'node:crypto';
import { startLocalStack } from '#infra/local/stack.ts';
import { exampleDirectory, runDirectory } from '#test/support/directory-command.ts';
import { instantOf } from './player/place-in-time.ts';
import { type Played, playTogether } from './player/play-together.ts';
import type { Story } from './player/story.ts';
import { openTarget } from './player/target.ts';

export interface Trouble {
  /** Wipes every execution after so many commands. */
  readonly wipeEvery?: number | undefined;
  /** Has the stream deliver late, twice and in another order. */
  readonly hasStreamFaults?: boolean;
  /** Leaves out what comes more days than this after the first step. */
  readonly daysMax?: number;
  /** Looks at the service when all have been played, before it is stopped. */
  readonly lookAfterwards?: (url: string) => Promise<void>;
}

const beforeTheFirstMs = 60_000;

/** Plays the stories of one council on a service of their own, in memory, whose clock begins just
 * before the first of them. */
export async function playLocally(
  stories: readonly Story[],
  trouble: Trouble = {},
  onPlayed: (played: Played) => void = () => {},
): Promise<Played[]> {
  const council = stories[0]?.council ?? '';
  const first = Math.min(...stories.map(({ steps }) => instantOf(steps[0]?.on ?? '', 0)));
  const startAt = new Date(first - beforeTheFirstMs).toISOString();
  const stack = await startLocalStack({ council, startAt });
  if (trouble.hasStreamFaults) {
    Object.assign(stack.services.streams.faults, {
      duplicate: true,
      swap: 'different-partitions',
      delayMsMax: 20,
    });
  }
  try {
    if (stories.some(({ needsDirectory }) => needsDirectory)) {
      const { isGood, said } = await runDirectory(stack.url, 'import', exampleDirectory);
      if (!isGood) throw new Error(said);
    }
    const target = await openTarget(stack.url);
    const run = randomUUID().slice(0, 8);
    const played = await playTogether(stories, { target, run, onPlayed, ...trouble });
    await trouble.lookAfterwards?.(stack.url);
    return played;
  } finally {
    await stack.stop();
  }
}
