import type { Page } from '#shared/contracts/operation.ts';
import { longDate, withLongDates } from '#shared/contracts/printed/long-date.ts';
import { html, type Markup } from '#shared/contracts/printed/markup.ts';
import type { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { paragraphs, pointsOf } from '#shared/contracts/printed/paragraphs.ts';
import { writePage } from '#shared/contracts/printed/write-page.ts';
import { formatPounds } from '#shared/domain/money/pence.ts';
import { budgetTables } from './budget-tables.ts';
import type { PlanSheet } from './plan-document.ts';

const title = 'Your support plan';

/** The plan as a page to read, to print and to keep. */
export function planPage(sheet: PlanSheet, size: PrintSize): Page {
  const { council, phone, person, reference, writtenOn, writtenBy, standing, version } = sheet;
  const content = html`<h1>${title}</h1>
${person === null ? html`` : html`<p>For <strong>${person}</strong></p>\n`}${
  reference === null ? html`` : html`<p>Your reference is <strong>${reference}</strong>.</p>\n`
}<div class="summary"><p>${standing}</p><p>Written on ${longDate(writtenOn)} by: ${writtenBy.join('; ')}.</p></div>
${disagreement(sheet)}${changes(sheet)}<h2>What you want</h2>
${pointsOf(sheet.outcomesWanted)}
${needs(sheet)}${lines(sheet)}${budgetTables(sheet)}${gaps(sheet)}${family(sheet)}${safety(sheet)}
<h2>What can help you stay well</h2>${paragraphs(sheet.preventionAdvice)}
<h2>If you think that something is wrong</h2>
${pointsOf(sheet.ifYouDisagree)}
<p>Questions, or this in another format or language: call ${phone}. It is free.</p>
<p class="basis">${sheet.rule}. Record ${version}.</p>`;
  return writePage({ title, councilName: council, size, content });
}

function disagreement({ disagreement: said, lines: planned }: PlanSheet): Markup {
  if (said === null) return html``;
  const ofLines = said.lines.map(({ lineId, reason }) => {
    const activity = planned.find(({ id }) => id === lineId)?.activity ?? lineId;
    return `${activity}: ${reason}`;
  });
  const points = [...(said.reason === '' ? [] : [said.reason]), ...ofLines];
  const heading = said.agreedOn === null ? 'What you do not agree with' : 'What you asked about';
  return html`<h2>${heading}</h2>
${pointsOf(points)}
${whatCameOfIt(said)}
`;
}

function whatCameOfIt({ agreedOn, stepsTaken }: NonNullable<PlanSheet['disagreement']>): Markup {
  if (agreedOn !== null) return html`<p>You agreed with the plan on ${longDate(agreedOn)}.</p>`;
  return stepsTaken.length === 0
    ? html`<p>We are working on agreeing it with you.</p>`
    : html`<p>What was done to agree it:</p>\n${pointsOf(stepsTaken)}`;
}

const changeWords = { added: 'New', removed: 'No longer', changed: 'Another than before' } as const;

function changes({ changes: since }: PlanSheet): Markup {
  if (since === null) return html``;
  const weekly = difference(since.weeklyPence, 'a week');
  const once = difference(since.oneOffPence, 'once');
  const points = since.lines.map(({ change, before, after }) => {
    const now = after ? `${after.activity}: ${after.howMuch}` : '';
    const was = before ? `${before.activity}: ${before.howMuch}` : '';
    const both = change === 'changed' ? `${now} (before: ${was})` : `${now}${was}`;
    return `${changeWords[change]}: ${both}`;
  });
  return html`<h2>What changed since the plan of ${longDate(since.since)}</h2>
${points.length === 0 ? html`<p>What is done and bought is the same.</p>` : pointsOf(points)}
${since.parts.length === 0 ? html`` : html`<p>It also says something else on: ${since.parts.join('; ')}.</p>`}
<p>${[weekly, once].filter((words) => words !== '').join(' ') || 'It costs the same.'}</p>
`;
}

function difference(pence: number, often: string): string {
  if (pence === 0) return '';
  const more = pence > 0 ? 'more' : 'less';
  return `It costs ${formatPounds(Math.abs(pence))} ${more} ${often}.`;
}

function needs({ needs: found }: PlanSheet): Markup {
  return html`<h2>What you need, and how it is met</h2>
<dl>${found.map(
    ({ need, isEligible, metBy, how }) => html`
<dt>${need}${isEligible ? html` <span class="basis">(an eligible need)</span>` : html``}</dt>
<dd><p><strong>${metBy}.</strong></p>${paragraphs(how)}</dd>`,
  )}
</dl>
`;
}

function lines({ lines: planned }: PlanSheet): Markup {
  if (planned.length === 0) return html``;
  return html`<h2>What is done for it</h2>
<dl>${planned.map(
    ({ outcome, activity, who, when, howMuch, pence, isOnce, paidBy }) => html`
<dt>${activity}</dt>
<dd><p>For: ${outcome}.</p><p>Who: ${who}. When: ${withLongDates(when)}.</p>
<p>${howMuch}: ${formatPounds(pence)} ${isOnce ? 'once' : 'a week'}. ${paidBy} pays.</p></dd>`,
  )}
</dl>
`;
}

function gaps({ notCovered }: PlanSheet): Markup {
  if (notCovered.length === 0) return html``;
  return html`<h2>What this plan does not pay for, and why</h2>
<dl>${notCovered.map(
    ({ outcome, reason }) => html`
<dt>${outcome}</dt>
<dd>${paragraphs(reason)}</dd>`,
  )}
</dl>
`;
}

function family({ informalSupport }: PlanSheet): Markup {
  if (informalSupport.length === 0) return html``;
  return html`<h2>What family and friends do</h2>
${pointsOf(informalSupport)}
`;
}

function safety({ risks, contingency, emergency }: PlanSheet): Markup {
  const dangers =
    risks.length === 0
      ? html``
      : html`<h2>What could go wrong</h2>
<dl>${risks.map(
          ({ risk, howManaged }) => html`
<dt>${risk}</dt>
<dd>${paragraphs(howManaged)}</dd>`,
        )}
</dl>
`;
  const cover =
    contingency === null
      ? html``
      : html`<h2>If somebody does not come</h2>
<p>${contingency.whoCovers}. Call <strong>${contingency.phone}</strong>.</p>
<p>We step in when: ${contingency.councilStepsInWhen}. This was tried on ${longDate(contingency.testedOn)}.</p>
`;
  return html`${dangers}${cover}<h2>In an emergency</h2>
${paragraphs(emergency.whatToDo)}
<p>Call <strong>${emergency.phone}</strong>.</p>`;
}
