import { createHash } from 'node:crypto';
import type { ChargeStatement } from '../../domain/charging/charge-statement.ts';
import { formatPounds } from '../../domain/money/pence.ts';
import { html, Markup } from '../docs/markup.ts';
import { statementStyle } from './statement-style.ts';

/** A charge statement as a page that is read, and printed on A4: it loads its own style and
 * nothing else. */
export function writeStatementPage(
  statement: ChargeStatement,
  sender: { readonly councilName: string; readonly phone: string },
): { readonly source: string; readonly contentSecurityPolicy: string } {
  const digest = createHash('sha256').update(statementStyle).digest('base64');
  return {
    contentSecurityPolicy:
      `default-src 'none'; style-src 'sha256-${digest}'; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    source: page(statement, sender).source,
  };
}

function page(
  statement: ChargeStatement,
  { councilName, phone }: { readonly councilName: string; readonly phone: string },
): Markup {
  const { title, on, summary, sections, notes, rule, rateVersion } = statement;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${councilName}</title>
<style>${new Markup(statementStyle)}</style>
</head>
<body>
<header><p>${councilName}</p></header>
<main>
<h1>${title}</h1>
<p>For ${longDate(on)}, under ${rule}, with the amounts ${rateVersion}.</p>
<div class="summary">${summary.map((sentence) => html`<p>${sentence}</p>`)}</div>${sections.map(sectionTable)}
<h2>What you should know</h2>
<ul>${notes.map((note) => html`\n<li>${withLongDates(note)}</li>`)}
</ul>
<p>Questions, or this in another format or language: call ${phone}. It is free.</p>
</main>
</body>
</html>`;
}

function sectionTable({ title, rows, totalPence }: ChargeStatement['sections'][number]): Markup {
  return html`
<table>
<caption>${title}</caption>
<thead><tr><th scope="col">What</th><th scope="col">Rule and evidence</th><th scope="col" class="sum">Amount</th><th scope="col" class="sum">What counts</th></tr></thead>
<tbody>${rows.map(sectionRow)}
</tbody>
<tfoot><tr><th scope="row" colspan="3">Together</th><td class="sum">${formatPounds(totalPence)}</td></tr></tfoot>
</table>`;
}

function sectionRow(row: ChargeStatement['sections'][number]['rows'][number]): Markup {
  return html`
<tr><th scope="row">${withLongDates(row.label)}</th><td>${withLongDates(basisOf(row))}</td><td class="sum" data-label="Amount">${formatPounds(row.statedPence)}</td><td class="sum" data-label="What counts">${formatPounds(row.countedPence)}</td></tr>`;
}

function basisOf(row: ChargeStatement['sections'][number]['rows'][number]): string {
  const mark = row.isRateReadAtSource === false ? ' (not checked)' : '';
  return [
    row.law,
    ...(row.rateVersion === undefined ? [] : [`${row.rateVersion}${mark}`]),
    ...(row.evidence === undefined ? [] : [row.evidence]),
  ].join('; ');
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function withLongDates(text: string): string {
  return text.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, longDate);
}

/** A date as a letter has it: `6 April 2026`. */
function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}
