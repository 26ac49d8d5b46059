import { parseArgs } from 'node:util';
import * as z from 'zod';
import { localFolder } from '../local-folder.ts';
import { openIssuer } from './issuer.ts';
import { readTokenRequest, type TokenRequest } from './token-request.ts';

// `npm run token`: prints one token of the local issuer, for curl.

const usage = `A token for the service on this machine, printed alone on one line:

  npm run --silent token -- --role practitioner --team social-work-north --sub p-1 [--name "P. One"]
  npm run --silent token -- --resident <person id>

--role and --team may be given more than once. It is for the service whose data lies in LOCAL_FOLDER
(.local unless given), whatever day its clock shows.`;

// The clock of a folder may stand in a year that is over: its gateway takes no token of the future.
const issuedAt = Date.UTC(2000, 0, 1);
const validSeconds = 60 * 365 * 24 * 60 * 60;

function readRequest(args: readonly string[]): TokenRequest {
  const { values } = parseArgs({
    args: [...args],
    options: {
      role: { type: 'string', multiple: true },
      team: { type: 'string', multiple: true },
      sub: { type: 'string' },
      name: { type: 'string' },
      resident: { type: 'string' },
    },
  });
  const { role, team, sub, name, resident } = values;
  if (resident !== undefined) return readTokenRequest({ resident });
  if (role === undefined || sub === undefined) {
    throw new TypeError('--role and --sub are needed, or --resident');
  }
  return readTokenRequest({ roles: role, teams: team, sub, name });
}

/** What is wrong with how the command was called; undefined for any other failure. */
function wrongUse(error: unknown): string | undefined {
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join('\n');
  return error instanceof TypeError ? error.message : undefined;
}

try {
  const request = readRequest(process.argv.slice(2));
  process.stdout.write(`${openIssuer(localFolder).sign({ ...request, validSeconds }, issuedAt)}\n`);
} catch (error) {
  const wrong = wrongUse(error);
  process.stderr.write(wrong === undefined ? `${String(error)}\n` : `${wrong}\n\n${usage}\n`);
  process.exitCode = 1;
}
