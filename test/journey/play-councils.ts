import { beforeAll, describe, expect, test } from 'vitest';
import { playLocally, type Trouble } from './play-locally.ts';
import type { Played } from './player/play-together.ts';
import { stories } from './stories.ts';

// Minutes, because a machine that is busy with other work takes that long for a year.
const councilMs = 600_000;

/** A test for each story. Those of one council are played side by side, on one service. */
export function tryEveryStory(
  comesOut: string,
  { leftOutMax, ...trouble }: Trouble & { readonly leftOutMax: number },
): void {
  for (const council of new Set(stories.map((story) => story.council))) {
    describe(council, () => {
      const ofCouncil = stories.filter((story) => story.council === council);
      let played: readonly Played[] = [];
      beforeAll(async () => {
        played = await playLocally(ofCouncil, trouble);
      }, councilMs);

      test.each(ofCouncil.map(({ id, title }) => [title, id]))(`%s: ${comesOut}`, (_title, id) => {
        const { failure, leftOut } = played.find(({ story }) => story.id === id) ?? {};
        expect(failure).toBeUndefined();
        expect(leftOut).toBeLessThanOrEqual(leftOutMax);
      });
    });
  }
}
