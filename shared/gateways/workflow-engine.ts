import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Machine } from '../domain/journey/steps.ts';

/** What the service asks of Step Functions. Only case-stream holds one of these. */
export interface WorkflowEngine {
  /** Starts a run under its name. `ended` where a run of that name is over already. */
  start(machine: Machine, name: string, input: unknown): Promise<'running' | 'ended'>;
  /** Hands a waiting step its verdict. `gone` where nobody waits under that token any more. */
  settle(token: string, output: unknown): Promise<'settled' | 'gone'>;
  /** Ends a run, if there is one. */
  stop(machine: Machine, name: string, reason: string): Promise<void>;
}

export class StepFunctionsEngine implements WorkflowEngine {
  readonly #client: SFNClient;
  readonly #arns: Readonly<Record<Machine, string>>;

  constructor(client: SFNClient, arns: Readonly<Record<Machine, string>>) {
    this.#client = client;
    this.#arns = arns;
  }

  async start(machine: Machine, name: string, input: unknown): Promise<'running' | 'ended'> {
    try {
      await this.#client.send(
        new StartExecutionCommand({
          stateMachineArn: this.#arns[machine],
          name,
          input: JSON.stringify(input),
        }),
      );
      return 'running';
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
      // It is over, or it runs with the input of an earlier release, which differs from ours.
      return (await this.#isRunning(machine, name)) ? 'running' : 'ended';
    }
  }

  async settle(token: string, output: unknown): Promise<'settled' | 'gone'> {
    try {
      await this.#client.send(
        new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }),
      );
      return 'settled';
    } catch (error) {
      if (isGone(error)) return 'gone';
      throw error;
    }
  }

  async stop(machine: Machine, name: string, reason: string): Promise<void> {
    try {
      await this.#client.send(
        new StopExecutionCommand({
          executionArn: this.#executionArn(machine, name),
          cause: reason,
        }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionDoesNotExist)) throw error;
    }
  }

  async #isRunning(machine: Machine, name: string): Promise<boolean> {
    try {
      const { status } = await this.#client.send(
        new DescribeExecutionCommand({ executionArn: this.#executionArn(machine, name) }),
      );
      return status === 'RUNNING';
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return false;
      throw error;
    }
  }

  #executionArn(machine: Machine, name: string): string {
    return `${this.#arns[machine].replace(':stateMachine:', ':execution:')}:${name}`;
  }
}

function isGone(error: unknown): boolean {
  return (
    error instanceof TaskDoesNotExist ||
    error instanceof TaskTimedOut ||
    error instanceof InvalidToken
  );
}
