import * as z from 'zod';

const Environment = z.object({
  FOLDER: z.string(),
  START_AT: z.iso.datetime(),
  DATABASE_URL: z.string(),
});

/** What the bench tells a peer, and the time that it starts at. */
export function readEnvironment() {
  const { FOLDER, START_AT, DATABASE_URL } = Environment.parse(process.env);
  const offset = Date.parse(START_AT) - Date.now();
  const now = (): number => Date.now() + offset;
  return {
    folder: FOLDER,
    databaseUrl: DATABASE_URL,
    now,
    nowText: () => new Date(now()).toISOString(),
  };
}
