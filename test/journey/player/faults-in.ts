import { namesIn } from './fill.ts';
import type { Step } from './story.ts';

interface Fault {
  /** The place of the step. */
  readonly at: number;
  readonly message: string;
}

interface Steps {
  readonly people: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
}

/** What is wrong with the steps of a story, taken together. */
export function faultsIn({ people, steps }: Steps): Fault[] {
  return [...faultsInTime(steps), ...faultsInPeople(people, steps), ...faultsInNames(steps)];
}

function faultsInTime(steps: readonly Step[]): Fault[] {
  const faults: Fault[] = [];
  let latest = '';
  for (const [at, { on }] of steps.entries()) {
    if (at === 0 && on === undefined)
      faults.push({ at, message: 'the first step says when it is' });
    if (on !== undefined && on < latest) faults.push({ at, message: `${on} is before ${latest}` });
    latest = on ?? latest;
  }
  return faults;
}

function faultsInPeople(people: Steps['people'], steps: readonly Step[]): Fault[] {
  return steps.flatMap(({ who, does }, at) => {
    if (who === undefined) return does ? [{ at, message: 'nobody does this' }] : [];
    return who in people ? [] : [{ at, message: `nobody is called ${who}` }];
  });
}

/** A name in braces stands for what an earlier step kept. */
function faultsInNames(steps: readonly Step[]): Fault[] {
  const faults: Fault[] = [];
  const kept = new Set<string>();
  const look = (at: number, part: unknown) => {
    for (const name of namesIn(part)) {
      if (!kept.has(name)) faults.push({ at, message: `{${name}} is not kept before` });
    }
  };
  for (const [at, { keeps = {}, finds, expect, ...asked }] of steps.entries()) {
    look(at, asked);
    look(at, finds);
    if (finds) kept.add(finds.as);
    look(at, expect);
    for (const name of Object.keys(keeps)) kept.add(name);
  }
  return faults;
}
