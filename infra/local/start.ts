import { councilNamed } from '#shared/council/load/find-council.ts';
import { localFolder } from './local-folder.ts';
import { type LocalStack, type Progress, startLocalStack } from './stack.ts';
import { readStartRequest, StartRefused, type StartRequest } from './start-request.ts';
import { whyNotStarted } from './why-not-started.ts';

// `npm start`: the whole service on this machine, kept under `.local`.

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

const request = readOrRefuse();

function readOrRefuse(): StartRequest {
  try {
    return readStartRequest(process.env);
  } catch (error) {
    if (error instanceof StartRefused) refuse(error.message);
    throw error;
  }
}

/** One line that grows while parts are made, and one for each that is ready. */
function progressOf(isTerminal: boolean): Progress {
  const underWay = new Set<string>();
  return (part, ready) => {
    if (ready) underWay.delete(part);
    else underWay.add(part);
    if (isTerminal) process.stdout.write('\r\u001b[K');
    if (ready) say(`  ${part.padEnd(10)} ${String(ready.ms).padStart(6)} ms  ${ready.note}`);
    if (isTerminal && underWay.size > 0) process.stdout.write(`  ${[...underWay].join(', ')} ...`);
  };
}

function sayReady({ url, clock }: LocalStack): void {
  say(`ready in ${Math.round(performance.now())} ms`);
  const team = councilNamed(request.council).teams.find(({ kind }) => kind === 'social-work')?.id;
  say(`  API        ${url}`);
  say(`  reference  ${url}/docs`);
  say(
    `  today      ${new Date(clock.now()).toISOString()}  (POST ${url}/local/clock to advance it)`,
  );
  say(`  logs       ${localFolder}/logs`);
  say(`  a token    npm run --silent token -- --role practitioner --team ${team} --sub p-1`);
  say('Ctrl-C stops it.');
}

const stack = await startLocalStack({
  ...request,
  folder: localFolder,
  port: Number(request.port),
  onProgress: progressOf(process.stdout.isTTY),
}).catch((error: unknown) =>
  refuse(whyNotStarted(error, { port: request.port, folder: localFolder })),
);
sayReady(stack);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void stack.stop().then(() => process.exit(0));
  });
}
void stack.lost.then((reason) => refuse(`the service ends, because ${reason}`));
