import type { Page } from '#shared/contracts/operation.ts';
import { longDate } from '#shared/contracts/printed/long-date.ts';
import { html, type Markup } from '#shared/contracts/printed/markup.ts';
import type { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { pointsOf } from '#shared/contracts/printed/paragraphs.ts';
import { writePage } from '#shared/contracts/printed/write-page.ts';
import type { ContactSummarySheet } from './contact-summary.ts';
import { toldOnPage } from './told-on-page.ts';

const channelInWords: Readonly<Record<ContactSummarySheet['channel'], string>> = {
  web: 'on our website',
  phone: 'on the phone',
  'face-to-face': 'face to face',
  email: 'by email',
  letter: 'by letter',
  referral: 'through somebody who told us about you',
};

const kindInWords: Readonly<Record<ContactSummarySheet['appointments'][number]['kind'], string>> = {
  phone: 'We call you',
  office: 'You come to our office',
  'home-visit': 'We come to see you',
  video: 'We meet by video',
};

/** The summary as a page to print and to keep. */
export function summaryPage(sheet: ContactSummarySheet, size: PrintSize): Page {
  const { council, reference, on, channel } = sheet;
  const content = html`<h1>What you told us</h1>
<p>You told us this ${channelInWords[channel]} on ${longDate(on)}.</p>${
    reference === null
      ? html``
      : html`\n<p>Your reference is <strong>${reference}</strong>. Tell us this when you call.</p>`
  }
${toldOnPage(sheet)}${whatWeDo(sheet)}${whoToCall(sheet)}
<p>Tell us if anything here is wrong. Ask us for this in another format or language.</p>`;
  return writePage({ title: 'What you told us', councilName: council, size, content });
}

function whatWeDo({ whatHappensNext, callsWeOwe, appointments }: ContactSummarySheet): Markup {
  const { where, next, meanwhile } = whatHappensNext;
  const steps = [
    ...next.map(({ words, by }) => html`\n<li>${words} ${until(by)}</li>`),
    ...callsWeOwe.map(({ by }) => html`\n<li>We call you. ${until(by)}</li>`),
    ...appointments.map(
      ({ kind, on, from, to, place }) =>
        html`\n<li>${kindInWords[kind]} on ${longDate(on)}, from ${from} to ${to}${
          place === null ? '' : ` at ${place}`
        }.</li>`,
    ),
  ];
  return html`<h2>What we will do</h2>
<p>${where}</p>${steps.length === 0 ? html`` : html`\n<ul>${steps}\n</ul>`}
<h2>What you can do</h2>
${pointsOf(meanwhile)}
`;
}

function until(by: string | null): string {
  return by === null ? '' : `We will do this by ${longDate(by)}.`;
}

function whoToCall({ whatHappensNext }: ContactSummarySheet): Markup {
  const { team, phone, openingHours, outOfHoursPhone } = whatHappensNext.whoToCall;
  return html`<h2>Who to call</h2>
<p>${team}: <strong>${phone}</strong></p>
<p>${openingHours}. At other times call <strong>${outOfHoursPhone}</strong>.</p>
<p>In danger, call <strong>999</strong>.</p>`;
}
