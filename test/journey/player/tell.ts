import type { Entry, Task } from './read-case.ts';
import type { Actor, Story } from './story.ts';

// What the timeline of a story looks like.

export type Tell = (line: string) => void;

const rule = '='.repeat(78);

export function tellTitle(tell: Tell, { title, id, council }: Story): void {
  tell(rule);
  tell(`${title}   (${id}, by the settings of ${council})`);
  tell(rule);
}

/** The sentence of a step, under the day and whoever acts. */
export function tellStep(tell: Tell, at: number, actor: Actor | undefined, says: string): void {
  tell('');
  tell(`${momentOf(at)}   ${actor ? describe(actor) : 'Time passes'}`);
  tell(`  ${says}`);
}

export function tellRefusal(tell: Tell, status: number, kind: string, detail: string): void {
  tell(`  refused: ${kind} (${status}). ${detail}`);
}

/** One event of a case: what, by whom, under which law, with which amounts and national code. */
export function tellEntry(tell: Tell, entry: Entry, recorded: unknown): void {
  tell(`  - ${entry.type} by ${entry.by.id} (${entry.by.role}); stage: ${entry.stage}`);
  if (entry.rule !== undefined) tell(`      law or policy: ${entry.rule}`);
  if (entry.outcome !== undefined) tell(`      national code: ${entry.outcome}`);
  const amounts = amountsOf(recorded);
  if (amounts.length > 0) tell(`      amounts: ${amounts.join(', ')}`);
}

export function tellNext(tell: Tell, tasks: readonly Task[], dates: readonly string[]): void {
  const next = [
    ...tasks.map(({ step, due }) => `${step} by ${dayOf(due)}`),
    ...dates.map((date) => date.replace(/\d{4}-\d{2}-\d{2}/, dayOf)),
  ];
  if (next.length > 0) tell(`      next: ${next.join('; ')}`);
}

export function momentOf(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}

function dayOf(date: string): string {
  const at = new Date(`${date}T12:00:00Z`);
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

function describe(actor: Actor): string {
  if (actor.comes !== 'as-staff') return actor.name;
  return `${actor.name}, ${actor.roles.join(' and ')}`;
}

/** What an answer that is about no case says: of a direct payment agreement, its payments, a run. */
export function tellAnswer(tell: Tell, body: unknown): void {
  const { status, totals, payments = [], nextPayOn, payOn } = Object(body);
  const facts = [
    ...(typeof status === 'string' ? [`status: ${status}`] : []),
    ...amountsOf(body),
    ...(totals ? [`due: ${totals.due.count} payments, ${pounds(totals.due.pence)}`] : []),
    ...(payOn ? [`paid on ${dayOf(payOn)}`] : []),
  ];
  if (facts.length > 0) tell(`  - ${facts.join(', ')}`);
  for (const { name, amountPence, state, payOn: on } of payments) {
    tell(`  - payment ${name}: ${pounds(amountPence)}, ${state}, on ${dayOf(on)}`);
  }
  if (nextPayOn) tell(`      next: money on ${dayOf(nextPayOn)}`);
}

/** The amounts of what was recorded, in pounds: its own, and those that it states of a budget or an
 * allocation. Lists, such as the lines of a plan, are left to their totals. */
export function amountsOf(recorded: unknown): string[] {
  const { allocation = {}, budget = {} } = Object(recorded);
  return [recorded, allocation, budget].flatMap((part) =>
    Object.entries(Object(part)).flatMap(([key, value]) => {
      if (typeof value !== 'number' || !key.endsWith('Pence')) return [];
      return [`${wordsOf(key.replace(/Pence$/, ''))} ${pounds(value)}`];
    }),
  );
}

function pounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}

function wordsOf(key: string): string {
  return key.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
}
