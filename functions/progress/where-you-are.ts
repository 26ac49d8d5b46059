import type { WhereYouAre } from '#shared/contracts/where-you-are.ts';
import type { Council } from '#shared/council/schema.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { ReceiptStatus } from '#shared/stores/front-door/receipt-store.ts';
import { frontDoor } from '../workflow/task-address.ts';

export interface ProgressReader {
  readonly today: CivilDate;
  readonly language: string;
  readonly council: Council;
}

/** Puts a status into the council's words. A contact whose case is not open yet is told what a case
 * at the front door is. */
export function whereYouAre(
  status: ReceiptStatus | 'received',
  reader: ProgressReader,
): WhereYouAre {
  const { council, language, today } = reader;
  const { english, translations } = council.progress;
  const translated = translations[language];
  const words = translated ?? english;
  const seen = status === 'received' ? receivedAt(council) : status;
  const { stage, nextSteps, dues, team, appointments, secondLooks } = seen;
  const { where, meanwhile } = words.stages[stage];
  return {
    language: translated ? language : 'en',
    where,
    next: [
      ...nextSteps.map((step) => {
        const by = dues[step] ?? null;
        return { words: words.steps[step], by, isLate: by !== null && by < today };
      }),
      ...secondLooks.map(({ about, by }) => {
        return { words: words.secondLooks[about], by, isLate: by < today };
      }),
    ],
    appointment: appointments.find(({ on }) => on >= today) ?? null,
    whoToCall: whoToCall(team, council),
    meanwhile,
  };
}

function receivedAt(council: Council): Omit<ReceiptStatus, 'asOf'> {
  return {
    stage: 'contact',
    nextSteps: ['triage-contact'],
    dues: {},
    team: frontDoor(council),
    appointments: [],
    secondLooks: [],
  };
}

/** The team that has the case; the council's own number where the team has none. */
function whoToCall(id: string, { teams, contacts, name }: Council): WhereYouAre['whoToCall'] {
  const team = teams.find((each) => each.id === id);
  return {
    team: team?.name ?? name,
    phone: team?.phone ?? contacts.adultSocialCarePhone,
    openingHours: contacts.openingHours,
    outOfHoursPhone: contacts.outOfHoursPhone,
  };
}
