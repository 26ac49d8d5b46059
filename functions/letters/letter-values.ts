import * as z from 'zod';
import { withLongDates } from '#shared/contracts/printed/long-date.ts';
import type { LetterPlaceholder } from '#shared/council/letters/letters.ts';
import type { Council } from '#shared/council/schema.ts';
import { contributionTowards } from '#shared/domain/budget/contribution.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { stageOf } from '#shared/domain/case/stage.ts';
import { helpUnder18 } from '#shared/domain/contact/urgent/under-18.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { formatPounds, Pence, sumPence } from '#shared/domain/money/pence.ts';
import type { PersonDetails } from '#shared/domain/person/person-details.ts';
import { Questioned } from '#shared/domain/second-look/second-look.ts';
import { Signposted } from '#shared/domain/triage/signposting.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { promisedBy } from '../workflow/task-address.ts';

/** What an event's body may hold for a letter, whichever event it is. */
const Told = z.looseObject({
  advice: z.string().optional(),
  signposted: Signposted.optional(),
  howToComeBack: z.string().optional(),
  reason: z.string().optional(),
  explanation: z.array(z.string()).optional(),
  refusal: z
    .looseObject({
      reasons: z.string(),
      whatWouldChangeIt: z.string(),
      otherRoute: z.string().optional(),
      howToChallenge: z.string(),
    })
    .optional(),
  on: CivilDate.optional(),
  from: z.string().optional(),
  kind: z.string().optional(),
  place: z.string().optional(),
  howToJoin: z.string().optional(),
  /** Of a charge: what the person pays, and from when on. */
  charge: z.looseObject({ weeklyPence: Pence }).optional(),
  appliesFrom: CivilDate.optional(),
  /** Of an item that was prescribed. */
  name: z.string().optional(),
  quantity: z.int().optional(),
  reference: z.string().optional(),
  /** Of a second look: the decision, the day of the answer, and what has to be put right. */
  about: z.unknown().optional(),
  due: CivilDate.nullish(),
  toPutRight: z.string().optional(),
});
type Told = z.infer<typeof Told>;

export function dateInWords(date: CivilDate, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

interface Reading {
  readonly council: Council;
  readonly language: string;
}

/** Everything that a letter about this event may be filled with, in words for the person. */
export function letterValues(
  event: RecordedEvent<CaseState>,
  person: PersonDetails,
  { council, language }: Reading,
): Record<LetterPlaceholder, string> {
  const state = event.after;
  const told = Told.parse(event.body);
  const step = openSteps(state.workflow)[0];
  const { at } = event;
  const due = step
    ? promisedBy(step, { at, isUrgent: state.isUrgent, council })
    : civilDateInLondon(at);
  const weeklyPence = weeklyAmount(event);
  const { english, translations } = council.progress;
  const progress = translations[language] ?? english;
  return {
    'person name': person.preferredName ?? `${person.givenName} ${person.familyName}`,
    'council name': council.name,
    phone: council.contacts.adultSocialCarePhone,
    'out-of-hours phone': council.contacts.outOfHoursPhone,
    'opening hours': council.contacts.openingHours,
    'other formats': council.otherFormats,
    languages: council.languages.map(ownNameOf).join(', '),
    reference: state.receipt ?? event.aggregateId,
    'next step': step ? progress.steps[step] : progress.stages[stageOf(state)].where,
    date: dateInWords(told.on ?? told.appliesFrom ?? told.due ?? dateOf(event) ?? due, language),
    time: told.from ?? '',
    place: placeIn(told),
    equipment: equipmentIn(told),
    decision: decisionIn(told),
    'to put right': told.toPutRight ?? '',
    'under 18': under18In(state, council),
    reason: reasonIn(told),
    advice: adviceIn(told),
    'weekly amount': formatPounds(weeklyPence),
    'four-weekly amount': formatPounds(weeklyPence * 4),
    contribution: formatPounds(told.charge?.weeklyPence ?? contributionIn(state, council)),
    'worker name': 'your worker',
    'team name': teamName(state.team, council),
    glossary: council.information.glossaryUrl,
  };
}

/** What the person pays by the week towards the plan, never more than it costs. */
function contributionIn({ finances, plan }: CaseState, { charging }: Council): Pence {
  if (!plan) return finances?.weeklyContributionPence ?? 0;
  const costPence = sumPence(plan.parts.map((part) => part.chargeableWeeklyPence));
  return contributionTowards(costPence, finances, charging.provisionalWeeklyPence).weeklyPence;
}

/** The team that has the case now; the council itself where it has no such team any more. */
function teamName(id: string, { teams, name }: Council): string {
  return teams.find((team) => team.id === id)?.name ?? name;
}

/** Where the person is no adult yet: who helps them now, and what may be looked at before they are. */
function under18In({ isUnder18, kind }: CaseState, { contacts }: Council): string {
  if (!isUnder18) return '';
  const { say, call } = helpUnder18(kind, contacts);
  return [say, ...call.map(({ who, phone }) => `${who}: ${phone}`)].join('\n');
}

function equipmentIn({ name = '', quantity = 1, reference = '' }: Told): string {
  return `${quantity} x ${name}, prescription ${reference}`;
}

const decisionInWords: Readonly<Record<Questioned, string>> = {
  eligibility: 'your eligible needs',
  'indicative-budget': 'your indicative budget',
  charge: 'what you pay',
};

/** What was decided, as somebody asked to have it looked at again. */
function decisionIn({ about }: Told): string {
  const questioned = Questioned.safeParse(about);
  return questioned.success ? decisionInWords[questioned.data] : '';
}

/** Where an appointment is, as the person has to find it. */
function placeIn({ kind, place, howToJoin }: Told): string {
  if (kind === 'phone') return 'your phone, because we will call you';
  if (kind === 'video') return `on video (${howToJoin ?? 'we will tell you how'})`;
  // The letter's own sentence ends after it.
  return place?.replace(/[.\s]+$/, '') ?? 'your home';
}

/** A language by the name that its speakers know it by. */
function ownNameOf(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

function reasonIn({ explanation, refusal, reason }: Told): string {
  if (refusal) {
    const { reasons, whatWouldChangeIt, otherRoute = '', howToChallenge } = refusal;
    return [reasons, whatWouldChangeIt, otherRoute, howToChallenge].join('\n\n');
  }
  return explanation?.map(withLongDates).join('\n') ?? reason ?? '';
}

/** The advice, and the services that were suggested with it. */
function adviceIn({ advice, howToComeBack, signposted }: Told): string {
  const services = (signposted?.services ?? []).map(({ name, organisation, phone }) =>
    [`- ${name}, ${organisation}`, ...(phone === undefined ? [] : [phone])].join(': '),
  );
  return [advice ?? howToComeBack ?? '', ...services].join('\n');
}

function weeklyAmount({ type, after }: RecordedEvent<CaseState>): number {
  return type === 'indicative-budget-given'
    ? (after.allocation?.weeklyPence ?? 0)
    : (after.plan?.weeklyPence ?? 0);
}

/** The date that the letter is about, where it is not a step's due date. */
function dateOf({ type, after }: RecordedEvent<CaseState>): CivilDate | undefined {
  if (type === 'support-started') return after.live?.startedOn;
  return type === 'review-due' ? after.nextReview?.on : undefined;
}
