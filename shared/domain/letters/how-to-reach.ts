import * as z from 'zod';
import { type AccessNeeds, InformationFormat } from '../codes/accessible-information.ts';
import type { SafeContact } from '../contact/reaching/how-to-reach.ts';

export const LetterChannel = z.enum(['email', 'letter', 'sms']);
export type LetterChannel = z.infer<typeof LetterChannel>;

/** What is known of a person that decides how they are written to; never the address itself. */
export interface Reachable {
  readonly isDead: boolean;
  readonly hasEmail: boolean;
  readonly hasAddress: boolean;
  readonly hasMobile: boolean;
  readonly accessNeeds: AccessNeeds | undefined;
  readonly safeContact: SafeContact | undefined;
  /** The IETF tag of their language, or its name where the council does not offer it. */
  readonly language: string;
}

/** What there is to send: the languages it is written in, and whether it is short enough to text. */
export interface Sendable {
  readonly languages: readonly string[];
  readonly hasText: boolean;
  /** The channels on which it was sent and did not arrive. */
  readonly failed: readonly LetterChannel[];
}

export const LetterFormat = z.enum(['standard', ...InformationFormat.options]);
export type LetterFormat = z.infer<typeof LetterFormat>;

/** Why no message can do it, so that a person must. */
export const ByHandBecause = z.enum([
  'not-safe-to-write',
  'format-made-by-hand',
  'language-made-by-hand',
  'contact-method-made-by-hand',
  'no-address',
  'did-not-arrive',
]);
export type ByHandBecause = z.infer<typeof ByHandBecause>;

export type Reach =
  | {
      readonly by: 'message';
      readonly channel: LetterChannel;
      readonly format: LetterFormat;
      readonly language: string;
    }
  | {
      readonly by: 'hand';
      readonly why: ByHandBecause;
      readonly format: LetterFormat;
      readonly language: string;
    }
  | { readonly by: 'nobody'; readonly why: 'person-died' };

// GOV.UK Notify prints letters and large print, and sends emails and texts. The rest people make.
const madeByHand: readonly InformationFormat[] = ['braille', 'audio', 'easy-read', 'bsl-video'];

/** How a person is to be told something, from what they need (Accessible Information Standard,
 * DAPB1605; Equality Act 2010 s20(6)) and from what is safe for them. What no message can do is left
 * to people; nobody writes to somebody who has died. */
export function howToReach(person: Reachable, letter: Sendable): Reach {
  if (person.isDead) return { by: 'nobody', why: 'person-died' };
  const { language } = person;
  const formats = person.accessNeeds?.informationFormats ?? [];
  const handmade = formats.find((format) => madeByHand.includes(format));
  const format: LetterFormat = handmade ?? formats[0] ?? 'standard';
  const byHand = (why: ByHandBecause): Reach => ({ by: 'hand', why, format, language });
  if (person.safeContact?.mayWrite === false) return byHand('not-safe-to-write');
  if (handmade) return byHand('format-made-by-hand');
  if (!letter.languages.includes(language)) return byHand('language-made-by-hand');
  const wanted = channelsWanted(person, formats);
  if (wanted.length === 0) return byHand('contact-method-made-by-hand');
  const possible = wanted.filter((channel) => isKnown(channel, person, letter));
  const channel = possible.find((each) => !letter.failed.includes(each));
  if (channel) return { by: 'message', channel, format, language };
  return byHand(letter.failed.length > 0 ? 'did-not-arrive' : 'no-address');
}

/** The channels that suit the person, the best first. Large print is on paper; who needs it
 * electronically needs no paper. */
function channelsWanted(
  { accessNeeds, safeContact }: Reachable,
  formats: readonly InformationFormat[],
): readonly LetterChannel[] {
  if (formats.includes('large-print')) return ['letter'];
  if (formats.includes('electronic')) return ['email', 'sms'];
  const methods = accessNeeds?.contactMethods ?? [];
  // A text shows on a phone that others may hold: only where the person has said that it is safe.
  const mayText = safeContact?.mayText === true;
  if (methods.length === 0) return mayText ? ['sms', 'email', 'letter'] : ['email', 'letter'];
  const named: readonly (readonly [string, LetterChannel])[] = [
    ['text-message', 'sms'],
    ['email', 'email'],
    ['letter', 'letter'],
  ];
  return named.flatMap(([method, channel]) =>
    methods.some((each) => each === method) ? [channel] : [],
  );
}

function isKnown(
  channel: LetterChannel,
  { hasEmail, hasAddress, hasMobile, safeContact }: Reachable,
  { hasText }: Sendable,
): boolean {
  if (channel === 'email') return hasEmail;
  if (channel === 'letter') return hasAddress;
  return hasMobile && hasText && safeContact?.mayText !== false;
}
