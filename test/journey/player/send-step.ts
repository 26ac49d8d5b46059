import { fill, type Kept } from './fill.ts';
import { readCase } from './read-case.ts';
import { Actor, type Step, type Story } from './story.ts';
import type { Answer, Target } from './target.ts';

interface Sending {
  readonly story: Story;
  readonly target: Target;
  readonly idempotencyKey: string;
  readonly kept: Kept;
}

/** The case that a request's path names. */
export function caseIn(path: string): string | undefined {
  return /^\/cases\/([0-9a-z]+)/.exec(path)?.[1];
}

/** Makes the request of a step, as the person in the story who makes it. */
export async function sendStep(
  step: Step & { readonly does: string },
  { story, target, idempotencyKey, kept }: Sending,
): Promise<Answer> {
  const [method = '', path = ''] = step.does.split(' ');
  const actor = story.people[step.who ?? ''];
  if (!actor) throw new Error('nobody does this step');
  const version = step.ifMatch && (await versionOf(step.ifMatch, path, target));
  return target.call({
    method,
    path,
    token: await target.tokenOf(Actor.parse(fill(actor, kept, 0))),
    headers: {
      ...(method === 'POST' && { 'idempotency-key': idempotencyKey }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...step.headers,
    },
    ...(step.body !== undefined && { body: step.body }),
  });
}

/** The newest version of a record; nothing where there is none yet, and nothing to have been read. */
async function versionOf(
  record: string,
  path: string,
  target: Target,
): Promise<number | undefined> {
  const caseId = caseIn(path);
  if (caseId === undefined) throw new Error(`${path} names no case whose ${record} was read`);
  return (await readCase(target, caseId)).records[record];
}
