import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { playLocally, type Trouble } from './play-locally.ts';
import { type Played, playTogether } from './player/play-together.ts';
import type { Story } from './player/story.ts';
import { openTarget } from './player/target.ts';
import { stories } from './stories.ts';

// `npm run story`: plays people's stories over HTTP and prints each as a timeline. It ends with 1 when
// anything came out otherwise than a story expects.

const usage = `Plays the stories of people over HTTP and prints what happened to each.

  npm run story                           every story, each council on a service of its own
  npm run story -- ${stories[0]?.id ?? ''}     one story, or several by name
  npm run story -- --wipe 3 --faults      loses every execution after each third command, and
                                          delivers changes late, twice and in another order

  JOURNEY_URL            a running service to play on, in place of one in memory; stories that look
                         up services need the example directory brought into it first
  JOURNEY_COUNCIL        the preset that it runs (example)
  JOURNEY_STAFF_TOKENS   a JSON file of its tokens, by the id of the person in the story; a service
                         on one machine makes them itself`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function tellPlayed({ story, lines, failure, leftOut }: Played): void {
  for (const line of lines) say(line);
  if (failure !== undefined) say(`\nNOT AS EXPECTED in ${failure}\n`);
  else if (leftOut > 0) {
    say(
      `\n${story.id}: left out ${leftOut} of ${story.steps.length} steps, for want of its clock.\n`,
    );
  } else say(`\n${story.id}: as expected.\n`);
}

async function playAt(url: string, chosen: readonly Story[], trouble: Trouble): Promise<Played[]> {
  const { JOURNEY_COUNCIL = 'example', JOURNEY_STAFF_TOKENS } = process.env;
  const tokens = z
    .record(z.string(), z.string())
    .parse(JOURNEY_STAFF_TOKENS ? JSON.parse(readFileSync(JOURNEY_STAFF_TOKENS, 'utf8')) : {});
  const served = chosen.filter(({ council }) => council === JOURNEY_COUNCIL);
  for (const { id, council } of chosen) {
    if (council !== JOURNEY_COUNCIL) say(`${id}: left out, because it needs ${council}.`);
  }
  const target = await openTarget(url.replace(/\/$/, ''), tokens);
  const run = randomUUID().slice(0, 8);
  return playTogether(served, { target, run, onPlayed: tellPlayed, ...trouble });
}

async function playEach(chosen: readonly Story[], trouble: Trouble): Promise<Played[]> {
  const played: Played[] = [];
  for (const council of new Set(chosen.map((story) => story.council))) {
    const ofCouncil = chosen.filter((story) => story.council === council);
    say(`... playing ${ofCouncil.map(({ id }) => id).join(' and ')}`);
    played.push(...(await playLocally(ofCouncil, trouble, tellPlayed)));
  }
  return played;
}

function chooseStories(names: readonly string[]): readonly Story[] {
  const unknown = names.find((name) => !stories.some(({ id }) => id === name));
  if (unknown !== undefined) {
    const known = stories.map(({ id, title }) => `  ${id.padEnd(28)} ${title}`).join('\n');
    throw new RangeError(`There is no story ${unknown}. There are:\n${known}`);
  }
  return names.length === 0 ? stories : stories.filter(({ id }) => names.includes(id));
}

function readWipe(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new RangeError(`--wipe ${given} is not a number of commands, such as --wipe 3`);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      wipe: { type: 'string' },
      faults: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  const chosen = chooseStories(positionals);
  const trouble: Trouble = {
    wipeEvery: readWipe(values.wipe),
    hasStreamFaults: values.faults,
  };
  const { JOURNEY_URL } = process.env;
  const played = JOURNEY_URL
    ? await playAt(JOURNEY_URL, chosen, trouble)
    : await playEach(chosen, trouble);
  const failed = played.filter(({ failure }) => failure !== undefined).length;
  const cut = played.filter(({ failure, leftOut }) => failure === undefined && leftOut > 0).length;
  say(
    `${played.length - failed - cut} stories as expected, ${failed} not, ${cut} left out in part`,
  );
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const isOurs = error instanceof RangeError || Object(error).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${isOurs ? Object(error).message : Object(error).stack}\n`);
  process.exitCode = 1;
}
