import { type CivilDate, civilDate, daysBetween, partsOf } from '../calendar/civil-date.ts';
import type { Pence } from '../money/pence.ts';

export interface Account {
  readonly sortCode: string;
  readonly accountNumber: string;
}

/** Money out of one account into another, in the words of the file. */
export interface Movement {
  readonly to: Account;
  readonly from: Account;
  readonly code: '99' | '17';
  readonly pence: Pence;
  readonly originatorName: string;
  readonly reference: string;
  readonly toName: string;
}

/** A data record of 100 characters (Bacs Standard 18). 99 is a credit; 17 is the contra, which takes
 * the total of the credits out of the originator's own account. */
export function dataRecord(movement: Movement): string {
  const { to, from, code, pence, originatorName, reference, toName } = movement;
  return [
    to.sortCode,
    to.accountNumber,
    '0',
    code,
    from.sortCode,
    from.accountNumber,
    ' '.repeat(4),
    digits(pence, 11),
    originatorName.padEnd(18),
    reference.padEnd(18),
    toName.padEnd(18),
  ].join('');
}

export interface LabelFacts {
  readonly serviceUserNumber: string;
  /** Six digits, unlike those of any other submission of that day. */
  readonly serial: string;
  readonly createdOn: CivilDate;
  /** From this day on the file may be written over. */
  readonly expiresOn: CivilDate;
  /** The middle one of the three working days of Bacs: the money arrives on the next. */
  readonly processedOn: CivilDate;
}

/** The four labels of 80 characters before the data: volume, file, format and user header. */
export function headerLabels(facts: LabelFacts): string[] {
  const volume = label(`VOL1${facts.serial}${' '.repeat(31)}${facts.serviceUserNumber}`);
  return [
    `${volume.slice(0, 79)}1`,
    label(`HDR1${fileFacts(facts)}`),
    label(`HDR2${format}`),
    label(`UHL1${julian(facts.processedOn)}999999    00000000${'1 DAILY'.padEnd(9)}001`),
  ];
}

export interface FileTotals {
  readonly debitPence: Pence;
  readonly creditPence: Pence;
  readonly debits: number;
  readonly credits: number;
}

/** The three labels of 80 characters after the data, with the totals that Bacs checks. */
export function trailerLabels(facts: LabelFacts, totals: FileTotals): string[] {
  const values = digits(totals.debitPence, 13) + digits(totals.creditPence, 13);
  const counts = digits(totals.debits, 7) + digits(totals.credits, 7);
  return [
    label(`EOF1${fileFacts(facts)}`),
    label(`EOF2${format}`),
    label(`UTL1${values}${counts}`),
  ];
}

/** Records of 100 characters, twenty to a block: a file for one processing day. */
const format = `F0200000100${' '.repeat(35)}00`;

function fileFacts({ serviceUserNumber, serial, createdOn, expiresOn }: LabelFacts): string {
  const identifier = `A${serviceUserNumber}S  1${serviceUserNumber}`;
  const sections = `00010001${' '.repeat(6)}`;
  return `${identifier}${serial}${sections}${julian(createdOn)}${julian(expiresOn)}0000000`;
}

/** A day as labels write it: a space, two digits of the year and three of the day of the year. */
function julian(date: CivilDate): string {
  const dayOfYear = daysBetween(civilDate(partsOf(date).year, 1, 1), date) + 1;
  return ` ${date.slice(2, 4)}${digits(dayOfYear, 3)}`;
}

function label(text: string): string {
  return text.padEnd(80);
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
