import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import { civilDateInLondon } from '../calendar/london-time.ts';
import type { CaseSummary } from '../case/case-summary.ts';
import { RecordId } from '../identity/record-id.ts';
import type { PersonFacts } from '../person/facts/person-facts.ts';

/** What somebody who picks up the phone must know before the first word, the gravest first. */
export const AlertKind = z
  .enum([
    'died',
    'concern-open',
    'child-to-refer',
    'urgent',
    'do-not-call',
    'needs-not-met',
    'call-back-late',
    'interpreter-not-booked',
  ])
  .meta({ id: 'AlertKind' });

export const Alert = z
  .strictObject({
    kind: AlertKind,
    /** The case that raises it; absent where the person's own record does. */
    caseId: RecordId.optional(),
    /** The day that it is about. */
    on: z.iso.date().optional(),
  })
  .meta({ id: 'Alert' });
export type Alert = z.infer<typeof Alert>;

export interface ShownCase {
  readonly caseId: string;
  readonly summary: CaseSummary;
}

/** The alerts of a person: from their record, and from their cases, the newest first. */
export function alertsOf(
  { death, accessNeeds, safeContact }: Pick<PersonFacts, 'death' | 'accessNeeds' | 'safeContact'>,
  cases: readonly ShownCase[],
  today: CivilDate,
): Alert[] {
  const own: Alert[] = [
    ...(death?.status === 'stands' ? [{ kind: 'died' as const, on: death.diedOn }] : []),
    ...(accessNeeds?.met?.areMet === false ? [{ kind: 'needs-not-met' as const }] : []),
    ...doNotCall(safeContact, cases),
  ];
  const ofCases = cases.flatMap(({ caseId, summary }) =>
    alertsOfCase(summary, today).map((alert) => ({ ...alert, caseId })),
  );
  const rank = ({ kind }: Alert) => AlertKind.options.indexOf(kind);
  return [...own, ...ofCases].sort((a, b) => rank(a) - rank(b));
}

/** What was said last about calling is what counts: danger at home comes and goes. */
function doNotCall(onRecord: PersonFacts['safeContact'], cases: readonly ShownCase[]): Alert[] {
  const said = cases.find(({ summary }) => summary.contact && summary.contact.mayCall !== null);
  const contact = said?.summary.contact;
  if (said && contact?.mayCall === false && (!onRecord || contact.on >= dayOf(onRecord))) {
    return [{ kind: 'do-not-call', caseId: said.caseId }];
  }
  return onRecord?.mayCall === false ? [{ kind: 'do-not-call' }] : [];
}

function dayOf({ toldAt }: { readonly toldAt: string }): CivilDate {
  return civilDateInLondon(toldAt);
}

function alertsOfCase(summary: CaseSummary, today: CivilDate): Alert[] {
  // A call and a visit are owed on a closed case too; what the case itself raises ends with it.
  const owed: Alert[] = [
    ...summary.callBacks
      .filter(({ by }) => by < today)
      .map(({ by }) => ({ kind: 'call-back-late' as const, on: by })),
    ...summary.appointments
      .filter(({ interpreter }) => interpreter === 'needed' || interpreter === 'not-available')
      .map(({ on }) => ({ kind: 'interpreter-not-booked' as const, on })),
  ];
  // An enquiry goes on whatever becomes of the case (Care Act 2014 s42).
  const concern: Alert[] = summary.isConcernOpen ? [{ kind: 'concern-open' }] : [];
  if (!summary.isOpen) return [...concern, ...owed];
  return [
    ...concern,
    ...(summary.isChildToRefer ? [{ kind: 'child-to-refer' as const }] : []),
    ...(summary.isUrgent ? [{ kind: 'urgent' as const }] : []),
    ...owed,
  ];
}
