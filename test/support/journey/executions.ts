import {
  type ExecutionListItem,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { account, arn } from '#infra/local/template/account.ts';
import { machines } from '#shared/domain/journey/steps.ts';

/** What the workflow engine knows, asked as anybody with AWS's own client would. */
export class Executions {
  readonly #client: SFNClient;

  constructor(endpoint: string) {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    this.#client = new SFNClient({ endpoint, region: account.region, credentials });
  }

  async all(): Promise<ExecutionListItem[]> {
    const lists = machines.map(async (machine) => {
      const stateMachineArn = arn('states', `stateMachine:adult-social-care-dev-${machine}`);
      const answer = await this.#client.send(new ListExecutionsCommand({ stateMachineArn }));
      return answer.executions ?? [];
    });
    return (await Promise.all(lists)).flat();
  }

  async running(): Promise<string[]> {
    const all = await this.all();
    return all.filter(({ status }) => status === 'RUNNING').map(({ name = '' }) => name);
  }

  /** Everything that executions were started with and went through, as text. */
  async histories(): Promise<string> {
    const histories = (await this.all()).map(async ({ executionArn }) => {
      const { events } = await this.#client.send(
        new GetExecutionHistoryCommand({ executionArn, includeExecutionData: true }),
      );
      return JSON.stringify(events);
    });
    return (await Promise.all(histories)).join('\n');
  }

  close(): void {
    this.#client.destroy();
  }
}
