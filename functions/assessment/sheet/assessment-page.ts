import type { Page } from '#shared/contracts/operation.ts';
import { longDate, withLongDates } from '#shared/contracts/printed/long-date.ts';
import { html, type Markup } from '#shared/contracts/printed/markup.ts';
import type { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { paragraphs, pointsOf } from '#shared/contracts/printed/paragraphs.ts';
import { writePage } from '#shared/contracts/printed/write-page.ts';
import type { AssessmentSheet } from './read-assessment.ts';

const title = 'Your assessment';

/** The assessment as a page to read, to print and to keep. */
export function assessmentPage(sheet: AssessmentSheet, size: PrintSize): Page {
  const { council, phone, person, reference, assessedOn, assessedBy, rule, version } = sheet;
  const content = html`<h1>${title}</h1>
${person === null ? html`` : html`<p>For <strong>${person}</strong></p>\n`}${
  reference === null ? html`` : html`<p>Your reference is <strong>${reference}</strong>.</p>\n`
}<p>${assessedBy} assessed your needs on ${longDate(assessedOn)}, under the ${rule}.</p>
${confirmed(sheet)}${sheet.sections.map(section)}${differences(sheet)}
<h2>If you think that something is wrong</h2>
${pointsOf(sheet.ifYouDisagree)}
<p>Questions, or this in another format or language: call ${phone}. It is free.</p>
<p class="basis">Record ${version}.</p>`;
  return writePage({ title, councilName: council, size, content });
}

function confirmed({ confirmed: by }: AssessmentSheet): Markup {
  if (by === null) return html``;
  return html`<div class="summary"><p>You assessed your own needs.</p>
<p>${by.by} confirmed on ${longDate(by.on)} that it is right and complete.</p>${paragraphs(by.how)}</div>
`;
}

function section({ title: heading, lines }: AssessmentSheet['sections'][number]): Markup {
  return html`<h2>${heading}</h2>
<dl>${lines.map(
    ({ about, words, isByPerson }) => html`
<dt>${about}${isByPerson ? html` <span class="basis">(your own answer)</span>` : html``}</dt>
<dd>${words.flatMap((each) => paragraphs(withLongDates(each)))}</dd>`,
  )}
</dl>
`;
}

function differences({ differences: both }: AssessmentSheet): Markup {
  if (both.length === 0) return html``;
  return html`<table>
<caption>Where you see it otherwise</caption>
<thead><tr><th scope="col">Question</th><th scope="col">What you say</th><th scope="col">What we say</th></tr></thead>
<tbody>${both.map(
    ({ about, youSay, weSay }) => html`
<tr><th scope="row">${about}</th><td>${said(youSay)}</td><td>${said(weSay)}</td></tr>`,
  )}
</tbody>
</table>`;
}

function said(words: readonly string[]): string {
  return words.length === 0 ? 'Nothing' : withLongDates(words.join('; '));
}
