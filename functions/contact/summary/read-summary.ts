import * as z from 'zod';
import { CaseParams } from '#shared/contracts/case-answer.ts';
import { publicOperation, staffOperation } from '#shared/contracts/operation.ts';
import { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { answerPageOrJson } from '#shared/contracts/printed/write-page.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { CallFacts, mayTellWhatIsKnown } from '#shared/domain/contact/reaching/on-the-phone.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { contactIdIn } from '#shared/stores/front-door/contact-draft-store.ts';
import {
  openReceipt,
  ReceiptReference,
  readShownWithPerson,
  statusIn,
} from '#shared/stores/front-door/receipt-store.ts';
import type { Ports } from '../../ports.ts';
import { statusOf } from '../../progress/show-progress.ts';
import { whereYouAre } from '../../progress/where-you-are.ts';
import { ContactSummarySheet, summaryOfContact } from './contact-summary.ts';
import { summaryPage } from './summary-page.ts';

const MadeByPhone = z.looseObject({ call: CallFacts.optional() });

const shared = {
  method: 'GET',
  tag: 'Contact',
  query: z.strictObject({ size: PrintSize.default('standard') }),
  answer: ContactSummarySheet,
  answersPageToo: true,
} as const;

const reader = ({ system, council }: Pick<Ports, 'system' | 'council'>) => ({
  today: civilDateInLondon(system.now()),
  language: 'en',
  council,
});

export const readContactSummary = staffOperation({
  ...shared,
  id: 'read-contact-summary',
  path: '/cases/{caseId}/contact-summary',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'What somebody told us and what we will do, to read back or to print',
  params: CaseParams,
  async handle({ params, query, headers }, ports: Ports) {
    const last = await ports.cases.last(params.caseId);
    const contact = last && (await ports.contacts.at(last.after.contactId, 1));
    if (!contact) return refuse('not-found', 'There is no such case.');
    const { receipt: reference, personId, callBacks, appointments } = last.after;
    const { shown, person } = await readShownWithPerson(ports.table, { reference, personId });
    const { call } = MadeByPhone.parse(contact.body);
    // It is read back to whoever made the contact: what is on record is not everybody's.
    const mayTell = mayTellWhatIsKnown(call, contact.after.channel === 'phone');
    const status = statusOf(last, shown, ports.council);
    const sheet = summaryOfContact(contact, {
      council: ports.council,
      whatHappensNext: whereYouAre(status, reader(ports)),
      ...(mayTell && { onRecord: person?.details }),
      ...(callBacks && { callsWeOwe: callBacks }),
      ...(appointments && { appointments }),
    });
    return answerPageOrJson(sheet, headers, () => summaryPage(sheet, query.size));
  },
});

export const readMyContactSummary = publicOperation({
  ...shared,
  id: 'read-receipt-summary',
  path: '/public/receipts/{reference}/summary',
  summary: 'What you told us and what happens next, with a reference and its secret',
  params: z.strictObject({ reference: ReceiptReference }),
  headers: { 'X-Receipt-Secret': 'The secret that came with the reference' },
  async handle({ params, query, headers }, ports: Ports) {
    const { reference } = params;
    const secret = headers['x-receipt-secret'] ?? '';
    const now = ports.system.now();
    const receipt = await openReceipt(ports.table, { reference, secret, now });
    if (!receipt.accepted) return receipt;
    const contactId = contactIdIn(receipt.value);
    const contact = contactId === undefined ? undefined : await ports.contacts.at(contactId, 1);
    if (!contact) return refuse('not-found', 'Nothing has been sent in yet.');
    const whatHappensNext = whereYouAre(statusIn(receipt.value), reader(ports));
    const { council } = ports;
    const sheet = summaryOfContact(contact, { council, whatHappensNext });
    return answerPageOrJson(sheet, headers, () => summaryPage(sheet, query.size));
  },
});
