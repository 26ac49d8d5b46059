import type { AwsCall } from '#infra/local/http/aws-services.ts';
import { type LocalStack, startLocalStack } from '#infra/local/stack.ts';
import type { RecordedRequest } from '#infra/local/table/recording.ts';
import { today } from './bodies.ts';
import {
  type CalledBy,
  expectAsSent,
  headersOf,
  operationNamed,
  type Player,
  type Sent,
} from './player.ts';

/** What one call, and all that followed from it, asked of AWS. */
export interface PlayedCall {
  readonly operation: string;
  readonly table: readonly RecordedRequest[];
  readonly aws: readonly AwsCall[];
}

export interface LocalRun {
  readonly player: Player;
  readonly stack: LocalStack;
  /** The calls since this was last asked. */
  takeCalls(): readonly PlayedCall[];
  stop(): Promise<void>;
}

/** The whole service on one machine, played over HTTP. */
export async function startLocalRun(): Promise<LocalRun> {
  const stack = await startLocalStack({ startAt: `${today}T09:00:00Z` });
  let calls: PlayedCall[] = [];
  let aws: AwsCall[] = [];
  stack.services.onAwsCall((call) => aws.push(call));

  const call = async (operation: string, sent: Sent): Promise<Record<string, unknown>> => {
    const recording = stack.services.table.record();
    aws = [];
    const answer = await fetch(addressOf(stack.url, operation, sent), {
      method: operationNamed(operation).method,
      headers: { ...headersOf(sent), ...authorization(stack, sent.by) },
      ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
    });
    const isJson = answer.headers.get('content-type')?.includes('json');
    const body: unknown = isJson ? await answer.json() : await answer.text();
    await stack.activity.whenIdle();
    expectAsSent(operation, sent, answer.status, body);
    calls.push({ operation, table: recording.stop(), aws });
    return Object(body);
  };

  return {
    player: { call },
    stack,
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
    stop: () => stack.stop(),
  };
}

function addressOf(base: string, operation: string, { params = {}, query = {} }: Sent): URL {
  const path = operationNamed(operation).path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const address = new URL(path, base);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address;
}

function authorization(stack: LocalStack, by: CalledBy): Record<string, string> {
  if (by === 'public') return {};
  const token =
    'resident' in by
      ? stack.token({ resident: by.resident })
      : stack.token({ sub: by.id, roles: [...by.roles], teams: [...by.teams] });
  return { authorization: `Bearer ${token}` };
}
