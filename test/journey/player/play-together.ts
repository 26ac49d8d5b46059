import { shiftFor } from './place-in-time.ts';
import { type Playing, playStory, type StoryPlayer } from './play-story.ts';
import type { Story } from './story.ts';

export interface Played {
  readonly story: Story;
  readonly lines: readonly string[];
  /** In which step the story came out otherwise than expected, and how. */
  readonly failure?: string;
  /** Steps that were not asked for, because no clock serves them or they are too far away. */
  readonly leftOut: number;
}

export interface Together extends Omit<Playing, 'tell' | 'shiftDays'> {
  /** Wipes every execution after so many commands of all the stories together. */
  readonly wipeEvery?: number | undefined;
  /** Ends a story so many days after the first of them all began: each day takes its time. */
  readonly daysMax?: number | undefined;
  /** Hears each story when it has come to its end. */
  readonly onPlayed?: (played: Played) => void;
}

interface Part {
  readonly player: StoryPlayer;
  readonly lines: readonly string[];
}

const dayMs = 24 * 60 * 60 * 1000;

/** Plays stories side by side on one service, always the step that is earliest, so that one clock
 * serves all. A story that fails ends there; the others go on. */
export async function playTogether(
  stories: readonly Story[],
  together: Together,
): Promise<Played[]> {
  const { clock } = together.target;
  const now = await together.target.now();
  const done: Played[] = [];
  const end = (played: Played): void => {
    done.push(played);
    together.onPlayed?.(played);
  };
  const wipe = wiping(together);
  const parts = new Set<Part>();
  const lastAt = now + (together.daysMax ?? Number.POSITIVE_INFINITY) * dayMs;
  for (const story of stories) {
    const shiftDays = shiftFor(story, now, clock !== undefined);
    if (shiftDays === undefined) end({ story, lines: [], leftOut: story.steps.length });
    else parts.add(partOf(story, shiftDays, together));
  }
  for (let part = earliest(parts); part; part = earliest(parts)) {
    const { player, lines } = part;
    const at = player.nextAt();
    const isOver = at === undefined || (!clock && at > now + dayMs) || at > lastAt;
    const failure = isOver ? undefined : await playNext(player, at, { together, wipe });
    if (!isOver && failure === undefined) continue;
    parts.delete(part);
    const leftOut = player.stepsLeft();
    end({ story: player.story, lines, leftOut, ...(failure !== undefined && { failure }) });
  }
  return done;
}

/** Plays the step that is due, and says what was wrong with it, if anything. */
async function playNext(
  player: StoryPlayer,
  at: number,
  { together, wipe }: { together: Together; wipe: () => Promise<void> },
): Promise<string | undefined> {
  try {
    await together.target.clock?.reach(at);
    const { changed } = await player.play();
    if (changed) await wipe();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function partOf(story: Story, shiftDays: number, together: Together): Part {
  const lines: string[] = [];
  const tell = (line: string) => lines.push(line);
  return { player: playStory(story, { ...together, shiftDays, tell }), lines };
}

function earliest(parts: ReadonlySet<Part>): Part | undefined {
  const when = (part: Part): number => part.player.nextAt() ?? Number.NEGATIVE_INFINITY;
  return [...parts].sort((a, b) => when(a) - when(b))[0];
}

function wiping({ wipeEvery, target }: Together): () => Promise<void> {
  let commands = 0;
  return async () => {
    commands += 1;
    if (wipeEvery && commands % wipeEvery === 0) await target.clock?.wipeExecutions();
  };
}
