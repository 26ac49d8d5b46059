import * as z from 'zod';
import { fillLetter } from '#shared/council/letters.ts';
import type { PersonDetails } from '#shared/domain/person/person-details.ts';
import type { Message, Messenger } from '#shared/gateways/govuk-notify.ts';
import { derivedId } from '#shared/stores/digest.ts';
import { beginSending, endSending } from '#shared/stores/letter-store.ts';
import type { Ports } from '../ports.ts';
import { letterValues } from './letter-values.ts';
import { letterFor } from './letters-by-event.ts';

/** What the bus says of an event: where it is to be found, and nothing of what it says. */
export const Happened = z.looseObject({ caseId: z.string(), event: z.int().positive() });
export type Happened = z.infer<typeof Happened>;

export type LetterPorts = Pick<Ports, 'table' | 'cases' | 'people' | 'council' | 'system'> & {
  readonly messenger: Messenger;
};

// Twice the time that the function has: whoever began longer ago than this is not at it any more.
const sendingMsMax = 120_000;

/** Tells the person of an event, once: by email where they gave an address for it, else by letter.
 * A message that may have been handed over before is looked up before it is sent again, because
 * GOV.UK Notify does not tell repeats apart. */
export async function sendLetter(happened: Happened, ports: LetterPorts): Promise<void> {
  const event = await ports.cases.at(happened.caseId, happened.event);
  if (!event) throw new Error(`no event ${happened.event} of the case`);
  const letter = letterFor(event);
  if (!letter) return;
  const key = { ...happened, letter };
  const now = ports.system.now();
  const status = await beginSending(ports.table, key, now);
  if (status.is === 'done') return;
  if (status.is === 'sending' && Date.parse(now) - Date.parse(status.since) < sendingMsMax) {
    // The same event was told twice at once: the queue brings this one again, when the other is
    // done.
    throw new Error('the letter is being sent at this moment');
  }
  const person = await ports.people.last(event.after.personId);
  const to = person && addressOf(person.after.details);
  if (!person || !to) {
    await endSending(ports.table, key, { status: 'no-address' });
    return;
  }
  const reference = derivedId(['letter', event.id, letter]);
  const known = status.is === 'sending' ? await ports.messenger.find(reference) : undefined;
  const filled = fillLetter(
    ports.council.letters[letter],
    letterValues(event, person.after.details, ports.council),
  );
  const messageId = known ?? (await ports.messenger.send({ reference, to, ...filled }));
  await endSending(ports.table, key, { status: 'sent', messageId });
}

function addressOf(details: PersonDetails): Message['to'] | undefined {
  if (details.email) return { channel: 'email', address: details.email };
  if (!details.address || !details.postcode) return undefined;
  const name = `${details.givenName} ${details.familyName}`;
  return { channel: 'letter', lines: [name, ...details.address, details.postcode] };
}
