/** One line of a table: the fields, and the line of the file that it begins on. */
export interface CsvRecord {
  readonly kind: 'record';
  readonly line: number;
  readonly fields: readonly string[];
  /** Where in the text the next record begins. */
  readonly end: number;
}

/** Where the text stops being CSV. Nothing after it can be trusted, so that it is the last. */
export interface CsvFault {
  readonly kind: 'fault';
  readonly line: number;
  /** The field's number in its line, from 1. */
  readonly column: number;
  readonly detail: string;
}

type Field =
  | { readonly kind: 'field'; readonly value: string; readonly end: number }
  | { readonly kind: 'fault'; readonly detail: string };

/** The text of a file, without a byte order mark; undefined where it is not UTF-8. */
export function decodeCsv(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readQuoted(text: string, start: number): Field {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { kind: 'fault', detail: 'its quotation mark is never closed' };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { kind: 'field', value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

const bareEnd = /[,"\r\n]|$/g;

function readBare(text: string, start: number): Field {
  bareEnd.lastIndex = start;
  const end = bareEnd.exec(text)?.index ?? text.length;
  if (text[end] === '"') {
    return { kind: 'fault', detail: 'has a quotation mark but does not begin with one' };
  }
  return { kind: 'field', value: text.slice(start, end), end };
}

/** How many characters end a record there: a line feed, both, or the end of the text. */
function recordEnd(text: string, at: number): number | undefined {
  if (at >= text.length) return 0;
  if (text[at] === '\n') return 1;
  return text.startsWith('\r\n', at) ? 2 : undefined;
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

function readRecord(text: string, start: number, line: number): CsvRecord | CsvFault {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const column = fields.length + 1;
    const field = text[at] === '"' ? readQuoted(text, at) : readBare(text, at);
    if (field.kind === 'fault') return { ...field, line, column };
    fields.push(field.value);
    const ending = recordEnd(text, field.end);
    if (ending !== undefined) {
      return { kind: 'record', line, fields, end: field.end + ending };
    }
    if (text[field.end] !== ',') {
      return { kind: 'fault', line, column, detail: 'is not followed by a comma or a new line' };
    }
    at = field.end + 1;
  }
}

/** The records of a CSV text (RFC 4180: commas, quotation marks, lines that end in LF or CRLF), one
 * after the other, or a fault in the place of the record that is none. */
export function* csvRecords(text: string): Generator<CsvRecord | CsvFault, void> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const record = readRecord(text, at, line);
    yield record;
    if (record.kind === 'fault') return;
    // A quoted field may hold new lines of its own.
    line += linesIn(text.slice(at, record.end));
    at = record.end;
  }
}
