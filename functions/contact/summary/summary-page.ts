import { createHash } from 'node:crypto';
import { html, Markup } from '#shared/contracts/docs/markup.ts';
import type { Answer } from '#shared/contracts/operation.ts';
import { dateInWords } from '../../letters/letter-values.ts';
import type { ContactSummarySheet } from './contact-summary.ts';
import { type PrintSize, styleOf } from './summary-style.ts';

type Told = ContactSummarySheet['whatYouToldUs'];

const questions: readonly (readonly [keyof Told, string])[] = [
  ['whatIsHappening', 'What is happening'],
  ['urgentBecause', 'Why it is urgent'],
  ['selfHelpTried', 'What has been tried already'],
  ['whoElseHelps', 'Who else helps'],
];

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

/** The summary as a page to print and to keep, which fetches nothing and runs no script. */
export function summaryPage(
  sheet: ContactSummarySheet,
  size: PrintSize,
): NonNullable<Answer['html']> {
  const style = styleOf(size);
  const digest = createHash('sha256').update(style).digest('base64');
  return {
    source: page(sheet, style).source,
    contentSecurityPolicy:
      `default-src 'none'; style-src 'sha256-${digest}'; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  };
}

function page(sheet: ContactSummarySheet, style: string): Markup {
  const { council, reference, on, channel, whatYouToldUs } = sheet;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What you told us: ${council}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
<p>${council}</p>
<h1>What you told us</h1>
<p>You told us this ${channelInWords[channel]} on ${dayInWords(on)}.</p>${
    reference === null
      ? html``
      : html`\n<p>Your reference is <strong>${reference}</strong>. Tell us this when you call.</p>`
  }
${questions.map(([name, question]) => section(question, whatYouToldUs[name]))}${section(
  // Told by the person or by somebody for them: these words are true of both.
  'What matters most',
  whatYouToldUs.whatMatters,
)}${whatWeDo(sheet)}${whoToCall(sheet)}
<p>Tell us if anything here is wrong. Ask us for this in another format or language.</p>
</main>
</body>
</html>`;
}

function section(heading: string, words: string | undefined): Markup {
  if (words === undefined) return html``;
  return html`<h2>${heading}</h2>${words.split(/\n+/).map((line) => html`\n<p>${line}</p>`)}\n`;
}

function whatWeDo({ whatHappensNext, callsWeOwe, appointments }: ContactSummarySheet): Markup {
  const { where, next, meanwhile } = whatHappensNext;
  const steps = [
    ...next.map(({ words, by }) => html`\n<li>${words} ${until(by)}</li>`),
    ...callsWeOwe.map(({ by }) => html`\n<li>We call you. ${until(by)}</li>`),
    ...appointments.map(
      ({ kind, on, from, to, place }) =>
        html`\n<li>${kindInWords[kind]} on ${dayInWords(on)}, from ${from} to ${to}${whereOf(
          kind,
          place,
        )}.</li>`,
    ),
  ];
  return html`<h2>What we will do</h2>
<p>${where}</p>${steps.length === 0 ? html`` : html`\n<ul>${steps}\n</ul>`}
<h2>What you can do</h2>
<ul>${meanwhile.map((each) => html`\n<li>${each}</li>`)}
</ul>
`;
}

/** A home visit is where the person lives unless another place was said. */
function whereOf(
  kind: ContactSummarySheet['appointments'][number]['kind'],
  place: string | null,
): string {
  if (place !== null) return ` at ${place}`;
  return kind === 'home-visit' ? ' at your home' : '';
}

const dayInWords = (day: string) => dateInWords(day, 'en');

function until(by: string | null): string {
  return by === null ? '' : `We will do this by ${dayInWords(by)}.`;
}

function whoToCall({ whatHappensNext }: ContactSummarySheet): Markup {
  const { team, phone, openingHours, outOfHoursPhone } = whatHappensNext.whoToCall;
  return html`<h2>Who to call</h2>
<p>${team}: <strong>${phone}</strong></p>
<p>${openingHours}. At other times call <strong>${outOfHoursPhone}</strong>.</p>
<p>In danger, call <strong>999</strong>.</p>`;
}
