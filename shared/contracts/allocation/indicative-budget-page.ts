import * as z from 'zod';
import { IndicativeBudgetStatement } from '../../domain/allocation/state-indication.ts';
import { formatPounds } from '../../domain/money/pence.ts';
import type { Page } from '../operation.ts';
import { longDate } from '../printed/long-date.ts';
import { html, type Markup } from '../printed/markup.ts';
import type { PrintSize } from '../printed/page-style.ts';
import { pointsOf } from '../printed/paragraphs.ts';
import { writePage } from '../printed/write-page.ts';

type Budget = IndicativeBudgetStatement['budget'];

/** An indicative budget as a document: what it comes to, whose it is, and how to question it. */
export const IndicativeBudgetSheet = IndicativeBudgetStatement.extend({
  person: z.string().nullable(),
  reference: z.string().nullable(),
  ifYouDisagree: z.array(z.string()),
}).meta({ id: 'IndicativeBudgetSheet' });
export type IndicativeBudgetSheet = z.infer<typeof IndicativeBudgetSheet>;

/** An indicative budget as a page that is read, and printed on A4. */
export function writeIndicativeBudgetPage(
  sheet: IndicativeBudgetSheet,
  sender: { readonly councilName: string; readonly phone: string },
  size: PrintSize = 'standard',
): Page {
  const { title, on, summary, budget, carer, secondOpinion, notes, rule } = sheet;
  const { person, reference } = sheet;
  const { councilName, phone } = sender;
  const content = html`<h1>${title}</h1>
${person === null ? html`` : html`<p>For <strong>${person}</strong></p>\n`}${
  reference === null ? html`` : html`<p>Your reference is <strong>${reference}</strong>.</p>\n`
}<p>Worked out on ${longDate(on)}.</p>
<div class="summary">${summary.map((sentence) => html`<p>${sentence}</p>`)}</div>
${pointsTable(budget)}
${moneyTable(budget)}${carer === null ? html`` : carersPart(carer)}${
  secondOpinion === null
    ? html``
    : html`
<h2>A second opinion</h2>
<p>${secondOpinion.words} It decides nothing: where the two are far apart, we look again.</p>`
}
<h2>What you should know</h2>
${pointsOf(notes)}
<h2>If you think that this is wrong</h2>
${pointsOf(sheet.ifYouDisagree)}
<p>Questions, or this in another format or language: call ${phone}. It is free.</p>
<p class="basis">Rests on: ${rule}. ${versionsOf(budget)}</p>`;
  return writePage({ title, councilName, size, content });
}

function carersPart(carer: NonNullable<IndicativeBudgetStatement['carer']>): Markup {
  return html`
<h2>Your carer's own budget</h2>
<p>What supporting your carer might cost is worked out apart from this: ${formatPounds(carer.indicativeWeeklyPence)} a week.</p>
<p class="basis">${versionsOf(carer)}</p>`;
}

function pointsTable(budget: Budget): Markup {
  const { domains, points, adjustmentHundredths, remainingHundredths, grossWeeklyPence } = budget;
  return html`<table class="sums">
<caption>How your needs were counted</caption>
<thead><tr><th scope="col">Part of life</th><th scope="col" class="sum">Points</th><th scope="col" class="sum">Taken off</th><th scope="col" class="sum">Counts</th><th scope="col" class="sum">A week</th></tr></thead>
<tbody>${domains.map(domainRow)}
<tr><th scope="row"><strong>Together</strong></th>${sumCells([points * 100, adjustmentHundredths, remainingHundredths], grossWeeklyPence)}</tr>
</tbody>
</table>`;
}

function domainRow(domain: Budget['domains'][number]): Markup {
  const { name, note, points, adjustmentHundredths, remainingHundredths, weeklyPence } = domain;
  const told = note === undefined ? html`` : html`<br><span class="basis">${note}</span>`;
  return html`
<tr><th scope="row">${name}${told}</th>${sumCells([points * 100, adjustmentHundredths, remainingHundredths], weeklyPence)}</tr>`;
}

const labels = ['Points', 'Taken off', 'Counts'] as const;

function sumCells(hundredths: readonly number[], weeklyPence: number): Markup {
  const cells = labels.map(
    (label, place) =>
      html`<td class="sum" data-label="${label}">${(hundredths[place] ?? 0) / 100}</td>`,
  );
  return html`${cells}<td class="sum" data-label="A week">${formatPounds(weeklyPence)}</td>`;
}

function moneyTable(budget: Budget): Markup {
  const { grossWeeklyPence, contingencyWeeklyPence, indicativeWeeklyPence } = budget;
  const { contributionWeeklyPence, netWeeklyPence } = budget;
  const rows: readonly (readonly [string, string])[] = [
    ['What the points come to', formatPounds(grossWeeklyPence)],
    ['Held back for what cannot be foreseen', formatPounds(contingencyWeeklyPence)],
    ['The indicative budget', formatPounds(indicativeWeeklyPence)],
    [
      'What you pay',
      contributionWeeklyPence === null ? 'Not known yet' : formatPounds(contributionWeeklyPence),
    ],
    [
      'What the council pays',
      contributionWeeklyPence === null ? 'Not known yet' : formatPounds(netWeeklyPence),
    ],
  ];
  return html`<table class="sums">
<caption>What this comes to by the week</caption>
<thead><tr><th scope="col">What</th><th scope="col" class="sum">A week</th></tr></thead>
<tbody>${rows.map(
    ([what, sum]) => html`
<tr><th scope="row">${what}</th><td class="sum" data-label="A week">${sum}</td></tr>`,
  )}
</tbody>
</table>`;
}

function versionsOf({
  questionnaireVersion,
  tableVersion,
}: Pick<Budget, 'questionnaireVersion' | 'tableVersion'>): string {
  return `Questions ${questionnaireVersion}, table ${tableVersion}.`;
}
