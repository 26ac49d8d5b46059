import * as z from 'zod';

// Whatever turns the direction of a line may hide what stands on it.
const controls = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u;
const lineBreaks = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const webOrEmail = /:\/\/|www\.|@/iu;

/** Somebody's own words, on as many lines as they like. */
export function freeText(lengthMax: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(lengthMax)
    .refine((text) => !controls.test(text), 'Leave out control characters.');
}

/** Words of one line that may come to stand in a letter or a queue. Anybody can write to us under any
 * name, and the council's letter must not carry a stranger's link or a heading of their own. */
export function oneLine(lengthMax: number) {
  return freeText(lengthMax)
    .refine((text) => !lineBreaks.test(text), 'Write it on one line.')
    .refine((text) => !webOrEmail.test(text), 'Leave out web and email addresses.');
}

/** What people say in their own words. */
export const Sentences = freeText(4_000);

/** A remark or a reason: a few lines. */
export const Remark = freeText(500);

/** A name, a place or a relationship. */
export const ShortText = oneLine(200);

export const PhoneNumber = oneLine(30).min(3);
