import { parseArgs } from 'node:util';

export type Asked =
  | 'everything'
  | 'check'
  | 'peers'
  | 'charging'
  | 'payments'
  | 'help'
  | { readonly wrong: string };

const runs = ['check', 'peers', 'charging', 'payments'] as const;

export const usage = `Counts and times what a journey costs, and prints one table of it.

  npm run bench               everything, on cases of 10,000 events and with 200,000 due: some 20 minutes
  npm run bench -- --check    the counts, on less, against test/bench/budgets.json: some 2 minutes
  npm run bench -- --peers    journeys per CPU-second here, on plain Fastify and on DBOS, each of these with
                              Debian's PostgreSQL server: up to 20 minutes
  npm run bench -- --charging one charge, and a dry run of a new year's rates for 60,000 people: some 5 minutes
  npm run bench -- --payments a payment run of 20,000 agreements, and one among 200,000: some 2 minutes
  npm run bench -- --help     this text
`;

export function readArguments(given: readonly string[]): Asked {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        check: { type: 'boolean' },
        peers: { type: 'boolean' },
        charging: { type: 'boolean' },
        payments: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    const [asked, another] = runs.filter((run) => values[run]);
    if (another) return { wrong: `--${asked} and --${another} are different runs` };
    return asked ?? 'everything';
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
