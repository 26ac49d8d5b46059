import * as z from 'zod';

/** CloudFormation's GenerateSecretString. */
export const generateSecretString = z.strictObject({
  PasswordLength: z.number().int().min(1).max(4096).optional(),
  ExcludeCharacters: z.string().optional(),
  ExcludeLowercase: z.boolean().optional(),
  ExcludeUppercase: z.boolean().optional(),
  ExcludeNumbers: z.boolean().optional(),
  ExcludePunctuation: z.boolean().optional(),
  IncludeSpace: z.boolean().optional(),
  RequireEachIncludedType: z.boolean().optional(),
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});
export type GenerateSecretString = z.infer<typeof generateSecretString>;

const lengthDefault = 32;

/** One random value by the rules; with a template, that JSON with the value under its key. */
export function generateSecret(
  rules: GenerateSecretString,
  pick: (bound: number) => number,
): string {
  const alphabets = alphabetsOf(rules);
  const all = alphabets.join('');
  if (all === '') throw new Error('a generated secret has no characters left to be made of');
  // One of each kind first, unless the rules say that it does not matter, then any, then shuffled.
  const required = rules.RequireEachIncludedType === false ? [] : alphabets;
  const length = rules.PasswordLength ?? lengthDefault;
  const characters = Array.from({ length }, (_, at) => {
    const from = required[at] ?? all;
    return from.charAt(pick(from.length));
  });
  const value = shuffled(characters, pick).join('');
  if (rules.GenerateStringKey === undefined) return value;
  const template = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(rules.SecretStringTemplate ?? '{}'));
  return JSON.stringify({ ...template, [rules.GenerateStringKey]: value });
}

function alphabetsOf(rules: GenerateSecretString): string[] {
  const excluded = rules.ExcludeCharacters ?? '';
  return [
    rules.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    rules.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    rules.ExcludeNumbers ? '' : '0123456789',
    rules.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    rules.IncludeSpace ? ' ' : '',
  ]
    .map((alphabet) => [...alphabet].filter((each) => !excluded.includes(each)).join(''))
    .filter((alphabet) => alphabet !== '');
}

function shuffled(characters: readonly string[], pick: (bound: number) => number): string[] {
  const mixed: string[] = [];
  for (const character of characters) mixed.splice(pick(mixed.length + 1), 0, character);
  return mixed;
}
