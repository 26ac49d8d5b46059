import { type Seen, wrongWith } from './check-step.ts';
import { fill, valueAt } from './fill.ts';
import { lookAtCase } from './look-at-case.ts';
import { instantOf } from './place-in-time.ts';
import { findCaseOf } from './read-case.ts';
import { caseIn, sendStep } from './send-step.ts';
import { Expectation, Step, type Story } from './story.ts';
import type { Answer, Target } from './target.ts';
import { type Tell, tellAnswer, tellFound, tellRefusal, tellStep, tellTitle } from './tell.ts';

export interface Playing {
  readonly target: Target;
  /** Part of every Idempotency-Key, so that a story can be played again on the same service. */
  readonly run: string;
  readonly shiftDays: number;
  readonly tell: Tell;
}

/** A story under way, which is played one step at a time. */
export interface StoryPlayer {
  readonly story: Story;
  /** The instant of the next step; none when the story has been told. */
  nextAt(): number | undefined;
  stepsLeft(): number;
  /** Plays the next step and says whether it changed anything; throws where it came out otherwise
   * than the story expects. */
  play(): Promise<{ readonly changed: boolean }>;
}

export function playStory(story: Story, playing: Playing): StoryPlayer {
  const scene: Scene = { ...playing, story, kept: new Map(), told: new Map() };
  let place = 0;
  let at = 0;
  const nextAt = (): number | undefined => {
    const step = story.steps[place];
    if (!step) return undefined;
    return step.on === undefined ? at : instantOf(step.on, playing.shiftDays);
  };
  tellTitle(playing.tell, story);
  return {
    story,
    nextAt,
    stepsLeft: () => story.steps.length - place,
    async play() {
      const step = story.steps[place];
      if (!step) throw new Error(`${story.id} has no step ${place + 1}`);
      at = nextAt() ?? at;
      place += 1;
      try {
        await playStep(step, { ...scene, at, place });
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`${story.id}, step ${place} "${step.says}":\n    ${why}`, { cause: error });
      }
      return { changed: step.does !== undefined && !step.does.startsWith('GET ') };
    },
  };
}

interface Scene extends Playing {
  readonly story: Story;
  readonly kept: Map<string, unknown>;
  readonly told: Map<string, number>;
}

interface Now {
  readonly at: number;
  readonly place: number;
}

async function playStep(written: Step, scene: Scene & Now): Promise<void> {
  const { story, target, tell, kept, shiftDays, at, place } = scene;
  const { expect: _expect, finds, ...asked } = written;
  const step = Step.parse(fill(asked, kept, shiftDays));
  const { does, who } = step;
  tellStep(tell, at, who === undefined ? undefined : story.people[who], step.says);
  const idempotencyKey = `${scene.run}-${story.id}-${place}`;
  let answer: Answer | undefined;
  for (let time = 0; does && time < (step.times ?? 1); time += 1) {
    answer = await sendStep({ ...step, does }, { ...scene, idempotencyKey });
  }
  if (does) await target.settle();
  if (finds) {
    const receipt = String(fill(finds.receipt, kept, 0));
    kept.set(finds.as, await findCaseOf(target, receipt, finds.team));
  }
  const caseId = caseOf(step, answer) ?? (finds && kept.get(finds.as));
  const seen: Seen =
    typeof caseId === 'string'
      ? await lookAtCase(caseId, answer, scene)
      : { answer, caseId: undefined, view: undefined, entries: [] };
  if (answer) tellWhatCame(answer, caseIn(pathOf(step)) !== undefined, tell);
  const expect = Expectation.parse(fill(written.expect, kept, shiftDays));
  const wrong = await wrongWith(expect, seen, target);
  if (wrong.length > 0) throw new Error(wrong.join('\n    '));
  keep(step, { answer: answer?.body, case: seen.view }, kept);
}

/** Keeps what later steps need, and fails where it is not there: later it would be a riddle. */
function keep(
  step: Step,
  from: Readonly<Record<string, unknown>>,
  kept: Map<string, unknown>,
): void {
  for (const [name, path] of Object.entries(step.keeps ?? {})) {
    const value = valueAt(from, path);
    if (value === undefined) throw new Error(`there is no ${path} to keep`);
    kept.set(name, value);
  }
}

function tellWhatCame(answer: Answer, isOnCase: boolean, tell: Tell): void {
  if (answer.status >= 400) {
    tellRefused(answer, tell);
    return;
  }
  if (!isOnCase) tellAnswer(tell, answer.body);
  tellFound(tell, answer.body);
}

function tellRefused({ status, body }: Answer, tell: Tell): void {
  const { type, detail = '' } = Object(body);
  tellRefusal(tell, status, String(type).replace('/problems/', ''), detail);
}

/** The case that a step concerned, where there is one to look at. */
function caseOf(step: Step, answer: Answer | undefined): string | undefined {
  if (answer?.status === 404) return undefined;
  const named: unknown = answer && answer.status < 300 ? Object(answer.body).caseId : undefined;
  return step.about ?? caseIn(pathOf(step)) ?? (typeof named === 'string' ? named : undefined);
}

function pathOf({ does = '' }: Step): string {
  return does.split(' ')[1] ?? '';
}
