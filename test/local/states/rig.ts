import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { createActivity } from '#infra/local/activity.ts';
import { createClock } from '#infra/local/clock.ts';
import type {
  BusEvent,
  FunctionHost,
  InvokeResult,
  JsonAnswer,
  LocalClock,
} from '#infra/local/ports.ts';
import { createStatesService } from '#infra/local/states/service.ts';

export const MACHINE_ARN = 'arn:aws:states:eu-west-2:111122223333:stateMachine:journey';

type Handler = (payload: unknown) => Promise<InvokeResult> | InvokeResult;

export const succeed = (payload: unknown): InvokeResult => ({ ok: true, payload });
export const failWith = (errorType: string, errorMessage = 'it broke'): InvokeResult => ({
  ok: false,
  fault: 'function',
  errorType,
  errorMessage,
});

/** Functions that do as the test says; every call is kept. */
class ScriptedHost implements FunctionHost {
  readonly calls: { readonly name: string; readonly payload: unknown }[] = [];
  handler: Handler = () => succeed(null);

  async invoke(name: string, payload: unknown): Promise<InvokeResult> {
    this.calls.push({ name, payload });
    return this.handler(payload);
  }

  /** The tokens that the calls were given, in their order. */
  tokens(): string[] {
    return this.calls.map(({ payload }) => z.object({ token: z.string() }).parse(payload).token);
  }

  latestToken(): string {
    return z.string().parse(this.tokens().at(-1));
  }
}

const Description = z.object({
  status: z.string(),
  output: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
});

const HistoryEvent = z.looseObject({ id: z.number(), type: z.string() });

/** The service over a database with the real clock and count of work, and functions of the test's. */
export function createRig(options: { readonly file?: string; readonly clock?: LocalClock } = {}) {
  const database = new DatabaseSync(options.file ?? ':memory:');
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const activity = createActivity();
  const ownClock = createClock(activity, 0, () => {});
  const clock = options.clock ?? ownClock;
  const host = new ScriptedHost();
  const events: BusEvent[] = [];
  const service = createStatesService({
    database,
    clock,
    activity,
    host,
    sink: { put: async (_bus, event) => void events.push(event) },
    accountId: '111122223333',
    region: 'eu-west-2',
  });

  const define = (definition: object): void =>
    service.define({
      arn: MACHINE_ARN,
      name: 'journey',
      definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
    });
  const call = (operation: string, body: object): Promise<JsonAnswer> =>
    service.handle(operation, body);
  const describe = async (executionArn: string) => {
    const { body } = await call('DescribeExecution', { executionArn });
    const { output, ...rest } = Description.parse(body);
    return { ...rest, ...(output !== undefined && { output: JSON.parse(output) }) };
  };
  const start = async (input: unknown = {}): Promise<string> => {
    const body = { stateMachineArn: MACHINE_ARN, input: JSON.stringify(input) };
    const answer = await call('StartExecution', body);
    await activity.whenIdle();
    return z.object({ executionArn: z.string() }).parse(answer.body).executionArn;
  };

  return {
    service,
    database,
    host,
    clock,
    activity,
    events,
    define,
    call,
    describe,
    start,
    /** Runs a machine until it ends or waits. */
    async run(definition: object, input?: unknown) {
      define(definition);
      return describe(await start(input));
    },
    async passSeconds(seconds: number): Promise<void> {
      await clock.advanceTo(clock.now() + seconds * 1000);
    },
    async sendSuccess(taskToken: string, output: unknown): Promise<JsonAnswer> {
      const answer = await call('SendTaskSuccess', { taskToken, output: JSON.stringify(output) });
      await activity.whenIdle();
      return answer;
    },
    async sendFailure(taskToken: string, error: string, cause: string): Promise<JsonAnswer> {
      const answer = await call('SendTaskFailure', { taskToken, error, cause });
      await activity.whenIdle();
      return answer;
    },
    async history(executionArn: string) {
      const { body } = await call('GetExecutionHistory', { executionArn });
      return z.object({ events: z.array(HistoryEvent) }).parse(body).events;
    },
    stop(): void {
      service.stop();
      ownClock.stop();
      database.close();
    },
  };
}

/** An awaited task of one function, given its token. */
export const awaitedTask = (fields: object): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: {
    FunctionName: 'arn:aws:lambda:eu-west-2:111122223333:function:journey-tasks',
    Payload: {
      token: '{% $states.context.Task.Token %}',
      state: '{% $states.context.State.Name %}',
      retry: '{% $states.context.State.RetryCount %}',
    },
  },
  ...fields,
});

/** A task that waits for the function's own answer. */
export const directTask = (fields: object): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'select-due', Payload: '{% $states.input %}' },
  ...fields,
});
