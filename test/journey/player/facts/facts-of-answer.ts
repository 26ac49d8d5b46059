import * as z from 'zod';
import { counted, dayOf, inWords } from '../words.ts';

// What an answer of the front door says, where it writes nothing into a case.

const Text = z.string();
const Letter = z.object({
  letter: Text,
  status: Text,
  why: Text.optional(),
  tries: z.array(z.object({ channel: Text })),
});

const Told = z.object({
  title: Text.optional(),
  services: z.array(z.object({ name: Text })).optional(),
  doNow: z.array(z.object({ say: Text })).optional(),
  letters: z.array(Letter).optional(),
  alerts: z.array(z.object({ kind: Text })).optional(),
  rule: Text.optional(),
  team: Text.optional(),
  weCallBy: z.iso.date().optional(),
  cases: z.array(z.object({ priority: Text, waitingDays: z.number() })).optional(),
});

/** Reads what is told of an answer, a line to each point; nothing of an answer of another kind. */
export function factsOfAnswer(body: unknown): string[] {
  const read = Told.safeParse(body).data;
  if (!read) return [];
  const { title, services = [], doNow = [], letters = [], alerts = [], cases = [] } = read;
  const facts = [
    title,
    ...listed('services', services.map(nameOf)),
    ...doNow.map(({ say }) => `at once: ${say}`),
    ...letters.map(wordsOfLetter),
    ...listed(
      'alerts',
      alerts.map(({ kind }) => inWords(kind)),
    ),
    read.rule && read.team && `suggested: the team ${read.team} (${inWords(read.rule)})`,
    read.weCallBy && `a call by ${dayOf(read.weCallBy)}`,
    ...listed(
      'waiting',
      cases.map(({ priority, waitingDays }) => `${priority} for ${counted(waitingDays, 'day')}`),
    ),
  ];
  return facts.flatMap((fact) => (fact ? [fact] : []));
}

function listed(what: string, words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`${what}: ${words.join(', ')}`];
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function wordsOfLetter({ letter, status, why, tries }: z.infer<typeof Letter>): string {
  const how = why === undefined ? tries.map(({ channel }) => channel).join(', ') : inWords(why);
  return `letter ${inWords(letter)}: ${inWords(status)} (${how})`;
}
