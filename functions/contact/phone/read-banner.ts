import * as z from 'zod';
import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonParams } from '#shared/contracts/person-answer.ts';
import { OpenAppointment } from '#shared/domain/appointment/open-appointment.ts';
import { Alert, alertsOf, type ShownCase } from '#shared/domain/banner/alerts.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { OpenCallBack } from '#shared/domain/call-back/open-call-back.ts';
import { CaseSummary, ContactSummary } from '#shared/domain/case/case-summary.ts';
import { SafeContactOnRecord } from '#shared/domain/contact/reaching/how-to-reach.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { AccessNeedsOnRecord } from '#shared/domain/person/facts/access-needs.ts';
import { WarningInForce, warningsFor } from '#shared/domain/person/facts/warning.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import { ReceiptStatus, readAllShown } from '#shared/stores/front-door/receipt-store.ts';
import { caseRowsOfPerson } from '#shared/stores/people/person-store.ts';
import type { Ports } from '../../ports.ts';

const OpenCaseShown = CaseSummary.pick({
  kind: true,
  team: true,
  worker: true,
  priority: true,
}).extend({
  caseId: Id,
  /** Absent for the moment that it takes to show a new case. */
  progress: ReceiptStatus.pick({ stage: true, nextSteps: true, dues: true }).optional(),
});

const Banner = z
  .strictObject({
    personId: Id,
    name: z.string(),
    dateOfBirth: CivilDate.optional(),
    /** The gravest first. */
    alerts: z.array(Alert),
    /** Those in force that your role may read. */
    warnings: z.array(WarningInForce.extend({ isOverdue: z.boolean() })),
    accessNeeds: AccessNeedsOnRecord.nullable(),
    /** How it is safe to reach them, as it was told last. */
    safeContact: SafeContactOnRecord.nullable(),
    openCases: z.array(OpenCaseShown),
    lastContacts: z.array(ContactSummary.omit({ mayCall: true }).extend({ caseId: Id })),
    callBacks: z.array(OpenCallBack.omit({ event: true }).extend({ caseId: Id })),
    appointments: z.array(OpenAppointment.omit({ event: true }).extend({ caseId: Id })),
  })
  .meta({ id: 'Banner' });

const casesShown = 25;
const contactsShown = 3;
const appointmentsShown = 5;

export const readBanner = staffOperation({
  id: 'read-banner',
  method: 'GET',
  path: '/people/{personId}/banner',
  tag: 'Contact',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager', 'safeguarding-lead'],
  summary: 'What to know of a person before the first word: alerts, cases, contacts and promises',
  params: PersonParams,
  query: NoQuery,
  answer: Banner,
  async handle({ params, caller }, ports: Pick<Ports, 'people' | 'table' | 'system'>) {
    const { personId } = params;
    const person = await ports.people.last(personId);
    if (!person) return refuse('not-found', 'There is no such person.');
    const rows = await caseRowsOfPerson(ports.table, personId);
    const cases = rows.flatMap(({ caseId, summary }) => (summary ? [{ caseId, summary }] : []));
    const receipts = cases.flatMap(({ summary: { isOpen, receipt } }) =>
      isOpen && receipt !== null ? [receipt] : [],
    );
    const progress = await readAllShown(ports.table, receipts.slice(0, casesShown));
    const today = civilDateInLondon(ports.system.now());
    const { details } = person.after;
    const facts = factsOf(person.after);
    return accept({
      status: 200,
      body: {
        personId,
        name: details.preferredName ?? `${details.givenName} ${details.familyName}`,
        ...(details.dateOfBirth === undefined ? {} : { dateOfBirth: details.dateOfBirth }),
        alerts: alertsOf(facts, cases, today),
        warnings: warningsFor(facts, { roles: caller.roles, today }),
        accessNeeds: facts.accessNeeds,
        safeContact: facts.safeContact,
        ...ofCases(cases, progress),
      },
    });
  },
});

function ofCases(cases: readonly ShownCase[], progress: ReadonlyMap<string, ReceiptStatus>) {
  const flat = <T>(of: (summary: CaseSummary) => readonly T[]) =>
    cases.flatMap(({ caseId, summary }) => of(summary).map((each) => ({ caseId, ...each })));
  const next = ({ on, from }: OpenAppointment) => `${on} ${from}`;
  return {
    openCases: flat((summary) => (summary.isOpen ? [openCase(summary, progress)] : [])),
    lastContacts: flat(({ contact }) => (contact ? [ContactFacts.parse(contact)] : [])).slice(
      0,
      contactsShown,
    ),
    callBacks: flat(({ callBacks }) => callBacks.map(({ event: _, ...shown }) => shown)),
    appointments: flat(({ appointments }) => appointments)
      .sort((a, b) => (next(a) < next(b) ? -1 : 1))
      .slice(0, appointmentsShown)
      .map(({ event: _, ...shown }) => shown),
  };
}

function openCase(summary: CaseSummary, progress: ReadonlyMap<string, ReceiptStatus>) {
  const shown = summary.receipt === null ? undefined : progress.get(summary.receipt);
  const { kind, team, worker, priority } = summary;
  if (!shown) return { kind, team, worker, priority };
  const { stage, nextSteps, dues } = shown;
  return { kind, team, worker, priority, progress: { stage, nextSteps, dues } };
}

const ContactFacts = ContactSummary.omit({ mayCall: true }).strip();
