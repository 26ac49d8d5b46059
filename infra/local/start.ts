import { localFolder } from './local-folder.ts';
import { type LocalStack, type Progress, startLocalStack } from './stack.ts';
import { whyNotStarted } from './why-not-started.ts';

// `npm start`: the whole service on this machine, kept under `.local`.

const portDefault = 3000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { COUNCIL: council, PORT = String(portDefault), START_AT: startAt, ECHO_LOGS } = process.env;
const port = Number(PORT);

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
  say(`  API        ${url}`);
  say(
    `  today      ${new Date(clock.now()).toISOString()}  (POST ${url}/local/clock to advance it)`,
  );
  say(`  logs       ${localFolder}/logs`);
  say(
    '  a token    npm run --silent token -- --role practitioner --team social-work-north --sub p-1',
  );
  say('Ctrl-C stops it.');
}

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

const stack = await startLocalStack({
  folder: localFolder,
  port,
  ...(council && { council }),
  ...(startAt && { startAt }),
  echo: ECHO_LOGS === 'on',
  onProgress: progressOf(process.stdout.isTTY),
}).catch((error: unknown) => refuse(whyNotStarted(error, { port: PORT, folder: localFolder })));
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
