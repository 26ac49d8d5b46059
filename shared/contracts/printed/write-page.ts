import { createHash } from 'node:crypto';
import { accept } from '../../domain/outcome.ts';
import type { Page, Reply } from '../operation.ts';
import { html, Markup } from './markup.ts';
import { type PrintSize, styleOf } from './page-style.ts';

interface PrintedPage {
  readonly title: string;
  readonly councilName: string;
  readonly size: PrintSize;
  /** All that stands under the council's name, the one heading of first rank included. */
  readonly content: Markup;
}

/** A page to read, to print on A4 and to keep: it loads its own style and nothing else, and runs no
 * script. */
export function writePage({ title, councilName, size, content }: PrintedPage): Page {
  const style = styleOf(size);
  const digest = createHash('sha256').update(style).digest('base64');
  const { source } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${councilName}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header><p>${councilName}</p></header>
<main>
${content}
</main>
</body>
</html>`;
  return {
    source,
    contentSecurityPolicy:
      `default-src 'none'; style-src 'sha256-${digest}'; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  };
}

type Headers = Readonly<Record<string, string | undefined>>;

/** Answers with a page where a browser asks for one, which names that before anything; else with
 * JSON. */
export function answerPageOrJson(body: unknown, headers: Headers, page: () => Page): Reply {
  const wantsPage = headers['accept']?.includes('text/html') ?? false;
  return accept({ status: 200, ...(wantsPage ? { html: page() } : { body }) });
}
