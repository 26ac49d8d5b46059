import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aContact } from '#test/support/requests.ts';
import { runCommand } from '#test/support/run-command.ts';
import { type RunningService, startService } from '#test/support/running-service.ts';

let running: RunningService | undefined;
let caseId = '';
function service(): RunningService {
  if (!running) throw new Error('the service is not running');
  return running;
}
const replay = (...args: readonly string[]) => runCommand('replay.ts', service().stack.url, args);

beforeAll(async () => {
  running = await startService();
  const answer = await service().send('POST /contacts', {
    token: service().tokenOf('adviser-1'),
    headers: { 'idempotency-key': 'replay-command-key-1' },
    body: { ...aContact, channel: 'phone' },
  });
  caseId = Object(answer.body).caseId;
  await service().stack.activity.whenIdle();
}, 120_000);
afterAll(() => running?.stop());

/** Changes the first event of the case behind the service's back. */
async function changeRecord(): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: service().stack.services.table.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const TableName = service().tableName;
  const Key = marshall({ pk: `CASE#${caseId}`, sk: 'EVENT#000000001' });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
  const changed = { ...(Item && unmarshall(Item)), body: { changed: true } };
  await client.send(new PutItemCommand({ TableName, Item: marshall(changed) }));
  client.destroy();
}

describe('The replay command', () => {
  test.each([
    { args: [], why: 'say which CASE, or --all' },
    { args: ['--all', 'case1'], why: 'say which CASE, or --all' },
    { args: ['--every'], why: "Unknown option '--every'" },
  ])('told $args says how it is called', async ({ args, why }) => {
    const { isGood, complained } = await replay(...args);
    expect(isGood).toBe(false);
    expect(complained).toContain(why);
    expect(complained).toContain('npm run replay -- CASE');
  });

  test('refuses a case that there is not, by its name', async () => {
    expect(await replay('nobodys-case')).toEqual({
      isGood: false,
      said: '',
      complained: 'there is no case nobodys-case\n',
    });
  });

  test('says where no service answers', async () => {
    const { isGood, complained } = await runCommand('replay.ts', 'http://127.0.0.1:9', ['--all']);
    expect(isGood).toBe(false);
    expect(complained).toContain('nothing of ours answers at http://127.0.0.1:9');
  });

  test('asks whose table it is, where it is not the one of this machine', async () => {
    const elsewhere = { TABLE_NAME: 'a-table' };
    const { isGood, complained } = await runCommand('replay.ts', '', ['--all'], elsewhere);
    expect(isGood).toBe(false);
    expect(complained).toMatch(/^COUNCIL says whose table it is: one of example, /);
  });

  test('finds every case, and nothing to work where nothing was decided', async () => {
    expect(await replay(caseId)).toMatchObject({
      isGood: true,
      said:
        `case ${caseId}\n  nothing was determined, allocated or charged\n` +
        '1 case, 0 decisions worked again, no differences\n',
    });
    expect(await replay('--all')).toMatchObject({
      isGood: true,
      said: '1 case, 0 decisions worked again, no differences\n',
    });
  });

  test('ends with 1 where a record was changed behind its back', async () => {
    await changeRecord();
    const { isGood, said } = await replay('--all');
    expect(isGood).toBe(false);
    expect(said).toContain(`case ${caseId}`);
    expect(said).toContain('RECORD CHANGED: from event 1 on');
    expect(said).toContain('1 record changed');
  });
});
