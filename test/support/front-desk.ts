import { showBesidePerson } from '#functions/cases/show-beside-person.ts';
import { openCaseOf } from '#functions/contact/open-case.ts';
import { showProgress } from '#functions/progress/show-progress.ts';
import { newPerson } from '#shared/domain/person/person-state.ts';
import { Office } from './office.ts';

interface Contact {
  readonly caseId: string;
  readonly body?: object;
  readonly isUrgent?: boolean;
}

/** An office at which people whom we know make contact, and each case is shown beside its person as
 * the stream shows it. */
export class FrontDesk extends Office {
  readonly personId = 'person000001';

  async know(): Promise<void> {
    const { people } = this.ports;
    await people.append(undefined, {
      id: this.personId,
      aggregateId: this.personId,
      type: 'person-registered',
      at: `${this.today}T08:00:00.000Z`,
      actor: { id: 'adviser-1', role: 'adviser' },
      request: null,
      body: {},
      after: newPerson({ givenName: 'Ada', familyName: 'Example' }),
    });
  }

  /** A contact, and the case that the stream opens from it. */
  async contact({ caseId, body = {}, isUrgent = false }: Contact): Promise<void> {
    const contactId = `contact${caseId}`;
    const made = await this.ports.contacts.append(undefined, {
      id: contactId,
      aggregateId: contactId,
      type: 'contact-made',
      at: this.ports.system.now(),
      actor: { id: 'adviser-1', role: 'adviser' },
      request: null,
      body: { about: 'adult', by: { kind: 'self' }, whatIsHappening: 'A fall.', ...body },
      after: {
        caseId,
        personId: this.personId,
        about: 'adult',
        channel: 'phone',
        isUrgent,
        receipt: receiptOf(caseId),
      },
    });
    if (!made.appended) throw new Error('no contact');
    await openCaseOf(made.event, this.ports);
    await this.streamed(caseId);
  }

  /** What the stream brings after a change of a case, from the given event to the newest. */
  async streamed(caseId: string, first = 1): Promise<void> {
    const { events } = await this.ports.cases.page(caseId, first - 1, 50);
    for (const event of events) {
      await showProgress(event, this.ports);
      await showBesidePerson(event, this.ports);
    }
  }
}

/** The reference of the receipt of a contact at this desk. */
export function receiptOf(caseId: string): string {
  return `ASC-0000-0000-${caseId.slice(-4)}`;
}
