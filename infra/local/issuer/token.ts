import { parseArgs } from 'node:util';
import * as z from 'zod';
import { localFolder } from '../local-folder.ts';
import { openIssuer } from './issuer.ts';
import { TokenRequest } from './token-request.ts';

// `npm run token`: prints one token of the local issuer, for curl.

const usage = `A token for the service on this machine, printed alone on one line:

  npm run --silent token -- --role practitioner --team social-work-north --sub p-1 [--name "P. One"]
  npm run --silent token -- --resident <person id>

--role and --team may be given more than once.`;

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
  const isResident = resident !== undefined;
  return TokenRequest.parse(isResident ? { resident } : { roles: role, teams: team, sub, name });
}

try {
  const request = readRequest(process.argv.slice(2));
  process.stdout.write(`${openIssuer(localFolder).sign(request, Date.now())}\n`);
} catch (error) {
  const isWrongUse = error instanceof z.ZodError || error instanceof TypeError;
  process.stderr.write(`${isWrongUse ? usage : String(error)}\n`);
  process.exitCode = 1;
}
