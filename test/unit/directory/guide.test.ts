import { describe, expect, test } from 'vitest';
import { Guide, guideFaults, nextStep } from '#shared/domain/directory/guide.ts';
import { guideIn } from '#shared/domain/directory/guide-words.ts';

const option = (id: string, leadsTo: string) => ({ id, label: id, leadsTo });
const guide = Guide.parse({
  id: 'g',
  title: 'G',
  checked: { on: '2026-10-01', by: 'information@example.org', until: '2027-09-30' },
  intro: 'I',
  questions: [
    { id: 'who', text: 'Who?', options: [option('me', 'what'), option('other', 'talk')] },
    { id: 'what', text: 'What?', options: [option('food', 'meals'), option('more', 'talk')] },
  ],
  endings: [
    { id: 'talk', title: 'Talk' },
    { id: 'meals', title: 'Meals' },
  ],
});

describe('Guided questions', () => {
  test.each([
    [{}, 'who'],
    [{ who: 'me' }, 'what'],
    [{ who: 'me', what: 'food' }, 'meals'],
    [{ who: 'other' }, 'talk'],
  ])('after %j lead to %s', (answers, id) => {
    const step = nextStep(guide, answers);
    expect(step).toMatchObject({ accepted: true, value: { [kindOf(id)]: { id } } });
  });

  test.each([
    [{ who: 'nobody' }, 'answer-unknown', '/answers/who'],
    [{ what: 'food' }, 'invalid-input', '/answers/what'],
    [{ who: 'other', what: 'food' }, 'invalid-input', '/answers/what'],
    [{ who: 'me', what: 'food', where: 'here' }, 'invalid-input', '/answers/where'],
  ])('refuse %j as %s', (answers, kind, pointer) => {
    expect(nextStep(guide, answers)).toMatchObject({ accepted: false, refusal: { kind, pointer } });
  });

  test.each([
    ['nowhere', 'gone', ['nothing is called gone', 'nothing leads to meals']],
    ['back', 'who', ['nothing leads to meals', 'a later question leads back to who']],
    ['past an ending', 'talk', ['nothing leads to meals']],
    ['where they should', 'meals', []],
  ])('that lead %s have these faults', (_where, leadsTo, faults) => {
    const [who, what] = guide.questions;
    if (!who || !what) throw new Error('there are two questions');
    const changed = { ...what, options: [option('food', leadsTo), option('more', 'talk')] };
    expect(guideFaults({ ...guide, questions: [who, changed] })).toEqual(faults);
  });
});

describe('A guide in another format', () => {
  const words = {
    title: 'Help',
    intro: 'We ask you two things.',
    who: 'Who needs help?',
    'who/me': 'Me',
    'who/other': 'Somebody else',
    what: 'With what?',
    'what/food': 'Food',
    'what/more': 'Other things',
    talk: 'Call us',
    meals: 'Food at home',
  };
  const easy = { format: 'easy-read', language: 'en' } as const;
  const both = { ...guide, variants: [{ ...easy, words }] };

  test('says all of it in that format, and leads the same ways', () => {
    const { guide: read, form, isAsAsked } = guideIn(both, easy);
    expect([form, isAsAsked]).toEqual([easy, true]);
    expect(nextStep(read, {})).toMatchObject({
      value: {
        question: {
          text: 'Who needs help?',
          options: [
            { id: 'me', label: 'Me', leadsTo: 'what' },
            { id: 'other', label: 'Somebody else', leadsTo: 'talk' },
          ],
        },
      },
    });
    expect(nextStep(read, { who: 'other' })).toMatchObject({
      value: { ending: { title: 'Call us' } },
    });
  });

  test('is the nearest that there is, and says that it is not the one asked for', () => {
    expect(guideIn(both, { format: 'braille', language: 'en' })).toMatchObject({
      guide: { title: 'G' },
      form: { format: 'standard', language: 'en' },
      isAsAsked: false,
    });
  });

  test('is never half of it, nor more', () => {
    const { who: _who, ...half } = words;
    const variants = [{ ...easy, words: { ...half, why: 'Because' } }];
    expect(guideFaults({ ...guide, variants })).toEqual([
      'easy-read en does not say who',
      'easy-read en says why, which there is not',
    ]);
    expect(guideFaults(both)).toEqual([]);
  });
});

function kindOf(id: string): string {
  return id.startsWith('wh') ? 'question' : 'ending';
}
