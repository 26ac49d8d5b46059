import * as z from 'zod';
import { InformationFormat } from '../codes/accessible-information.ts';

/** The forms in which a text can be had: ordinary print, or one of the Accessible Information
 * Standard. */
export const TextFormat = z.enum(['standard', ...InformationFormat.options]).meta({
  id: 'TextFormat',
  description: 'Ordinary print, or a format of the Accessible Information Standard',
});
export type TextFormat = z.infer<typeof TextFormat>;

export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$/, 'must be a language tag such as en or cy')
  .meta({
    id: 'Language',
    description: 'A language, as a tag such as en or cy',
    examples: ['en', 'cy'],
  });
export type Language = z.infer<typeof Language>;

/** The form and the language in which something is written, or is wanted. */
export const Form = z.strictObject({ format: TextFormat, language: Language }).meta({ id: 'Form' });
export type Form = z.infer<typeof Form>;

export function sameForm(a: Form, b: Form): boolean {
  return a.format === b.format && a.language === b.language;
}

/** The variant to show to somebody who wants this form. Their language counts for more than the
 * format, because a text in large print that nobody can read helps nobody; the first variant, which
 * every text has, is shown when nothing else fits. */
export function chooseVariant<V extends Form>(
  variants: readonly [V, ...V[]],
  wanted: Form,
): { readonly variant: V; readonly isAsAsked: boolean } {
  const [first] = variants;
  const exact = variants.find((each) => sameForm(each, wanted));
  if (exact) return { variant: exact, isAsAsked: true };
  const inLanguage = variants.filter(({ language }) => language === wanted.language);
  const nearest =
    inLanguage.find(({ format }) => format === 'standard') ??
    inLanguage[0] ??
    variants.find(({ format }) => format === wanted.format) ??
    first;
  return { variant: nearest, isAsAsked: false };
}
