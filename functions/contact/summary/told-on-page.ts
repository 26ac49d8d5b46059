import { longDate } from '#shared/contracts/printed/long-date.ts';
import { html, type Markup } from '#shared/contracts/printed/markup.ts';
import { paragraphs, pointsOf } from '#shared/contracts/printed/paragraphs.ts';
import {
  type AccessNeeds,
  communicationProfessionalLabels,
  communicationSupportLabels,
  contactMethodLabels,
  informationFormatLabels,
} from '#shared/domain/codes/accessible-information.ts';
import { authorities } from '#shared/domain/contact/questions/about-help.ts';
import { glances } from '#shared/domain/contact/questions/about-needs.ts';
import { howSoon, toWhom } from '#shared/domain/contact/questions/about-what.ts';
import { isEnglish } from '#shared/domain/person/facts/access-needs.ts';
import type { ContactSummarySheet } from './contact-summary.ts';

type Told = ContactSummarySheet['whatYouToldUs'];

/** What was told, each part under a heading that is true of whoever told it; what was not spoken of
 * takes no room. */
export function toldOnPage({ whoItIsAbout, whatYouToldUs }: ContactSummarySheet): Markup[] {
  const told = whatYouToldUs;
  return [
    list('Who this is about', whoLines(whoItIsAbout)),
    words('What is happening', told.whatIsHappening),
    words('Why it is urgent', told.urgentBecause),
    words('What has been tried already', told.selfHelpTried),
    words('What matters most', told.whatMatters),
    list(
      'Help with everyday life',
      told.needs.map(({ inWords, glance }) => `${inWords}: ${glances[glance]}`),
    ),
    list(
      'What may go wrong',
      told.risks.map((risk) => `${risk.what}. ${howSoon[risk.howSoon]}. ${toWhom[risk.toWhom]}.`),
    ),
    list('Who helps', told.carers.map(carerLine)),
    words('Who else helps', told.whoElseHelps),
    list(
      'Whom the carer cares for',
      told.caredFor.map(({ name }) => name ?? 'Somebody whom we know already'),
    ),
    list('Who speaks for the person', told.representatives.map(representativeLine)),
    list('What we may share', told.sharing.map(sharingLine)),
    list('How we understand each other', accessLines(told)),
    list('How to get in touch safely', safeLines(told)),
  ];
}

function words(heading: string, text: string | undefined): Markup {
  return text === undefined ? html`` : html`<h2>${heading}</h2>${paragraphs(text)}\n`;
}

function list(heading: string, lines: readonly string[]): Markup {
  return lines.length === 0 ? html`` : html`<h2>${heading}</h2>\n${pointsOf(lines)}\n`;
}

function whoLines(who: ContactSummarySheet['whoItIsAbout']): string[] {
  const { givenName, familyName, preferredName, description, dateOfBirth, address, postcode } = who;
  const name = [givenName, familyName].filter((part) => part !== undefined).join(' ');
  const home = [...(address ?? []), ...(postcode === undefined ? [] : [postcode])].join(', ');
  return [
    ...(name === '' ? [] : [`Name: ${name}`]),
    ...(preferredName === undefined ? [] : [`Likes to be called: ${preferredName}`]),
    ...(description === undefined ? [] : [description]),
    ...(dateOfBirth === undefined ? [] : [`Born on ${longDate(dateOfBirth)}`]),
    ...(home === '' ? [] : [`Address: ${home}`]),
  ];
}

function carerLine({ name, relationship, helpsWith }: Told['carers'][number]): string {
  return `${named(name, relationship)}: ${helpsWith}`;
}

function representativeLine(told: Told['representatives'][number]): string {
  return `${named(told.name, told.relationship)}: ${authorities[told.authority]}`;
}

function named(name: string, relationship: string | undefined): string {
  return relationship === undefined ? name : `${name} (${relationship})`;
}

function sharingLine({ with: group, who, purpose, agrees }: Told['sharing'][number]): string {
  const whom = who ?? groups[group];
  const what = purpose === undefined ? whom : `${whom}, for this: ${purpose}`;
  return agrees ? `Yes, with ${what}` : `No, not with ${what}`;
}

const groups: Readonly<Record<Told['sharing'][number]['with'], string>> = {
  gp: 'the GP',
  hospital: 'the hospital',
  provider: 'care providers',
  family: 'family',
  friend: 'a friend',
  housing: 'housing',
  'voluntary-organisation': 'voluntary organisations',
  'other-council': 'another council',
  police: 'the police',
  other: 'others',
};

function accessLines({ accessNeeds, language, needsInterpreter }: Told): string[] {
  const spoken = isEnglish(language) ? [] : [`Language: ${language}`];
  const interpreted = needsInterpreter ? ['Needs an interpreter'] : [];
  return [...spoken, ...interpreted, ...(accessNeeds ? needLines(accessNeeds) : [])];
}

function needLines(needs: AccessNeeds): string[] {
  return [
    ...needs.contactMethods.map((each) => contactMethodLabels[each]),
    ...needs.informationFormats.map((each) => informationFormatLabels[each]),
    ...needs.professionals.map((each) => communicationProfessionalLabels[each]),
    ...needs.support.map((each) => communicationSupportLabels[each]),
    ...(needs.inWords === undefined ? [] : [needs.inWords]),
  ];
}

function safeLines({ safeContact }: Told): string[] {
  if (!safeContact) return [];
  const { mayCall, mayText, mayLeaveMessage, mayWrite, phone, when } = safeContact;
  const may = (what: string, isSafe: boolean) => `${what}: ${isSafe ? 'yes' : 'no'}`;
  return [
    may('We may call', mayCall),
    may('We may send a text message', mayText),
    may('We may leave a message', mayLeaveMessage),
    may('We may write', mayWrite),
    ...(phone === undefined ? [] : [`Number: ${phone}`]),
    ...(when === undefined ? [] : [`When it is safe: ${when}`]),
  ];
}
