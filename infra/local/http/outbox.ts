import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface OutgoingMessage {
  readonly channel: string;
  readonly at: number;
  /** `case.event.letter.channel`, as the service names each of its messages. */
  readonly reference?: string | undefined;
  readonly email_address?: string | undefined;
  readonly phone_number?: string | undefined;
  readonly personalisation: Readonly<Record<string, string>>;
  readonly isLargePrint: boolean;
}

/** Puts a message where a person can read it: a text, or for large print a page in large print. */
export function writeToOutbox(folder: string, message: OutgoingMessage): void {
  mkdirSync(folder, { recursive: true });
  const { at, isLargePrint, reference = '' } = message;
  const [caseId = '', , letter = 'message'] = reference.split('.');
  const time = new Date(at).toISOString().replaceAll(':', '-').replace('Z', '');
  const name = [time, caseId.slice(0, 8), letter].join('-').replaceAll(/[^\w.-]/g, '');
  const file = join(folder, `${name}.${isLargePrint ? 'html' : 'txt'}`);
  writeFileSync(file, isLargePrint ? pageOf(message) : textOf(message));
}

function textOf(message: OutgoingMessage): string {
  const { channel, personalisation } = message;
  return [
    `To: ${addressOf(message)}`,
    `Channel: ${channel}`,
    `Subject: ${personalisation['subject'] ?? ''}`,
    '',
    personalisation['body'] ?? '',
    '',
  ].join('\n');
}

function addressOf({ email_address, phone_number, personalisation }: OutgoingMessage): string {
  const lines = Object.entries(personalisation).filter(([name]) => /^address_line_\d$/.test(name));
  const address = lines.sort(([a], [b]) => a.localeCompare(b)).map(([, line]) => line);
  return email_address ?? phone_number ?? address.join(', ');
}

// Sixteen points is the least that counts as large print.
const style =
  'body{font:18pt/1.5 Arial,sans-serif;max-width:40em;margin:2em}pre{font:inherit;white-space:pre-wrap}';

function pageOf(message: OutgoingMessage): string {
  const title = escaped(message.personalisation['subject'] ?? '');
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${title}</title>`,
    `<style>${style}</style></head>`,
    `<body><h1>${title}</h1><pre>${escaped(textOf(message))}</pre></body></html>`,
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
