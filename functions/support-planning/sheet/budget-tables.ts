import { longDate } from '#shared/contracts/printed/long-date.ts';
import { html, type Markup } from '#shared/contracts/printed/markup.ts';
import { formatPounds, type Pence } from '#shared/domain/money/pence.ts';
import type { PlanSheet } from './plan-document.ts';

/** The personal budget: what it comes to, who pays what share of it, and who holds which part (Care Act
 * 2014 s25(1)(e), s25(2), s26). */
export function budgetTables(sheet: PlanSheet): Markup {
  const { budget, parts, directPayments } = sheet;
  return html`<h2>Your personal budget</h2>
<p>It starts on ${longDate(budget.from)} at the earliest. ${share(budget)}</p>
<table class="sums">
<caption>Who holds it</caption>
<thead><tr><th scope="col">Part</th><th scope="col">A week</th><th scope="col">Four weeks</th><th scope="col">Once</th></tr></thead>
<tbody>${parts.map(
    (part) => html`
<tr><th scope="row">${part.holding}</th>${sums(part)}</tr>`,
  )}
<tr><th scope="row"><strong>Together</strong></th>${sums(budget)}</tr></tbody>
</table>
${directPayments.map(
  ({
    fourWeeklyPence,
  }) => html`<p>The direct payment pays <strong>${formatPounds(fourWeeklyPence)}</strong> every four weeks.</p>
`,
)}`;
}

function sums(cost: {
  readonly weeklyPence: Pence;
  readonly fourWeeklyPence: Pence;
  readonly oneOffPence: Pence;
}): Markup {
  return html`<td class="sum" data-label="A week">${formatPounds(cost.weeklyPence)}</td><td class="sum" data-label="Four weeks">${formatPounds(cost.fourWeeklyPence)}</td><td class="sum" data-label="Once">${formatPounds(cost.oneOffPence)}</td>`;
}

function share({ personWeeklyPence, councilWeeklyPence, ...budget }: PlanSheet['budget']): string {
  const yours = `You pay ${formatPounds(personWeeklyPence)} of it a week and we pay ${formatPounds(councilWeeklyPence)}.`;
  return budget.isContributionProvisional
    ? `${yours} Your share is not final: we tell you once your finances are assessed.`
    : yours;
}
