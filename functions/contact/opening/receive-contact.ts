import type { Reply } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import { faultsInContact, refusalFor } from '#shared/domain/contact/check-contact.ts';
import type { Channel, ContactMade, ContactState } from '#shared/domain/contact/contact.ts';
import { notSafeIn } from '#shared/domain/contact/reaching/how-to-reach.ts';
import { mayChangeWhatIsKnown } from '#shared/domain/contact/reaching/on-the-phone.ts';
import { whatMustBeSeen } from '#shared/domain/contact/urgent/urgency.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { hasAccessNeeds } from '#shared/domain/person/facts/access-needs.ts';
import { refusalToLink } from '#shared/domain/person/facts/link-carer.ts';
import { factsOf, type PersonState } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { asSent, type ContactDraft } from '#shared/stores/front-door/contact-draft-store.ts';
import { receiptWrite } from '#shared/stores/front-door/receipt-store.ts';
import { isOnRecord } from '#shared/stores/people/person-summary.ts';
import type { Receipt } from '#shared/stores/people/pseudonyms.ts';
import { canonicalJson, derivedId, sha256 } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { unknownDistricts } from '../../information/directory/unknown-districts.ts';
import type { Ports } from '../../ports.ts';
import { contactReceipt } from '../contact-receipt.ts';
import { contactSetting } from '../contact-setting.ts';
import { recordTold } from './record-told.ts';

export type ContactPorts = Pick<
  Ports,
  'contacts' | 'people' | 'pseudonyms' | 'system' | 'council' | 'table'
>;

interface Incoming {
  readonly body: ContactMade;
  readonly channel: Channel;
  /** The person's record as it was found; undefined where nobody has looked, or found it. */
  readonly known: RecordedEvent<PersonState> | undefined;
  readonly actor: Actor;
  readonly contactId: string;
  /** The draft that is sent by it: its receipt goes on. */
  readonly draft?: ContactDraft;
}

/** Keeps a contact, its receipt and what it told of somebody who is known in one transaction. The case
 * is opened from it afterwards, so that the public function never touches a case; its id is known
 * already, because it is derived. */
export async function receiveContact(incoming: Incoming, ports: ContactPorts): Promise<Reply> {
  const { body, channel, known, actor, contactId } = incoming;
  const at = ports.system.now();
  const setting = contactSetting(ports.council, civilDateInLondon(at), known !== undefined);
  const wrong =
    refusalFor(faultsInContact(body, setting)) ??
    (known && refusalToLink(known.aggregateId, factsOf(known.after), body.caredFor)) ??
    refusalFor(await unknownDistricts(ports.council, postcodesIn(body)));
  if (wrong) return wrong;
  const receipt = await ports.pseudonyms.receipt(contactId);
  const told = [receiptOf(receipt, incoming), ...(await recordTold(incoming, at, ports))];
  const checks = checksOfCaredFor(body);
  const digest = sha256(canonicalJson([body, channel, known?.aggregateId ?? null]));
  const result = await ports.contacts.append(
    undefined,
    {
      id: contactId,
      aggregateId: contactId,
      type: 'contact-made',
      at,
      actor,
      request: digest,
      body,
      after: stateOf(incoming, { today: setting.today, reference: receipt.reference }),
    },
    [...told, ...checks.map(({ write }) => write)],
  );
  if (!result.appended) {
    const unknown = result.because === 'also' ? checks[result.place - told.length] : undefined;
    return unknown
      ? refuse('invalid-input', 'Nobody is registered under this id.', unknown.pointer)
      : refuse('lost-race', 'Try again.');
  }
  if (result.event.request !== digest) {
    return refuse('idempotency-key-reused', 'Use a new Idempotency-Key for a different contact.');
  }
  return contactReceipt(result.event, { receipt, known }, ports.council);
}

function postcodesIn({ person, caredFor }: ContactMade) {
  return [
    { pointer: '/person/postcode', postcode: person?.postcode },
    ...caredFor.map(({ postcode }, place) => {
      return { pointer: `/caredFor/${place}/postcode`, postcode };
    }),
  ];
}

/** Whoever is said to be on record is: the carer would else be linked to nobody, and nobody see it. */
function checksOfCaredFor({ caredFor }: ContactMade) {
  const ids = new Set(caredFor.flatMap(({ personId }) => personId ?? []));
  return [...ids].map((id) => ({
    write: isOnRecord(id),
    pointer: `/caredFor/${caredFor.findIndex(({ personId }) => personId === id)}/personId`,
  }));
}

function receiptOf({ reference, secret }: Receipt, { contactId, draft }: Incoming): TableWrite {
  const write = receiptWrite(reference, secret, contactId);
  return draft ? asSent(write, draft) : write;
}

function stateOf(
  { body, channel, known, contactId }: Incoming,
  { today, reference }: { readonly today: string; readonly reference: string },
): ContactState {
  const notSafe = notSafeIn(body.safeContact ?? (known && factsOf(known.after).safeContact));
  const dateOfBirth = body.person?.dateOfBirth ?? known?.after.details.dateOfBirth;
  return {
    caseId: caseIdOf(contactId),
    personId: known?.aggregateId ?? null,
    about: body.about,
    channel,
    receipt: reference,
    ...(notSafe.length > 0 && { notSafe: [...notSafe] }),
    ...(known && staysInContact(body, channel) && { hasUncheckedNeeds: true }),
    ...whatMustBeSeen(body, { today, dateOfBirth }),
  };
}

/** Whether access needs are told that do not reach the record of somebody who is known. */
function staysInContact(body: ContactMade, channel: Channel): boolean {
  return hasAccessNeeds(body) && !mayChangeWhatIsKnown(body.call, channel === 'phone');
}

/** The case that a contact opens: derived, so that opening it twice opens one case. */
export function caseIdOf(contactId: string): string {
  return derivedId(['case', contactId]);
}
