/** Markup that may stand in a page as it is. Only `html` makes it, and that escapes everything
 * else. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Part = Markup | string | number | readonly Markup[];

/** A piece of a page, in which every value that is not markup itself is text. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const written = texts.map((text, place) => `${text}${write(parts[place] ?? '')}`);
  return new Markup(written.join(''));
}

/** Pieces with the same text between each two of them. */
export function joined(pieces: readonly Markup[], between: string): Markup[] {
  return pieces.flatMap((piece, place) => (place === 0 ? [piece] : [html`${between}`, piece]));
}

function write(part: Part): string {
  if (part instanceof Markup) return part.source;
  if (typeof part === 'object') return part.map(({ source }) => source).join('');
  return escapeText(`${part}`);
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
