import { describe, expect, test } from 'vitest';
import { Guide, guideFaults, nextStep } from '#shared/domain/directory/guide.ts';

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

function kindOf(id: string): string {
  return id.startsWith('wh') ? 'question' : 'ending';
}
