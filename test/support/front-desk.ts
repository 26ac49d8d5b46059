import { showBesidePerson } from '#functions/cases/reading/show-beside-person.ts';
import { openCaseOf } from '#functions/contact/opening/open-case.ts';
import { recordTold } from '#functions/contact/opening/record-told.ts';
import { showProgress } from '#functions/progress/show-progress.ts';
import { StaffContactBody } from '#shared/domain/contact/contact.ts';
import { newPerson } from '#shared/domain/person/person-state.ts';
import { personIndexWrites } from '#shared/stores/people/person-index.ts';
import { Office } from './office.ts';

interface Contact {
  readonly caseId: string;
  readonly body?: object;
  readonly isUrgent?: boolean;
}

const call = { authority: { basis: 'is-the-person' } };

/** An office at which people whom we know make contact, and each case is shown beside its person as
 * the stream shows it. */
export class FrontDesk extends Office {
  readonly personId = 'person000001';

  async know(): Promise<void> {
    const { people, pseudonyms } = this.ports;
    const { personId } = this;
    const after = newPerson({ givenName: 'Ada', familyName: 'Example', dateOfBirth: '1941-05-09' });
    const event = {
      id: personId,
      aggregateId: personId,
      type: 'person-registered',
      at: `${this.today}T08:00:00.000Z`,
      actor: { id: 'adviser-1', role: 'adviser' },
      request: null,
      body: {},
      after,
    };
    await people.append(
      undefined,
      event,
      await personIndexWrites(pseudonyms, [{ personId, after }]),
    );
  }

  /** A contact, and the case that the stream opens from it. */
  async contact({ caseId, body = {}, isUrgent = false }: Contact): Promise<void> {
    const contactId = `contact${caseId}`;
    const { contacts, people, system } = this.ports;
    const said = {
      about: 'adult',
      by: { kind: 'self' },
      whatIsHappening: 'A fall.',
      call,
      ...body,
    };
    const told = {
      body: StaffContactBody.parse(said),
      channel: 'phone' as const,
      known: await people.last(this.personId),
      actor: { id: 'adviser-1', role: 'adviser' },
      contactId,
    };
    const at = system.now();
    const made = await contacts.append(
      undefined,
      {
        id: contactId,
        aggregateId: contactId,
        type: 'contact-made',
        at,
        actor: told.actor,
        request: null,
        body: told.body,
        after: {
          caseId,
          personId: this.personId,
          about: 'adult',
          channel: told.channel,
          isUrgent,
          receipt: receiptOf(caseId),
        },
      },
      await recordTold(told, at, this.ports),
    );
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
