import { describe, expect, test } from 'vitest';
import {
  fillLetter,
  LetterId,
  letterPlaceholders,
  wordsIn,
} from '#shared/council/letters/letters.ts';
import { plainProgress } from '#shared/council/letters/progress-words.ts';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';

// Each opening is filled with what such a thing is in a letter, so that sentences have their length.
const values = {
  ...Object.fromEntries(letterPlaceholders.map((name) => [name, 'something'])),
  glossary: 'https://example.org/words',
  advice: 'Ring the lunch club.',
  reason: 'Your needs are eligible.',
  'other formats': 'We can send this in large print.',
};

// The decisions and what comes of them: each of these may be questioned.
const decisions: readonly string[] = [
  'advice-given',
  'equipment-prescribed',
  'determination',
  'indicative-budget',
  'plan-agreed',
  'plan-not-agreed',
  'contribution',
  'charge-provisional',
  'charge-full-cost',
  'charge-changed',
  'charge-new-year',
  'contribution-statement',
  'contribution-dispute-answered',
  'contribution-instalments',
  'budget-authorised',
  'direct-payment-agreed',
  'direct-payment-refused',
  'direct-payment-ended',
  'direct-payment-return-not-accepted',
  'direct-payment-reclaimed',
  'direct-payment-taken-off',
  'direct-payment-reclaim-late',
  'direct-payment-stopped',
  'closed',
];

const sentencesIn = (text: string) =>
  text.split(/(?<=[.?!:])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
const wordsOf = (sentence: string) => sentence.split(/\s+/).filter((word) => word !== '').length;

const everyLetter = councilIds.flatMap((id) =>
  LetterId.options.map((letter) => [id, letter] as const),
);

describe.each(everyLetter)('At %s the letter %s', (councilId, letterId) => {
  const council = councilNamed(councilId);
  const letter = council.letters[letterId];
  const { body } = fillLetter(letter, values);

  test('is written in short sentences', () => {
    const lengths = sentencesIn(body).map(wordsOf);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(25);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(mean).toBeLessThanOrEqual(15);
  });

  test('says how to get it in another format or language, and what its words mean', () => {
    expect(letter.body).toContain('((other formats)) ((languages))');
    expect(letter.body).toContain('((glossary))');
    expect(council.otherFormats).toMatch(/large print.*Easy Read.*(audio|tape).*Braille/i);
  });

  test('says what to do when one is not happy', () => {
    expect(body).toContain('You can also complain: call us on ');
    expect(body).toContain('Ombudsman: call 0300 061 0614');
    expect(body.includes('look at it again')).toBe(decisions.includes(letterId));
  });

  test('ends every sentence once, whatever comes next', () => {
    const { stages, steps } = council.progress.english;
    const nexts = [...Object.values(steps), ...Object.values(stages).map(({ where }) => where)];
    for (const next of nexts) {
      const filled = fillLetter(letter, { ...values, 'next step': next });
      for (const text of [filled.subject, filled.body, filled.text ?? '']) {
        expect(text).not.toMatch(/\.\.|[^\S\n]{2}|\(\(|[.?!:][.,]/);
      }
      expect(filled.body).not.toMatch(/[a-z] This will be by/);
    }
  });

  test('says nothing in the office’s own words', () => {
    expect(body).not.toMatch(/\b(s\d+|pursuant|herewith|aforementioned|RAS|FACS|commission)\b/);
  });
});

test.each(councilIds)(
  'At %s whoever made contact in any way is told whom to call when it cannot wait',
  (id) => {
    const letter = fillLetter(councilNamed(id).letters['contact-received'], {
      ...values,
      'out-of-hours phone': '01632 960 101',
    });
    expect(letter.body).toContain('When we are closed, call 01632 960 101.');
    expect(letter.body).toContain('call 999');
    expect(letter.subject + letter.body).not.toMatch(/called us|for calling/);
  },
);

test('what fits a text message is short enough for one', () => {
  for (const letterId of LetterId.options) {
    const { text } = fillLetter(councilNamed('example').letters[letterId], {
      ...values,
      'council name': 'Worcestershire County Council',
      date: '24 September 2026',
      phone: '01632 960 123',
    });
    expect((text ?? '').length).toBeLessThanOrEqual(160);
  }
});

test('a letter is in the person’s language where it has been translated, and else in English', () => {
  const english = councilNamed('example').letters.referred;
  const polish = { subject: 'Co dalej', body: 'Witaj ((person name))' };
  const both = { ...english, translations: { pl: polish } };
  expect(wordsIn(both, 'pl').subject).toBe('Co dalej');
  expect(wordsIn(both, 'cy').subject).toBe(english.subject);
});

test('where people stand is told in short sentences', () => {
  const said = [
    ...Object.values(plainProgress.stages).flatMap(({ where, meanwhile }) => [where, ...meanwhile]),
    ...Object.values(plainProgress.steps),
  ];
  for (const sentence of said.flatMap(sentencesIn))
    expect(wordsOf(sentence)).toBeLessThanOrEqual(18);
});
