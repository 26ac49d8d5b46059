/** A reader of Bacs Standard 18 files that shares nothing with their writer: it cuts each line by the
 * positions of the standard (1-based, both ends included) and says what stands there. */
export interface ReadRecord {
  readonly sortCode: string;
  readonly account: string;
  readonly accountType: string;
  readonly code: string;
  readonly fromSortCode: string;
  readonly fromAccount: string;
  readonly free: string;
  readonly pence: number;
  readonly originator: string;
  readonly reference: string;
  readonly name: string;
}

export interface ReadBacsFile {
  readonly labels: readonly string[];
  readonly serial: string;
  readonly serviceUserNumber: string;
  readonly createdOn: string;
  readonly expiresOn: string;
  readonly processedOn: string;
  readonly records: readonly ReadRecord[];
  readonly totals: {
    readonly debitPence: number;
    readonly creditPence: number;
    readonly debits: number;
    readonly credits: number;
  };
}

const labelsBefore = ['VOL1', 'HDR1', 'HDR2', 'UHL1'];
const labelsAfter = ['EOF1', 'EOF2', 'UTL1'];

export function readBacsFile(text: string): ReadBacsFile {
  const lines = text.split('\r\n');
  if (lines.pop() !== '') throw new Error('The last line does not end as a line.');
  const head = lines.slice(0, labelsBefore.length);
  const tail = lines.slice(-labelsAfter.length);
  const data = lines.slice(labelsBefore.length, -labelsAfter.length);
  expectLabels(head, labelsBefore);
  expectLabels(tail, labelsAfter);
  const [volume = '', file = '', , user = ''] = head;
  const total = tail[2] ?? '';
  if (at(volume, 80, 80) !== '1') throw new Error('VOL1 does not end with its standard level.');
  const read = {
    labels: [...head, ...tail],
    serial: at(volume, 5, 10),
    serviceUserNumber: at(volume, 42, 47),
    createdOn: day(at(file, 42, 47)),
    expiresOn: day(at(file, 48, 53)),
    processedOn: day(at(user, 5, 10)),
    records: data.map(readRecord),
    totals: {
      debitPence: number(at(total, 5, 17)),
      creditPence: number(at(total, 18, 30)),
      debits: number(at(total, 31, 37)),
      credits: number(at(total, 38, 44)),
    },
  };
  expectSameLabels(head, tail);
  expectTotals(read);
  return read;
}

/** What stands before the data of a file and its format stands behind it too. */
function expectSameLabels(head: readonly string[], tail: readonly string[]): void {
  for (const place of [1, 2]) {
    const [before = '', after = ''] = [head[place], tail[place - 1]];
    if (before.slice(4) !== after.slice(4)) throw new Error(`${after} does not repeat ${before}`);
  }
}

/** One contra, last, out of and into the account that pays, balances the credits; the trailer counts both. */
function expectTotals({ records, totals }: ReadBacsFile): void {
  const contra = records.at(-1);
  const credits = records.slice(0, -1);
  const pence = credits.reduce((sum, each) => sum + each.pence, 0);
  const isContra =
    contra?.code === '17' &&
    contra.sortCode === contra.fromSortCode &&
    contra.account === contra.fromAccount &&
    contra.pence === pence;
  if (!isContra) throw new Error('The last record does not balance the credits.');
  const isCredit = (each: ReadRecord) =>
    each.code === '99' &&
    each.accountType === '0' &&
    each.free.trim() === '' &&
    each.pence > 0 &&
    each.fromSortCode === contra.sortCode &&
    each.fromAccount === contra.account;
  if (!credits.every(isCredit)) throw new Error('A record is no credit of the account that pays.');
  const { debitPence, creditPence, debits, credits: count } = totals;
  const isCounted =
    debitPence === pence && creditPence === pence && debits === 1 && count === credits.length;
  if (!isCounted) throw new Error('The trailer does not add up to the records.');
}

function expectLabels(lines: readonly string[], names: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    const line = lines[index] ?? '';
    if (at(line, 1, 4) !== name) throw new Error(`${name} is missing.`);
    if (line.length !== 80) throw new Error(`${name} has ${line.length} characters.`);
  }
}

function readRecord(line: string): ReadRecord {
  if (!/^[A-Z0-9.&/ -]{100}$/.test(line)) throw new Error(`Not a data record: ${line}`);
  return {
    sortCode: at(line, 1, 6),
    account: at(line, 7, 14),
    accountType: at(line, 15, 15),
    code: at(line, 16, 17),
    fromSortCode: at(line, 18, 23),
    fromAccount: at(line, 24, 31),
    free: at(line, 32, 35),
    pence: number(at(line, 36, 46)),
    originator: at(line, 47, 64).trimEnd(),
    reference: at(line, 65, 82).trimEnd(),
    name: at(line, 83, 100).trimEnd(),
  };
}

function at(line: string, first: number, last: number): string {
  return line.slice(first - 1, last);
}

function number(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`Not digits alone: "${text}"`);
  return Number(text);
}

/** Counts the days of the year off one by one, by the machine's own calendar. */
function day(julian: string): string {
  if (!/^ \d{5}$/.test(julian)) throw new Error(`Not a day: "${julian}"`);
  const date = new Date(Date.UTC(2000 + Number(julian.slice(1, 3)), 0, 1));
  for (let passed = 1; passed < Number(julian.slice(3)); passed += 1) {
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return date.toISOString().slice(0, 10);
}
