import { openCaseOf } from '#functions/contact/opening/open-case.ts';
import { receiveContact } from '#functions/contact/opening/receive-contact.ts';
import { sendLetter } from '#functions/letters/send-letter.ts';
import { makeStores } from '#functions/make-ports.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';
import { ContactBody } from '#shared/domain/contact/contact.ts';
import { keyedPseudonyms } from '#shared/stores/people/pseudonyms.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { MessengerDouble } from '#test/support/messenger-double.ts';
import { aContact } from '#test/support/requests.ts';

/** The letters of one case, from the morning on which its contact was made; time passes when told. */
export class LetterOffice {
  readonly table = new MemoryTable();
  readonly messenger = new MessengerDouble();
  readonly council = councilNamed('example');
  readonly stores = makeStores(this.table);
  readonly pseudonyms = keyedPseudonyms(async () => 'key');
  readonly system = { now: () => new Date(this.#ms).toISOString(), newId: () => 'new' };
  caseId = '';
  #ms = Date.parse('2026-11-02T09:00:00Z');

  /** Opens the case of a contact that says this of the person, and this besides. */
  async open(person: object = {}, said: object = {}): Promise<void> {
    const body = ContactBody.parse({
      ...aContact,
      ...said,
      person: { ...aContact.person, ...person },
    });
    const actor = { id: 'public', role: 'public' };
    await receiveContact(
      { body, channel: 'web', known: undefined, actor, contactId: 'contact00001' },
      this.ports,
    );
    const contact = this.contact();
    await openCaseOf(contact, this.ports);
    this.caseId = contact.after.caseId;
  }

  /** An appointment on the case: the number of its event. */
  async book(): Promise<number> {
    const last = await this.stores.cases.last(this.caseId);
    if (!last) throw new Error('no case was opened');
    const when = { on: '2026-11-09', from: '10:00', to: '11:00' };
    const written = await this.stores.cases.append(last, {
      id: 'booking',
      aggregateId: this.caseId,
      type: 'appointment-booked',
      at: this.system.now(),
      actor: { id: 'adviser-1', role: 'adviser' },
      request: null,
      body: { kind: 'office', place: 'The Old Granary', ...when },
      after: last.after,
    });
    if (!written.appended) throw new Error('nothing was booked');
    return written.event.sequence;
  }

  contact() {
    const [item] = this.table.items.filter(({ pk }) => pk.startsWith('CONTACT#'));
    if (!item) throw new Error('no contact was made');
    return this.stores.contacts.read(item);
  }

  get ports() {
    const { stores, council, pseudonyms, system, messenger } = this;
    return { ...stores, council, pseudonyms, system, messenger };
  }

  later(ms: number): void {
    this.#ms += ms;
  }

  /** Tells of the case's first event, as the bus asks for it; with a letter's id it is asked after. */
  tell(letterId?: string): Promise<void> {
    const asked = { caseId: this.caseId, event: 1 };
    return sendLetter(letterId === undefined ? asked : { ...asked, letterId }, this.ports);
  }

  get letters() {
    return this.table.items.filter(({ pk }) => pk.startsWith('SENT#'));
  }

  get tasks() {
    const open = this.table.items.filter(({ sk }) => sk.startsWith('DESK#send-letter#'));
    return open.filter((task) => task['team'] !== undefined);
  }
}

export const minute = 60_000;
export const day = 24 * 60 * minute;
