import { DatabaseSync } from 'node:sqlite';
import { createActivity } from '#infra/local/activity.ts';
import { createClock } from '#infra/local/clock.ts';
import type { FunctionHost, InvokeResult } from '#infra/local/ports.ts';
import { arn } from '#infra/local/template/account.ts';
import type { Deployment, Resource } from '#infra/local/template/deployment.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export const queueArn = (name: string): string => arn('sqs', name);
export const functionArn = (name: string): string => arn('lambda', `function:${name}`);

export function resource(
  type: string,
  name: string,
  properties: Readonly<Record<string, unknown>>,
): Resource {
  return { path: `test/${name}`, logicalId: name, type, name, properties };
}

export function deploymentOf(...resources: readonly Resource[]): Pick<Deployment, 'ofType'> {
  return { ofType: (type) => resources.filter((each) => each.type === type) };
}

export const succeeded = (payload: unknown = null): InvokeResult => ({ ok: true, payload });
export const failed: InvokeResult = {
  ok: false,
  fault: 'function',
  errorType: 'Error',
  errorMessage: 'it broke',
};
export const throttled: InvokeResult = {
  ok: false,
  fault: 'throttled',
  errorType: 'TooManyRequestsException',
  errorMessage: 'Rate exceeded',
};

/** Functions that do as the test says; every call is kept. */
export class ScriptedFunctions implements FunctionHost {
  readonly calls: { readonly name: string; readonly payload: unknown }[] = [];
  answer: (payload: unknown, name: string) => InvokeResult | Promise<InvokeResult> = () =>
    succeeded();

  async invoke(name: string, payload: unknown): Promise<InvokeResult> {
    this.calls.push({ name, payload });
    return await this.answer(payload, name);
  }
}

/** The real clock and count of work, on a database in memory. */
export function createPorts(startOffsetMs = 0) {
  const activity = createActivity();
  const clock = createClock(activity, startOffsetMs, () => {});
  const database = new DatabaseSync(':memory:');
  const functions = new ScriptedFunctions();
  return {
    activity,
    clock,
    database,
    functions,
    async advance(ms: number): Promise<void> {
      await clock.advanceTo(clock.now() + ms);
    },
  };
}

/** The local offset at which a test's first instant is the given one. */
export function offsetTo(iso: string): number {
  return Date.parse(iso) - Date.now();
}
