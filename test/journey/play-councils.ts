import { beforeAll, describe, expect, test } from 'vitest';
import { type Ran, runCommand } from '#test/support/run-command.ts';
import { playLocally, type Trouble } from './play-locally.ts';
import type { Played } from './player/play-together.ts';
import { readFiles } from './read-files.ts';
import { stories } from './stories.ts';

// Minutes, because a machine that is busy with other work takes that long for a year.
const councilMs = 600_000;

interface Trial extends Trouble {
  readonly leftOutMax: number;
  /** Whose stories; all of them, where nobody is named. */
  readonly councils?: readonly string[];
}

/** A test for each story. Those of one council are played side by side, on one service. */
export function tryEveryStory(comesOut: string, { leftOutMax, councils, ...trouble }: Trial): void {
  const all = new Set(stories.map((story) => story.council));
  for (const council of councils ?? all) {
    describe(council, () => {
      const ofCouncil = stories.filter((story) => story.council === council);
      let played: readonly Played[] = [];
      let replayed: Ran | undefined;
      let books: Ran | undefined;
      let files: Awaited<ReturnType<typeof readFiles>> | undefined;
      beforeAll(async () => {
        const lookAfterwards = async (url: string) => {
          replayed = await runCommand('replay.ts', url, ['--all']);
          books = await runCommand('ledger.ts', url, ['--check']);
          files = await readFiles(url);
        };
        played = await playLocally(ofCouncil, { ...trouble, lookAfterwards });
      }, councilMs);

      test.each(ofCouncil.map(({ id, title }) => [title, id]))(`%s: ${comesOut}`, (_title, id) => {
        const { failure, leftOut } = played.find(({ story }) => story.id === id) ?? {};
        expect(failure).toBeUndefined();
        expect(leftOut).toBeLessThanOrEqual(leftOutMax);
      });

      test('every decision of the stories, worked again, comes out as it is recorded', () => {
        expect(replayed).toMatchObject({ isGood: true, complained: '' });
        expect(replayed?.said).toMatch(
          /^\d+ cases?, [1-9]\d* decisions worked again.* no differences\n$/,
        );
      });

      test('the file of each run that was sent says to the bank what the run says', () => {
        expect(files?.wrong).toEqual([]);
        expect(files?.read).toBeGreaterThanOrEqual(council === 'cheshire-2008' ? 2 : 0);
      });

      test('the whole ledger agrees with all that the stories moved', () => {
        expect(books).toMatchObject({ isGood: true, complained: '' });
        expect(books?.said).toMatch(/\d+ runs that were sent, no differences\n$/);
      });
    });
  }
}
