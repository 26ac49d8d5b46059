import * as z from 'zod';
import { caseIdOf } from '../../../../functions/contact/opening/receive-contact.ts';
import { frontDoor } from '../../../../functions/workflow/task-address.ts';
import { NoParams, NoQuery } from '../../../../shared/contracts/case-answer.ts';
import type { RawRequest, Reply, StaffCaller } from '../../../../shared/contracts/operation.ts';
import { parseParts } from '../../../../shared/contracts/parse-parts.ts';
import { civilDateInLondon } from '../../../../shared/domain/calendar/london-time.ts';
import type { CaseState } from '../../../../shared/domain/case/case-state.ts';
import { openCase } from '../../../../shared/domain/case/open-case.ts';
import { Channel, ContactBody } from '../../../../shared/domain/contact/contact.ts';
import { accept, refuse } from '../../../../shared/domain/outcome.ts';
import { keyedPseudonyms } from '../../../../shared/stores/people/pseudonyms.ts';
import { canonicalJson, derivedId, sha256 } from '../../../../shared/stores/table/digest.ts';
import { operationNamed } from '../../journey/player.ts';
import { council } from '../rules/commands.ts';
import { answerAgain, type Way } from './carry-out.ts';
import { isTaken, rowsOf } from './database.ts';
import { readAnswer, takeContact } from './statements.ts';
import { taskColumns, tasksBetween } from './tasks.ts';

export const contactOperation = operationNamed('take-contact');

const TakenContact = ContactBody.extend({ channel: Channel, personId: z.string().optional() });
const shape = {
  id: contactOperation.id,
  access: 'staff',
  creates: true,
  params: NoParams,
  query: NoQuery,
  body: TakenContact,
} as const;

const pseudonyms = keyedPseudonyms(async () => 'a key of the bench');

/** What a peer does with a case once it is open. */
export interface Opening extends Way {
  hasTasks: boolean;
  opened?(caseId: string, state: CaseState): Promise<void>;
}

/** Records a contact and opens its case at once: both peers have one database and need no stream. */
export async function receiveContact(
  { raw, caller }: { raw: RawRequest; caller: StaffCaller },
  way: Opening,
): Promise<Reply> {
  const parsed = parseParts(shape, raw);
  if (!parsed.accepted) return parsed;
  const { body, scope, idempotencyKey = '' } = parsed.value;
  const { channel, personId: known, ...contact } = body;
  const contactId = derivedId(['contact', ...scope, idempotencyKey]);
  const caseId = caseIdOf(contactId);
  const personId = known ?? derivedId(['person', contactId]);
  const receipt = await pseudonyms.receipt(contactId);
  const { about, isUrgent } = contact;
  const at = way.now();
  const state = openCase({
    contactId,
    personId,
    team: frontDoor(council),
    contact: { caseId, personId, about, channel, isUrgent, receipt: receipt.reference },
  });
  const answer = {
    caseId,
    ...receipt,
    howToAskForAnAssessment: 'You can ask for an assessment of your needs at any time.',
  };
  const tasks = way.hasTasks ? tasksBetween(undefined, state, civilDateInLondon(at)).opened : [];
  const key = [...scope, idempotencyKey].join(' ');
  const digest = sha256(canonicalJson([contact, channel, known ?? null]));
  const values = [
    ...[personId, known === undefined ? JSON.stringify(contact.person) : null],
    ...[caseId, JSON.stringify(state), at, caller.id, raw.actingAs, JSON.stringify(contact)],
    ...[receipt.reference, sha256(`${receipt.reference}:${receipt.secret}`)],
    ...[...taskColumns(tasks), key, digest, JSON.stringify(answer)],
  ];
  try {
    await rowsOf(way.database, takeContact, values);
  } catch (error) {
    if (!isTaken(error)) throw error;
    const [row] = await rowsOf(way.database, readAnswer, [key]);
    return row ? answerAgain(row, digest) : refuse('lost-race', 'Try again.');
  }
  await way.opened?.(caseId, state);
  return accept({ status: 201, body: answer });
}
