import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords, decodeCsv } from '#infra/ras/csv.ts';

function rowsOf(text: string) {
  return [...csvRecords(text)].map((record) =>
    record.kind === 'record' ? [record.line, ...record.fields] : record,
  );
}

describe('A CSV text', () => {
  it.each<[string, string, unknown[]]>([
    ['nothing', '', []],
    [
      'lines that end in LF',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'lines that end in CRLF',
      'a,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'no end of the last line',
      'a,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    ['an empty last field', 'a,\n', [[1, 'a', '']]],
    [
      'an empty line',
      'a\n\nb',
      [
        [1, 'a'],
        [2, ''],
        [3, 'b'],
      ],
    ],
    ['quoted commas and marks', '"a,b","say ""x"""', [[1, 'a,b', 'say "x"']]],
    ['an empty quoted field', '"",b', [[1, '', 'b']]],
    [
      'a new line in quotes',
      '"a\r\nb",c\nd,e',
      [
        [1, 'a\r\nb', 'c'],
        [3, 'd', 'e'],
      ],
    ],
  ])('with %s is read as written', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it.each<[string, string, number, number, RegExp]>([
    ['a quotation mark that is never closed', 'a,b\n1,"2\n3', 2, 2, /never closed/],
    ['a quotation mark within a field', 'a,b\n1,2"x', 2, 2, /does not begin/],
    ['letters after a closing mark', '"a"b,c', 1, 1, /comma or a new line/],
    ['a lone carriage return', 'a\rb', 1, 1, /comma or a new line/],
  ])('with %s ends in a fault at its place', (_, text, line, column, detail) => {
    expect([...csvRecords(text)].at(-1)).toEqual({
      kind: 'fault',
      line,
      column,
      detail: expect.stringMatching(detail),
    });
  });

  it('gives back any fields that were written with quotation marks', () => {
    const fields = fc.array(fc.string(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows
          .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const read = [...csvRecords(text)].map((record) => Object(record).fields);
        expect(read).toEqual(rows);
      }),
    );
  });

  it('is read without the byte order mark of a spreadsheet', () => {
    expect(decodeCsv(Buffer.from('\uFEFFgroup,£', 'utf8'))).toBe('group,£');
  });

  it('in another encoding than UTF-8 is none', () => {
    expect(decodeCsv(Buffer.from('£1', 'latin1'))).toBeUndefined();
  });
});
