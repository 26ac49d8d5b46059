import type { Page } from '#shared/contracts/operation.ts';
import { longDate } from '#shared/contracts/printed/long-date.ts';
import { html, type Markup } from '#shared/contracts/printed/markup.ts';
import type { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { paragraphs, pointsOf } from '#shared/contracts/printed/paragraphs.ts';
import { writePage } from '#shared/contracts/printed/write-page.ts';
import type { DeterminationSheet } from './determination-sheet.ts';

const title = 'Our decision about your eligible needs';

/** The determination as a page to read, to print and to keep. */
export function determinationPage(sheet: DeterminationSheet, size: PrintSize): Page {
  const { council, phone, person, reference, decidedOn, decidedBy, decision } = sheet;
  const content = html`<h1>${title}</h1>
${person === null ? html`` : html`<p>For <strong>${person}</strong></p>\n`}${
  reference === null ? html`` : html`<p>Your reference is <strong>${reference}</strong>.</p>\n`
}<div class="summary"><p>${decision}</p><p>Decided by ${decidedBy} on ${longDate(decidedOn)}.</p></div>
<h2>What happens now</h2>${sheet.whatFollows.sentences.flatMap((line) => paragraphs(line))}
<p class="basis">${sheet.whatFollows.rule}</p>
${advice(sheet)}${tests(sheet)}${findings(sheet)}
<h2>If you think that this is wrong</h2>
${pointsOf(sheet.ifYouDisagree)}
<p>Questions, or this in another format or language: call ${phone}. It is free.</p>
<p class="basis">Decided by the rules ${sheet.schemeVersion}. Record ${sheet.version}.</p>`;
  return writePage({ title, councilName: council, size, content });
}

function advice({ writtenAdvice, howToComeBack }: DeterminationSheet): Markup {
  const given =
    writtenAdvice === null
      ? html``
      : html`<h2>What can help you</h2>${paragraphs(writtenAdvice)}
<p class="basis">Care Act 2014 s13(5)</p>\n`;
  return howToComeBack === null
    ? given
    : html`${given}<h2>How to come back to us</h2>${paragraphs(howToComeBack)}\n`;
}

function tests({ tests: asked }: DeterminationSheet): Markup {
  return html`<h2>Why we decided this</h2>
<p>These are the questions that the rules ask. Your needs are eligible when the answer to each is yes.</p>
<ol>${asked.map(
    ({ held, line, evidence, rule }) => html`
<li><strong>${held ? 'Yes.' : 'No.'}</strong> ${line} ${evidence} <span class="basis">(${rule})</span></li>`,
  )}
</ol>
`;
}

function findings({ findings: found, notes }: DeterminationSheet): Markup {
  if (found.length === 0) return html``;
  return html`<table class="findings">
<caption>What we found, point by point</caption>
<thead><tr><th scope="col">What it is about</th><th scope="col">What we found</th><th scope="col">Rule</th></tr></thead>
<tbody>${found.map(
    ({ about, found: what, why, rule }) => html`
<tr><th scope="row">${about}</th><td><strong>${what}</strong> ${why}</td><td class="basis">${rule}</td></tr>`,
  )}
</tbody>
</table>
${notes.length === 0 ? html`` : pointsOf(notes)}`;
}
