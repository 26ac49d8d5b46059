import type { ChargeStatement } from '../../domain/charging/statement/charge-statement.ts';
import { secondLook } from '../../domain/charging/statement/statement-notes.ts';
import { formatPounds } from '../../domain/money/pence.ts';
import type { Page } from '../operation.ts';
import { longDate, withLongDates } from '../printed/long-date.ts';
import { html, type Markup } from '../printed/markup.ts';
import type { PrintSize } from '../printed/page-style.ts';
import { pointsOf } from '../printed/paragraphs.ts';
import { writePage } from '../printed/write-page.ts';

/** A charge statement as a page that is read, and printed on A4. */
export function writeStatementPage(
  statement: ChargeStatement,
  sender: {
    readonly councilName: string;
    readonly phone: string;
    readonly ifYouDisagree: readonly string[];
  },
  size: PrintSize = 'standard',
): Page {
  const { title, on, summary, sections, notes, rule, rateVersion } = statement;
  const { councilName, phone } = sender;
  const content = html`<h1>${title}</h1>
${whose(statement)}
<p>For ${longDate(on)}, under ${rule}, with the amounts ${rateVersion}.</p>
<div class="summary">${summary.map((sentence) => html`<p>${sentence}</p>`)}</div>${sections.map(sectionTable)}${weeksTable(statement)}
<h2>What you should know</h2>
${pointsOf(notes.filter((note) => note !== secondLook).map(withLongDates))}
<h2>If you think that this is wrong</h2>
${pointsOf(sender.ifYouDisagree)}
<p>Questions, or this in another format or language: call ${phone}. It is free.</p>`;
  return writePage({ title, councilName, size, content });
}

function whose({ assessed }: ChargeStatement): Markup {
  if (!assessed) return html``;
  const { personName, assessedByName, assessedOn, appliesFrom } = assessed;
  return html`<p>For ${personName}. Worked out by ${assessedByName} on ${longDate(assessedOn)}. It counts from ${longDate(appliesFrom)}.</p>`;
}

/** What was asked for and what was due, week by week: a person can hold it against their bills. */
function weeksTable({ difference }: ChargeStatement): Markup {
  if (!difference) return html``;
  const { from, until, weeks, chargedPence, duePence, differencePence, summary } = difference;
  return html`
<table class="sums">
<caption>What changes for ${longDate(from)} to ${longDate(until)}, week by week</caption>
<thead><tr><th scope="col">Week</th><th scope="col" class="sum">We asked</th><th scope="col" class="sum">Due</th><th scope="col" class="sum">Difference</th></tr></thead>
<tbody>${weeks.map(
    (week) => html`
<tr><th scope="row">${longDate(week.from)} to ${longDate(week.to)}</th><td class="sum" data-label="We asked">${formatPounds(week.chargedPence)}</td><td class="sum" data-label="Due">${formatPounds(week.duePence)}</td><td class="sum" data-label="Difference">${formatPounds(week.differencePence)}</td></tr>`,
  )}
</tbody>
<tfoot><tr><th scope="row" colspan="3">Together</th><td class="sum">${formatPounds(differencePence)}</td></tr></tfoot>
</table>
<p>We asked for ${formatPounds(chargedPence)} in all, and ${formatPounds(duePence)} was due. ${summary}</p>`;
}

function sectionTable({ title, rows, totalPence }: ChargeStatement['sections'][number]): Markup {
  return html`
<table class="sums">
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
