import { expect, test } from 'vitest';
import { chooseVariant, type Form } from '#shared/domain/directory/variant.ts';

const variants: [Form, ...Form[]] = [
  { format: 'standard', language: 'en' },
  { format: 'easy-read', language: 'en' },
  { format: 'large-print', language: 'pl' },
  { format: 'standard', language: 'pl' },
  { format: 'audio', language: 'ur' },
];

test.each<[Form, Form, boolean]>([
  [{ format: 'easy-read', language: 'en' }, { format: 'easy-read', language: 'en' }, true],
  [{ format: 'standard', language: 'pl' }, { format: 'standard', language: 'pl' }, true],
  [{ format: 'braille', language: 'pl' }, { format: 'standard', language: 'pl' }, false],
  [{ format: 'standard', language: 'ur' }, { format: 'audio', language: 'ur' }, false],
  [{ format: 'easy-read', language: 'so' }, { format: 'easy-read', language: 'en' }, false],
  [{ format: 'braille', language: 'so' }, { format: 'standard', language: 'en' }, false],
])('Somebody who asks for %j reads %j', (wanted, shown, isAsAsked) => {
  expect(chooseVariant(variants, wanted)).toEqual({ variant: shown, isAsAsked });
});
