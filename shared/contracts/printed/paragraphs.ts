import { html, type Markup } from './markup.ts';

/** What somebody wrote, each of its lines a paragraph. */
export function paragraphs(words: string): Markup[] {
  return words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`\n<p>${line}</p>`);
}

/** A list with a point for each sentence. */
export function pointsOf(sentences: readonly string[]): Markup {
  return html`<ul>${sentences.map((sentence) => html`\n<li>${sentence}</li>`)}
</ul>`;
}
