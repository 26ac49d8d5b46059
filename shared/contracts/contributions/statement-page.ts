import type { Council } from '../../council/schema.ts';
import type {
  ContributionStatement,
  StatementLine,
} from '../../domain/contribution-account/statement/statement.ts';
import { formatPounds } from '../../domain/money/pence.ts';
import type { Page } from '../operation.ts';
import { ifYouDisagree } from '../printed/if-you-disagree.ts';
import { longDate, withLongDates } from '../printed/long-date.ts';
import { html, type Markup } from '../printed/markup.ts';
import type { PrintSize } from '../printed/page-style.ts';
import { pointsOf } from '../printed/paragraphs.ts';
import { writePage } from '../printed/write-page.ts';

interface Sender {
  /** By which the council finds the account: no name is printed. */
  readonly caseId: string;
  readonly council: Pick<Council, 'name' | 'contacts' | 'billing' | 'secondLookWithin'>;
}

/** A contribution statement as a page that is read, and printed on A4. */
export function writeContributionPage(
  statement: ContributionStatement,
  { caseId, council }: Sender,
  size: PrintSize = 'standard',
): Page {
  const { from, to, issuedOn, explanation, rule } = statement;
  const phone = council.contacts.adultSocialCarePhone;
  const title = statement.isFinal ? 'Your last statement' : 'Your statement';
  const content = html`<h1>${title}: what you pay for your care</h1>
<p>For ${longDate(from)} to ${longDate(to)}. Made on ${longDate(issuedOn)}, under ${rule}. Your reference: ${caseId}.</p>
${linesTable(statement)}
<h2>How we worked it out</h2>
${pointsOf(explanation.map(withLongDates))}
<h2>How to pay</h2>
<p>${council.billing.howToPay}</p>
<p>You cannot pay? Call us on ${phone}: we agree on small steps with you. Your support goes on.</p>
<h2>If something is not right</h2>
<p>Tell us which visit or which sum. You need not pay what we are looking into.</p>
${pointsOf(ifYouDisagree(phone, council.secondLookWithin))}
<p>Questions, or this in another format or language: call ${phone}. It is free.</p>`;
  return writePage({ title, councilName: council.name, size, content });
}

const partTitles: Readonly<Record<StatementLine['holding'], string>> = {
  'direct-payment': 'Your direct payment',
  'council-managed': 'Care that we arrange',
  'third-party': 'Budget that an organisation holds for you',
};

function linesTable({ lines, totalPence, ...statement }: ContributionStatement): Markup {
  const { broughtForwardPence, receivedPence, balancePence, dueOn } = statement;
  const toPay = balancePence > 0 ? `To pay by ${longDate(dueOn)}` : 'Where your account stands';
  return html`
<table class="sums">
<caption>What is billed</caption>
<thead><tr><th scope="col">For</th><th scope="col">Days</th><th scope="col" class="sum">Contribution</th><th scope="col" class="sum">Cost of care</th><th scope="col" class="sum">Billed now</th></tr></thead>
<tbody>${lines.map(lineRow)}
</tbody>
<tfoot>
<tr><th scope="row" colspan="4">Together</th><td class="sum">${formatPounds(totalPence)}</td></tr>
<tr><th scope="row" colspan="4">From before</th><td class="sum">${formatPounds(broughtForwardPence)}</td></tr>
<tr><th scope="row" colspan="4">Paid or taken off since</th><td class="sum">${formatPounds(-receivedPence)}</td></tr>
<tr><th scope="row" colspan="4">${toPay}</th><td class="sum">${formatPounds(balancePence)}</td></tr>
</tfoot>
</table>`;
}

function lineRow({ from, to, holding, days, contributionPence, costPence, pence }: StatementLine) {
  const cost = costPence === null ? 'Not known yet' : formatPounds(costPence);
  return html`
<tr><th scope="row">${partTitles[holding]}, ${longDate(from)} to ${longDate(to)}</th><td data-label="Days">${days}</td><td class="sum" data-label="Contribution">${formatPounds(contributionPence)}</td><td class="sum" data-label="Cost of care">${cost}</td><td class="sum" data-label="Billed now">${formatPounds(pence)}</td></tr>`;
}
