import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { amountsOf, linesOfPayments } from './player/facts/amounts.ts';
import { differences } from './player/facts/differences.ts';
import { factsOf } from './player/facts/facts.ts';
import { factsOfAnswer } from './player/facts/facts-of-answer.ts';
import { fill } from './player/fill.ts';
import { shiftFor } from './player/place-in-time.ts';
import { playTogether } from './player/play-together.ts';
import { readStory, type WrittenStory } from './player/story.ts';
import type { Answer, Call, Target, TargetClock } from './player/target.ts';
import { counted, wrapped } from './player/words.ts';

const asks = {
  on: '2026-06-01 09:00',
  says: 'Somebody asks.',
  who: 'caller',
  does: 'POST /public/contacts',
  body: { on: '2026-06-01' },
  keeps: { reference: 'answer.reference' },
  expect: { answer: { weeklyPence: 62_000 } },
} satisfies WrittenStory['steps'][number];

const looks = {
  on: '2026-06-08 09:00',
  says: 'Somebody looks a week later.',
  who: 'caller',
  does: 'GET /public/receipts/{reference}',
} satisfies WrittenStory['steps'][number];

const short = {
  id: 'short',
  title: 'A short story',
  council: 'example',
  inItsTime: false,
  people: { caller: { comes: 'without-account', name: 'Somebody' } },
  steps: [asks, looks],
} satisfies WrittenStory;

/** Stands in for a service: answers always the same and keeps what it was asked. */
class Echo implements Target {
  readonly url = 'http://echo.example';
  readonly calls: Call[] = [];
  readonly clock: TargetClock | undefined;
  readonly #answer: Answer;
  readonly #now: string;

  constructor(answer: Answer, now: string, hasClock: boolean) {
    this.#answer = answer;
    this.#now = now;
    this.clock = hasClock ? { reach: async () => {}, wipeExecutions: async () => {} } : undefined;
  }

  async now(): Promise<number> {
    return Date.parse(this.#now);
  }

  async settle(): Promise<void> {}

  async call(call: Call): Promise<Answer> {
    this.calls.push(call);
    return this.#answer;
  }

  async tokenOf(): Promise<undefined> {
    return undefined;
  }
}

const beforeItBegins = '2026-06-01T07:00:00Z';
const answered = { status: 201, body: { weeklyPence: 62_000, reference: 'ASC-1' } };

describe('A story', () => {
  test.each<[string, Partial<WrittenStory>, RegExp]>([
    ['a council that does not exist', { council: 'nowhere' }, /council/],
    [
      'somebody who is not in it',
      { steps: [{ ...asks, who: 'nobody' }] },
      /nobody is called nobody[\s\S]*steps\[0\]/,
    ],
    [
      'a name that was not kept',
      { steps: [asks, { ...looks, does: 'GET /cases/{caseId}' }] },
      /\{caseId\} is not kept before[\s\S]*steps\[1\]/,
    ],
    [
      'a step before the one before it',
      { steps: [looks, asks] },
      /2026-06-01 09:00 is before 2026-06-08 09:00/,
    ],
    ['a field that nobody knows', { steps: [{ ...asks, ...{ tells: 'x' } }] }, /tells/],
  ])('with %s is refused and the place named', (_what, change, message) => {
    expect(() => readStory({ ...short, ...change })).toThrow(message);
  });

  test('that comes out as expected says so', async () => {
    const target = new Echo(answered, beforeItBegins, true);
    const [played] = await playTogether([readStory(short)], { target, run: 'r' });
    expect([played?.failure, played?.leftOut]).toEqual([undefined, 0]);
    expect(target.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /public/contacts',
      'GET /public/receipts/ASC-1',
    ]);
  });

  test('in which somebody guesses asks so often as it says', async () => {
    const target = new Echo(answered, beforeItBegins, true);
    const guesses = { ...looks, times: 3 };
    const story = readStory({ ...short, steps: [asks, guesses] });
    await playTogether([story], { target, run: 'r' });
    expect(target.calls.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'GET']);
  });

  test('that comes out otherwise names the step, what was expected and what was there', async () => {
    const otherwise = { status: 201, body: { ...answered.body, weeklyPence: 61_999 } };
    const target = new Echo(otherwise, beforeItBegins, true);
    const [played] = await playTogether([readStory(short)], { target, run: 'r' });
    expect(played?.failure).toBe(
      'short, step 1 "Somebody asks.":\n    answer.weeklyPence is 61999, not 62000 as expected',
    );
  });

  test('on a service without a clock is played on this very day, as far as it goes', async () => {
    const target = new Echo(answered, '2031-11-22T23:30:00Z', false);
    const [played] = await playTogether([readStory(short)], { target, run: 'r' });
    expect([played?.failure, played?.leftOut]).toEqual([undefined, 1]);
    expect(target.calls.map(({ body }) => body)).toEqual([{ on: '2031-11-22' }]);
  });

  test('of its own time is left out where that time is not to be had', async () => {
    const target = new Echo(answered, '2031-11-22T23:30:00Z', true);
    const story = readStory({ ...short, inItsTime: true });
    const [played] = await playTogether([story], { target, run: 'r' });
    expect([played?.leftOut, target.calls]).toEqual([2, []]);
  });
});

test.each<[string, boolean, string, number | undefined]>([
  ['before it begins', true, '2026-05-01T08:00:00Z', 0],
  ['after it began, with a clock: the same day of a later week', true, '2026-06-09T12:00:00Z', 14],
  ['after it began, without a clock: this day', false, '2026-06-09T12:00:00Z', 8],
])('A story moves, %s', (_when, hasClock, now, days) => {
  expect(shiftFor(readStory(short), Date.parse(now), hasClock)).toBe(days);
});

test.each<[string, unknown, unknown, string[]]>([
  ['the same', { a: [1, { b: null }] }, { a: [1, { b: null, c: 2 }], d: 3 }, []],
  ['nothing for null', { a: null }, {}, []],
  ['another figure', { a: 1 }, { a: 2 }, ['at.a is 2, not 1 as expected']],
  ['a figure that is missing', { a: 1 }, {}, ['at.a is nothing, not 1 as expected']],
  ['a longer list', { a: [1] }, { a: [1, 2] }, ['at.a is [1,2], not [1] as expected']],
  ['an object for a list', [], { a: 1 }, ['at is {"a":1}, not [] as expected']],
])('Compared with what is expected, %s', (_what, expected, actual, lines) => {
  expect(differences(expected, actual, 'at')).toEqual(lines);
});

test('What was kept keeps its kind where it stands alone, and days move with the story', () => {
  const kept = new Map<string, unknown>([
    ['version', 7],
    ['caseId', 'c1'],
  ]);
  const part = { a: '{version}', b: '"{version}"', c: ['/cases/{caseId}'], d: 'on 2026-02-28' };
  expect(fill(part, kept, 1)).toEqual({ a: 7, b: '"7"', c: ['/cases/c1'], d: 'on 2026-03-01' });
});

test('The amounts of a budget and of an allocation are told in pounds', () => {
  expect(
    amountsOf({ weeklyPence: 62_000, budget: { oneOffPence: 95_050 }, lines: [{ unitPence: 1 }] }),
  ).toEqual(['weekly £620.00', 'one off £950.50']);
});

test('Amounts are told in one order, however they come, and as people write them', () => {
  const budget = { oneOffPence: 95_000, contributionWeeklyPence: 4_200, weeklyPence: 557_400 };
  const told = ['weekly £5,574.00', 'one off £950.00', 'contribution weekly £42.00'];
  expect(amountsOf({ budget })).toEqual(told);
  expect(amountsOf({ agreementId: 'a', weeklyContributionPence: null })).toEqual([
    'weekly contribution not yet known',
  ]);
});

test('Payments are told oldest first, and what is paid once by what it is for', () => {
  const sent = { amountPence: 231_200, state: 'sent', payOn: '2008-08-22' };
  const later = { ...sent, name: '2008-09-22', payOn: '2008-09-22' };
  const names = ['ONCE#plan-11', '2008-08-25', '2008-07-28'];
  expect(linesOfPayments([later, ...names.map((name) => ({ ...sent, name }))])).toEqual([
    'payment for the period from 28 July 2008: £2,312.00, sent, on 22 August 2008',
    'payment for the period from 25 August 2008: £2,312.00, sent, on 22 August 2008',
    'payment (one-off of the plan): £2,312.00, sent, on 22 August 2008',
    'payment for the period from 22 September 2008: £2,312.00, sent, on 22 September 2008',
  ]);
});

test('What a step wrote is told as data, and nothing where it wrote nothing of its kind', () => {
  const found = { band: 'critical', threshold: 'substantial', isAtThreshold: true };
  expect(factsOf('eligibility-screened', found)).toEqual([
    'found: band critical, above the threshold of substantial',
  ]);
  const concern = { riskTypes: ['self-neglect'], whatIsFeared: 'He does not eat.' };
  expect(factsOf('contact-triaged', { verdict: 'safeguarding', concern })).toEqual([
    'decided: safeguarding',
    'concern raised: Self-Neglect. He does not eat.',
  ]);
  expect(factsOf('plan-written', undefined)).toEqual([]);
});

test('What the front door answers is told, and nothing of an answer of another kind', () => {
  const byHand = { letter: 'referred', status: 'by-hand', why: 'no-address', tries: [] };
  const sent = { letter: 'closed', status: 'sent', tries: [{ channel: 'email' }] };
  expect(factsOfAnswer({ letters: [byHand, sent] })).toEqual([
    'letter referred: by hand (no address)',
    'letter closed: sent (email)',
  ]);
  const waiting = { cases: [{ priority: 'red', waitingDays: 1 }], services: [] };
  expect(factsOfAnswer(waiting)).toEqual(['waiting: red for 1 day']);
  expect(factsOfAnswer({ team: 'south', rule: 'by-patch' })).toEqual([
    'suggested: the team south (by patch)',
  ]);
  expect(factsOfAnswer({ team: 'south', cases: 3 })).toEqual([]);
});

test('A long line is broken at words, and what is counted agrees with its number', () => {
  const lines = wrapped('word '.repeat(40).trim(), '  ', '    ');
  expect(lines.map(({ length }) => length <= 110)).toEqual([true, true]);
  expect(lines.join(' ').match(/word/g)).toHaveLength(40);
  expect([counted(1, 'payment'), counted(3, 'payment')]).toEqual(['1 payment', '3 payments']);
});

test('Asking for a story that there is not says which there are', async () => {
  const run = promisify(execFile)(process.execPath, ['test/journey/story.ts', 'nobody']);
  const { code, stderr } = await run.catch((error: unknown) => Object(error));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^There is no story nobody\. There are:\n {2}cheshire-physical /);
});
