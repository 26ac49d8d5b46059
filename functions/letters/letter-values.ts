import * as z from 'zod';
import type { LetterPlaceholder } from '#shared/council/letters.ts';
import type { Council } from '#shared/council/schema.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Step } from '#shared/domain/journey/steps.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { formatPounds } from '#shared/domain/money/pence.ts';
import type { PersonDetails } from '#shared/domain/person/person-details.ts';
import type { RecordedEvent } from '#shared/stores/event.ts';
import { taskDue } from '../workflow/task-address.ts';

/** What an event's body may hold for a letter, whichever event it is. */
const Told = z.looseObject({
  advice: z.string().optional(),
  howToComeBack: z.string().optional(),
  reason: z.string().optional(),
  explanation: z.array(z.string()).optional(),
});

const stepInWords: Readonly<Record<Step, string>> = {
  'triage-contact': 'we look at your request',
  reablement: 'help to regain your independence',
  'assess-needs': 'we assess your needs with you',
  'decide-eligibility': 'we decide whether your needs are eligible',
  'assess-finances': 'we work out what you pay',
  'write-support-plan': 'we write your support plan with you',
  'authorise-plan': 'your plan is checked',
  'authorise-budget': 'your budget is checked',
  'arrange-support': 'your support is arranged',
  'start-support': 'your support starts',
  'carry-out-review': 'we look at your support together',
  'approve-payment-run': 'your payment is approved',
};

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export function dateInWords(date: CivilDate): string {
  return dateFormat.format(new Date(`${date}T00:00:00Z`));
}

/** Everything that a letter about this event may be filled with, in words for the person. */
export function letterValues(
  event: RecordedEvent<CaseState>,
  person: PersonDetails,
  council: Council,
): Record<LetterPlaceholder, string> {
  const state = event.after;
  const told = Told.parse(event.body);
  const step = openSteps(state.workflow)[0];
  const today = civilDateInLondon(event.at);
  const due = step ? taskDue(step, { today, isUrgent: state.isUrgent, council }) : today;
  const weeklyPence = weeklyAmount(event);
  const contributionPence = state.finances?.weeklyContributionPence ?? 0;
  return {
    'person name': person.preferredName ?? `${person.givenName} ${person.familyName}`,
    'council name': council.name,
    phone: council.contacts.adultSocialCarePhone,
    reference: state.receipt ?? event.aggregateId,
    'next step': step ? stepInWords[step] : 'nothing more for now',
    date: dateInWords(dateOf(event) ?? due),
    reason: told.explanation?.join('\n') ?? told.reason ?? '',
    advice: told.advice ?? told.howToComeBack ?? '',
    'weekly amount': formatPounds(weeklyPence),
    'four-weekly amount': formatPounds(weeklyPence * 4),
    contribution: formatPounds(contributionPence),
    'worker name': 'your worker',
    glossary: council.information.glossaryUrl,
  };
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
