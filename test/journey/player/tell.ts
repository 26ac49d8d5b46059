import { EventOutcome, eventOutcomeLabels } from '#shared/domain/codes/event-outcomes.ts';
import { formatPounds } from '#shared/domain/money/pence.ts';
import { amountsOf, linesOfPayments } from './facts/amounts.ts';
import { factsOf } from './facts/facts.ts';
import { factsOfAnswer } from './facts/facts-of-answer.ts';
import type { Entry, Task } from './read-case.ts';
import type { Actor, Story } from './story.ts';
import { counted, dayOf, inWords, momentOf, wrapped } from './words.ts';

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
  tellWrapped(tell, says, '  ', '  ');
}

export function tellRefusal(tell: Tell, status: number, kind: string, detail: string): void {
  tellWrapped(tell, `refused: ${kind} (${status}). ${detail}`, '  ', '    ');
}

/** One event of a case: what, by whom, what it wrote, under which law, with which amounts and code. */
export function tellEntry(tell: Tell, entry: Entry, recorded: unknown): void {
  const { type, by, stage, step, outcome, howToComeBack } = entry;
  const what = step === undefined ? type : `${type} (${inWords(step)})`;
  tell(`  - ${what} by ${by.id} (${by.role}); stage: ${stage}`);
  const amounts = amountsOf(recorded);
  const facts = [
    ...factsOf(type, recorded),
    ...(howToComeBack === undefined ? [] : [`how to come back: ${howToComeBack}`]),
    ...(amounts.length > 0 ? [`amounts: ${amounts.join(', ')}`] : []),
    ...(entry.rule === undefined ? [] : [`law or policy: ${entry.rule}`]),
    ...(outcome === undefined ? [] : [`national code: ${nationalWords(outcome)}`]),
  ];
  for (const fact of facts) tellFact(tell, fact);
}

export function tellNext(tell: Tell, tasks: readonly Task[], dates: readonly string[]): void {
  const next = [
    ...tasks.map(({ step, due }) => `${inWords(step)} by ${dayOf(due)}`),
    ...dates.map((date) => date.replace(/\d{4}-\d{2}-\d{2}/, dayOf)),
  ];
  if (next.length > 0) tellFact(tell, `next: ${next.join('; ')}`);
}

/** What an answer that is about no case says: of a receipt, a direct payment agreement, its payments,
 * a run. */
export function tellAnswer(tell: Tell, body: unknown): void {
  const { reference, status, totals, payments = [], nextPayOn, payOn } = Object(body);
  const facts = [
    ...(typeof reference === 'string' ? [`receipt: ${reference}`] : []),
    ...(typeof status === 'string' ? [`status: ${status}`] : []),
    ...(typeof status === 'object' ? wordsOfReceipt(status) : []),
    ...amountsOf(body),
    ...(totals
      ? [`due: ${counted(totals.due.count, 'payment')}, ${formatPounds(totals.due.pence)}`]
      : []),
    ...(payOn ? [`paid on ${dayOf(payOn)}`] : []),
  ];
  if (facts.length > 0) tellWrapped(tell, `- ${facts.join(', ')}`, '  ', '      ');
  for (const line of linesOfPayments(payments)) tell(`  - ${line}`);
  if (nextPayOn) tellFact(tell, `next: money on ${dayOf(nextPayOn)}`);
}

function wordsOfReceipt(status: unknown): string[] {
  const { stage, nextSteps = [] } = Object(status);
  return [`stage: ${stage}`, ...nextSteps.map((step: string) => `next: ${inWords(step)}`)];
}

/** What an answer tells whoever asked, about a case or not. */
export function tellFound(tell: Tell, body: unknown): void {
  for (const fact of factsOfAnswer(body)) tellWrapped(tell, `- ${fact}`, '  ', '      ');
}

function tellFact(tell: Tell, fact: string): void {
  tellWrapped(tell, fact, '      ', '        ');
}

function tellWrapped(tell: Tell, text: string, indent: string, hanging: string): void {
  for (const line of wrapped(text, indent, hanging)) tell(line);
}

/** The code as the national return prints it. */
function nationalWords(outcome: string): string {
  const code = EventOutcome.safeParse(outcome);
  return code.success ? eventOutcomeLabels[code.data] : outcome;
}

function describe(actor: Actor): string {
  if (actor.comes !== 'as-staff') return actor.name;
  return `${actor.name}, ${actor.roles.join(' and ')}`;
}
