import { describe, expect, it } from 'vitest';
import { loadModulusWeights } from '#shared/council/load/load-modulus-weights.ts';
import { checkAccount } from '#shared/domain/bank/check-account.ts';
import { readWeights, type WeightFile } from '#shared/domain/bank/weight-table.ts';

const table = await loadModulusWeights();

/** Vocalink's published test cases. */
const published = [
  ['passes modulus 10', '089999', '66374958', 'valid'],
  ['passes modulus 11', '107999', '88837491', 'valid'],
  ['passes modulus 11 and the double alternate', '202959', '63748472', 'valid'],
  ['exception 10 and 11: the first fails, the second passes', '871427', '46238510', 'valid'],
  ['exception 10 and 11: the first passes', '872427', '46238510', 'valid'],
  ['exception 10, ab is 09 and g is 9', '871427', '09123496', 'valid'],
  ['exception 10, ab is 99 and g is 9', '871427', '99123496', 'valid'],
  ['exception 3, c is 6', '820000', '73688637', 'valid'],
  ['exception 3, c is 9', '827999', '73988638', 'valid'],
  ['exception 3, c is neither', '827101', '28748352', 'valid'],
  ['exception 4', '134020', '63849203', 'valid'],
  ['exception 1', '118765', '64371389', 'valid'],
  ['exception 6, a foreign currency account', '200915', '41011166', 'valid'],
  ['exception 5', '938611', '07806039', 'valid'],
  ['exception 5, a sort code that stands for another', '938600', '42368003', 'valid'],
  ['exception 5, both remainders are 0', '938063', '55065200', 'valid'],
  ['exception 7, g is 9', '772798', '99345694', 'valid'],
  ['exception 8', '086090', '06774744', 'valid'],
  ['exception 2 and 9, the first passes', '309070', '02355688', 'valid'],
  ['exception 2 and 9, the second passes', '309070', '12345668', 'valid'],
  ['exception 2 and 9, a is not 0', '309070', '12345677', 'valid'],
  ['exception 2 and 9, a is not 0 and g is 9', '309070', '99345694', 'valid'],
  ['exception 14', '180002', '00000190', 'valid'],
  ['exception 5, the first digit is wrong', '938063', '15764273', 'invalid'],
  ['exception 5, the second digit is wrong', '938063', '15764264', 'invalid'],
  ['exception 5, remainder 1', '938063', '15763217', 'invalid'],
  ['exception 1', '118765', '64371388', 'invalid'],
  ['modulus 11 passes, the double alternate fails', '203099', '66831036', 'invalid'],
  ['modulus 11 fails, the double alternate passes', '203099', '58716970', 'invalid'],
  ['fails modulus 10', '089999', '66374959', 'invalid'],
  ['fails modulus 11', '107999', '88837493', 'invalid'],
] as const;

describe('the check of an account number', () => {
  it.each(published)('%s: %s %s is %s', (_what, sortCode, accountNumber, finding) => {
    expect(checkAccount(sortCode, accountNumber, table)).toBe(finding);
  });

  it('counts a sort code outside the table as unchecked', () => {
    expect(checkAccount('000000', '12345678', table)).toBe('unchecked');
  });

  it('refuses a table whose ranges run backwards, are out of order, or have an unknown exception', () => {
    const weights = Array.from({ length: 14 }, () => '1').join(' ');
    const file = (...rows: string[]): WeightFile => ({
      source: 'test',
      validFrom: '2020-10-12',
      rows,
      substitutions: {},
    });
    const right = `200000 200010 MOD11 ${weights}`;
    expect(readWeights(file(right)).accepted).toBe(true);
    for (const wrong of [
      `200020 200010 MOD11 ${weights}`,
      `100000 100010 MOD11 ${weights}`,
      `200011 200012 MOD11 ${weights} x15`,
    ]) {
      const read = readWeights(file(right, wrong));
      expect(read).toMatchObject({ accepted: false, refusal: { pointer: '/rows/1' } });
    }
  });
});
