import { describe, expect, it } from 'vitest';
import {
  fillLetter,
  Letter,
  LetterId,
  letterPlaceholders,
} from '#shared/council/letters/letters.ts';
import { plainLetters } from '#shared/council/letters/plain-letters.ts';

const values = Object.fromEntries(letterPlaceholders.map((name) => [name, `<${name}>`]));

describe('A letter', () => {
  it.each(LetterId.options)('%s is filled to the last opening and says how to call', (id) => {
    const letter = fillLetter(plainLetters[id], values);
    expect(letter.subject + letter.body).not.toContain('((');
    expect(letter.body).toContain('<person name>');
    expect(letter.body).toContain('<phone>');
  });

  it('is never sent with a hole in it', () => {
    const { 'person name': name, ...missing } = values;
    expect(name).toBe('<person name>');
    expect(() => fillLetter(plainLetters.closed, missing)).toThrow(/\(\(person name\)\)/);
  });

  it('keeps what a person is called as it is written', () => {
    const letter = { subject: 'Hello', body: 'Dear ((person name))' };
    const named = fillLetter(letter, { 'person name': "D'Arcy $& ((phone))" });
    expect(named.body).toBe("Dear D'Arcy $& ((phone))");
  });

  it('cannot ask for what the service does not know', () => {
    const parsed = Letter.safeParse({ subject: 'Hello', body: 'Your ((shoe size))' });
    expect(parsed.error?.issues[0]?.message).toContain('((shoe size))');
  });

  it('that closes a case tells the person how to come back', () => {
    expect(plainLetters.closed.body).toContain('You can come back at any time');
  });
});
