import { describe, expect, it } from 'vitest';
import { type Credit, paymentFile, type Submission } from '#shared/domain/bacs/payment-file.ts';
import { readBacsFile } from '#test/support/read-bacs-file.ts';

const credit: Credit = {
  accountName: 'Mary Example',
  sortCode: '089999',
  accountNumber: '66374958',
  reference: 'DP 2026-04-06',
  pence: 248_000,
};
const submission: Submission = {
  originator: {
    serviceUserNumber: '123456',
    name: 'Example Council',
    sortCode: '107999',
    accountNumber: '88837491',
  },
  serial: '000042',
  createdOn: '2028-12-29',
  payOn: '2029-01-02',
  credits: [credit, { ...credit, accountNumber: '66374959', accountName: 'John', pence: 1 }],
};

function fileOf(change: Partial<Submission> = {}) {
  const drawnUp = paymentFile({ ...submission, ...change });
  if (!drawnUp.accepted) throw new Error(drawnUp.refusal.detail);
  return drawnUp.value;
}

function refusalOf(change: Partial<Submission>) {
  const drawnUp = paymentFile({ ...submission, ...change });
  return drawnUp.accepted ? undefined : drawnUp.refusal;
}

describe('a Bacs Standard 18 file', () => {
  const read = readBacsFile(fileOf().text);

  it('credits each payee from the council account, field by field', () => {
    expect(read.records[0]).toEqual({
      sortCode: '089999',
      account: '66374958',
      accountType: '0',
      code: '99',
      fromSortCode: '107999',
      fromAccount: '88837491',
      free: '    ',
      pence: 248_000,
      originator: 'EXAMPLE COUNCIL',
      reference: 'DP 2026-04-06',
      name: 'MARY EXAMPLE',
    });
  });

  it('balances the credits with one contra out of the council account', () => {
    expect(read.records.at(-1)).toMatchObject({
      sortCode: '107999',
      account: '88837491',
      code: '17',
      fromAccount: '88837491',
      pence: 248_001,
      reference: 'CONTRA',
    });
    expect(read.totals).toEqual({
      debitPence: 248_001,
      creditPence: 248_001,
      debits: 1,
      credits: 2,
    });
  });

  it('names the submission, its days across a leap year, and the day before the money arrives', () => {
    expect(read).toMatchObject({
      serial: '000042',
      serviceUserNumber: '123456',
      createdOn: '2028-12-29',
      expiresOn: '2029-01-28',
      // 1 January is a bank holiday, so that the day before 2 January is a Friday in December.
      processedOn: '2028-12-29',
    });
  });

  it('writes every label in its own fixed words', () => {
    expect(read.labels.map((label) => label.trimEnd())).toEqual([
      `VOL1000042${' '.repeat(31)}123456${' '.repeat(32)}1`,
      'HDR1A123456S  112345600004200010001       28364 290280000000',
      `HDR2F0200000100${' '.repeat(35)}00`,
      'UHL1 28364999999    000000001 DAILY  001',
      'EOF1A123456S  112345600004200010001       28364 290280000000',
      `EOF2F0200000100${' '.repeat(35)}00`,
      'UTL10000000248001000000024800100000010000002',
    ]);
  });

  it('keeps the day on which Bacs worked, where a bank holiday was proclaimed since', () => {
    const settled = fileOf({ processedOn: '2028-12-28' });
    expect(readBacsFile(settled.text).processedOn).toBe('2028-12-28');
    expect(fileOf().processedOn).toBe('2028-12-29');
  });

  it('is the same to the byte whenever it is asked for', () => {
    expect(fileOf().text).toBe(fileOf().text);
  });

  it.each([
    ["Siân O'Neill", 'SIAN ONEILL', true],
    ['Łukasz Żółć', 'LUKASZ ZOLC', true],
    ['Smith & Sons', 'SMITH & SONS', false],
    ['A_B (Trust)', 'A B TRUST', true],
    ['Bartholomew Featherstonehaugh', 'BARTHOLOMEW FEATHE', true],
    ['Straße', 'STRASSE', false],
  ])('writes %s as %s and says whether it changed', (accountName, name, isChanged) => {
    const file = fileOf({ credits: [{ ...credit, accountName }] });
    expect(readBacsFile(file.text).records[0]?.name).toBe(name);
    expect(file.rewritten).toEqual(isChanged ? [0] : []);
  });

  it.each([
    ['no payment at all', [], undefined],
    ['nothing to pay', [{ ...credit, pence: 0 }], '/credits/0/pence'],
    ['a fraction of a penny', [{ ...credit, pence: 1.5 }], '/credits/0/pence'],
    ['more than its field holds', [{ ...credit, pence: 100_000_000_000 }], '/credits/0/pence'],
    [
      'a name without a letter',
      [credit, { ...credit, accountName: '李明' }],
      '/credits/1/accountName',
    ],
    ['a reference without a letter', [{ ...credit, reference: '--' }], '/credits/0/reference'],
    [
      'credits that add up to more than the contra holds',
      [
        { ...credit, pence: 99_999_999_999 },
        { ...credit, pence: 1 },
      ],
      '/credits',
    ],
  ])('is refused for %s, and nothing is drawn up', (_what, credits, pointer) => {
    expect(refusalOf({ credits })).toMatchObject({ kind: 'invalid-input' });
    expect(refusalOf({ credits })?.pointer).toBe(pointer);
  });

  it('holds the largest amount of its field', () => {
    const file = fileOf({ credits: [{ ...credit, pence: 99_999_999_999 }] });
    expect(readBacsFile(file.text).records[0]?.pence).toBe(99_999_999_999);
  });
});
