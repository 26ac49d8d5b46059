import pg from 'pg';

/** One transaction for a command is one statement, so that it needs one trip to the server and its row
 * locks are held for no longer than that. */
const schema = `
  create table persons (id text primary key, details jsonb not null);
  create table delegations (from_day date primary key, scheme jsonb not null);
  create table cases (
    id text primary key,
    person_id text not null references persons,
    version integer not null,
    state jsonb not null
  );
  create index on cases (person_id);
  create table receipts (
    reference text primary key,
    case_id text not null references cases,
    digest text not null
  );
  create table events (
    case_id text not null references cases,
    number integer not null,
    type text not null,
    at timestamptz not null,
    actor text not null,
    role text not null,
    body jsonb not null,
    primary key (case_id, number)
  );
  create table answers (key text primary key, digest text not null, answer jsonb not null);
  create table tasks (
    case_id text not null references cases,
    step text not null,
    team text not null,
    due date not null,
    primary key (case_id, step)
  );
  create index on tasks (team, due);
  create table dues (
    case_id text not null references cases,
    name text not null,
    due_on date not null,
    primary key (case_id, name)
  );
  create index on dues (name, due_on);
`;

const connectionsMax = 10;

export type Database = pg.Pool;
export type Row = Readonly<Record<string, unknown>>;

export async function openDatabase(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString, max: connectionsMax });
  await pool.query(schema);
  return pool;
}

/** A statement that each connection prepares once, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export async function rowsOf(
  database: Database,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await database.query<Row>({ name, text, values: [...values] });
  return rows;
}

const uniqueViolation = '23505';

/** Whether a write failed because the same request, or another contact, took the key before. */
export function isTaken(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === uniqueViolation;
}
