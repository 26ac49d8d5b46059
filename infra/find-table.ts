import * as z from 'zod';

const LocalTable = z.object({ endpoint: z.string(), name: z.string(), council: z.string() });
type Environment = Readonly<Record<string, string | undefined>>;

/** The table that a command works on, and the preset of the council whose it is: the one that
 * TABLE_NAME names, or that of the service which runs on this machine. Throws, in words for the
 * person at the keyboard, where there is neither. */
export async function findTable(
  environment: Environment,
): Promise<{ readonly name: string; readonly council: string | undefined }> {
  const { TABLE_NAME, COUNCIL, LOCAL_URL = 'http://127.0.0.1:3000' } = environment;
  if (TABLE_NAME) return { name: TABLE_NAME, council: COUNCIL };
  const answer = await fetch(`${LOCAL_URL}/local/table`).catch(() => undefined);
  if (!answer?.ok) {
    throw new Error(
      `no table: nothing of ours answers at ${LOCAL_URL}. Start it with npm start, or set TABLE_NAME`,
    );
  }
  const { endpoint, name, council } = LocalTable.parse(await answer.json());
  // The local engine asks for a region and credentials and looks at neither.
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  return { name, council };
}
