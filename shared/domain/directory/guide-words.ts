import * as z from 'zod';
import type { Guide } from './guide.ts';
import { chooseVariant, Form } from './variant.ts';

/** All that a guide says, in another format or language. Each text stands under the place where the
 * guide says it: `title`, `intro`, a question, `question/why`, `question/option`, an ending,
 * `ending/text`. */
export const GuideWords = Form.extend({
  words: z.record(z.string(), z.string().min(1).max(500)),
});
export type GuideWords = z.infer<typeof GuideWords>;

/** The words that stand in a guide itself are in ordinary print, in English. */
const own = { format: 'standard', language: 'en' } as const;

export function formsOfGuide({ variants }: Guide): readonly [Form, ...Form[]] {
  return [own, ...variants];
}

/** The guide in the form nearest to what is wanted. Its ways are the same in each. */
export function guideIn(
  guide: Guide,
  wanted: Form,
): { readonly guide: Guide; readonly form: Form; readonly isAsAsked: boolean } {
  const all: [GuideWords, ...GuideWords[]] = [{ ...own, words: wordsOf(guide) }, ...guide.variants];
  const { variant, isAsAsked } = chooseVariant(all, wanted);
  const { format, language, words } = variant;
  return { guide: saidIn(guide, words), form: { format, language }, isAsAsked };
}

function saidIn(guide: Guide, words: GuideWords['words']): Guide {
  const say = (at: string, otherwise: string) => words[at] ?? otherwise;
  return {
    ...guide,
    title: say('title', guide.title),
    intro: say('intro', guide.intro),
    questions: guide.questions.map((question) => ({
      ...question,
      text: say(question.id, question.text),
      ...(question.whyWeAsk && { whyWeAsk: say(`${question.id}/why`, question.whyWeAsk) }),
      options: question.options.map((option) => ({
        ...option,
        label: say(`${question.id}/${option.id}`, option.label),
      })),
    })),
    endings: guide.endings.map((ending) => ({
      ...ending,
      title: say(ending.id, ending.title),
      ...(ending.text && { text: say(`${ending.id}/text`, ending.text) }),
    })),
  };
}

/** What is wrong with the words of each form: half a translation would be read as the whole. */
export function wordFaults(guide: Guide): string[] {
  const places = Object.keys(wordsOf(guide));
  return guide.variants.flatMap(({ format, language, words }) => {
    const said = Object.keys(words);
    const lacking = places.filter((place) => !said.includes(place));
    const strange = said.filter((place) => !places.includes(place));
    return [
      ...lacking.map((place) => `${format} ${language} does not say ${place}`),
      ...strange.map((place) => `${format} ${language} says ${place}, which there is not`),
    ];
  });
}

function wordsOf({ title, intro, questions, endings }: Guide): GuideWords['words'] {
  const asked = questions.flatMap(({ id, text, whyWeAsk, options }) => [
    [id, text],
    ...(whyWeAsk ? [[`${id}/why`, whyWeAsk]] : []),
    ...options.map((option) => [`${id}/${option.id}`, option.label]),
  ]);
  const reached = endings.flatMap(({ id, title: heading, text }) => [
    [id, heading],
    ...(text ? [[`${id}/text`, text]] : []),
  ]);
  return Object.fromEntries([['title', title], ['intro', intro], ...asked, ...reached]);
}
