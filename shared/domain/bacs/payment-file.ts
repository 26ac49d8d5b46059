import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { type Pence, sumPence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { bacsText } from './bacs-text.ts';
import type { Originator } from './originator.ts';
import {
  dataRecord,
  headerLabels,
  type LabelFacts,
  type Movement,
  trailerLabels,
} from './standard-18.ts';

/** One payment of the file, as it was frozen when the run was sent. */
export interface Credit {
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly reference: string;
  readonly pence: Pence;
}

export interface Submission {
  readonly originator: Originator;
  readonly serial: string;
  readonly createdOn: CivilDate;
  /** The day on which the money arrives. */
  readonly payOn: CivilDate;
  /** The day on which Bacs works, where it was settled before: the working day before the money arrives. */
  readonly processedOn?: CivilDate | undefined;
  readonly credits: readonly Credit[];
}

export interface PaymentFile {
  readonly processedOn: CivilDate;
  /** The file itself: the same credits give the same bytes whenever they are asked for. */
  readonly text: string;
  readonly count: number;
  readonly pence: Pence;
  /** Which credits' names or references were written in other characters than they were given. */
  readonly rewritten: readonly number[];
}

/** What the amount field of a data record holds, in pence; the contra's total has the same field. */
export const recordPenceMax = 99_999_999_999;
const wordsLength = 18;

/** Draws up a Bacs Standard 18 file for one processing day, with a contra that balances the credits.
 * Refuses `invalid-input`, naming the credit, for an amount that is nothing or above its field, and for
 * words that leave no letter; nothing is drawn up in part. */
export function paymentFile(submission: Submission): Outcome<PaymentFile> {
  const { credits, originator } = submission;
  if (credits.length === 0) return refuse('invalid-input', 'A file holds at least one payment.');
  const sender = bacsText(originator.name, wordsLength);
  if (!sender.accepted) return sender;
  const movements: Movement[] = [];
  const rewritten: number[] = [];
  for (const [index, credit] of credits.entries()) {
    const written = wordsOf(credit, index);
    if (!written.accepted) return written;
    const { toName, reference, isChanged } = written.value;
    if (isChanged) rewritten.push(index);
    const { pence } = credit;
    const originatorName = sender.value.text;
    const parties = { to: credit, from: originator, code: '99', originatorName } as const;
    movements.push({ ...parties, pence, reference, toName });
  }
  const pence = sumPence(credits.map((credit) => credit.pence));
  if (pence > recordPenceMax) {
    return refuse(
      'invalid-input',
      'The file adds up to more than its contra can hold.',
      '/credits',
    );
  }
  const { processedOn = addWorkingDays(submission.payOn, -1) } = submission;
  const about = { pence, senderName: sender.value.text, processedOn };
  const text = inOrder(submission, movements, about);
  return accept({ text, count: credits.length, pence, processedOn, rewritten });
}

function wordsOf(credit: Credit, index: number) {
  const pointer = `/credits/${index}`;
  if (!Number.isSafeInteger(credit.pence) || credit.pence <= 0) {
    return refuse('invalid-input', 'A payment is of a penny or more.', `${pointer}/pence`);
  }
  if (credit.pence > recordPenceMax) {
    const detail = 'The amount is above what a payment file can hold (999,999,999.99).';
    return refuse('invalid-input', detail, `${pointer}/pence`);
  }
  const name = bacsText(credit.accountName, wordsLength);
  if (!name.accepted)
    return refuse(name.refusal.kind, name.refusal.detail, `${pointer}/accountName`);
  const reference = bacsText(credit.reference, wordsLength);
  if (!reference.accepted) {
    return refuse(reference.refusal.kind, reference.refusal.detail, `${pointer}/reference`);
  }
  const isChanged = name.value.isChanged || reference.value.isChanged;
  return accept({ toName: name.value.text, reference: reference.value.text, isChanged });
}

interface AboutCredits {
  readonly pence: Pence;
  readonly senderName: string;
  readonly processedOn: CivilDate;
}

function inOrder(
  { originator, serial, createdOn }: Submission,
  movements: readonly Movement[],
  { pence, senderName, processedOn }: AboutCredits,
): string {
  const facts: LabelFacts = {
    serviceUserNumber: originator.serviceUserNumber,
    serial,
    createdOn,
    expiresOn: addDays(createdOn, keptDays),
    processedOn,
  };
  const contra: Movement = {
    to: originator,
    from: originator,
    code: '17',
    pence,
    originatorName: senderName,
    reference: 'CONTRA',
    toName: senderName,
  };
  const totals = { debitPence: pence, creditPence: pence, debits: 1, credits: movements.length };
  return [
    ...headerLabels(facts),
    ...movements.map(dataRecord),
    dataRecord(contra),
    ...trailerLabels(facts, totals),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
}

/** Bacs wants a day after which the file may be written over, and holds nobody to it. */
const keptDays = 30;
