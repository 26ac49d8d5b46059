import { beforeEach, describe, expect, test } from 'vitest';
import { caseClosure } from '#functions/cases/ending/close-case.ts';
import { caseReopening } from '#functions/cases/ending/reopen-case.ts';
import { urgentSupportStart } from '#functions/cases/urgent/start-urgent-support.ts';
import {
  releaseAgreementPayments,
  stopAgreementPayments,
} from '#functions/payments/stop-payments.ts';
import {
  bringDeath,
  bringDeathToCase,
  recordDeathOfClosing,
} from '#functions/people/death/bring-death.ts';
import { peopleRoutes } from '#functions/people/routes.ts';
import { reablementEnd } from '#functions/reablement/end-reablement.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { newHead } from '#shared/domain/payment/agreement-head.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import { ReablementStart, startReablement } from '#shared/domain/reablement/start-reablement.ts';
import { findHead, newHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { personCaseWrite } from '#shared/stores/people/person-store.ts';
import { at, eligible, referred, stateAfter, withLiveSupport } from '#test/support/case-states.ts';
import { Office } from '#test/support/office.ts';
import { register } from '#test/support/people.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const manager = { id: 'manager-1', role: 'team-manager' } as const;
const finance = { id: 'finance-1', role: 'finance-officer' } as const;
const worker = { id: 'worker-1', role: 'practitioner' } as const;
const { personId } = referred();
const ofPerson = { params: { personId } };
const [paying, other] = ['case00000001', 'case00000002'];
const agreementId = 'agreement001';
const died = { diedOn: '2026-07-06', source: 'The ward called.', proof: 'reported' };
const reason = { reason: 'It was her neighbour.' };

const agreement: AgreementState = {
  status: 'active',
  caseId: paying,
  partId: 'care',
  payee: { kind: 'self' },
  planVersion: 2,
  weeklyPence: 20_000,
  weeklyContributionPence: 0,
  isContributionProvisional: false,
  bankDetails: { event: 2, enteredBy: 'finance-9', lastDigits: '374' },
  isBankChecked: true,
  signedOn: '2026-01-02',
  startsOn: '2026-01-05',
  nextReview: '2026-07-05',
  payStop: null,
  recent: [],
};

let office: Office;
beforeEach(async () => {
  office = new Office([
    ...peopleRoutes,
    caseClosure,
    caseReopening,
    reablementEnd,
    urgentSupportStart,
    stopAgreementPayments,
    releaseAgreementPayments,
  ]);
  await register(office.ports, personId);
  await seed(paying, { ...withLiveSupport(eligible()), agreements: [agreementId] });
  await seed(other, referred());
  const { table, agreements } = office.ports;
  const terms = { weeklyPence: 20_000, weeklyContributionPence: 0, startsOn: '2026-01-05' };
  const head = { agreementId, caseId: paying, ...terms, oneOffs: [], activatedBy: 'finance-9' };
  await table.write([newHeadWrite(newHead(head))]);
  await agreements.append(undefined, {
    id: agreementId,
    aggregateId: agreementId,
    type: 'agreement-activated',
    at: '2026-01-05T10:00:00.000Z',
    actor: finance,
    request: null,
    body: {},
    after: agreement,
  });
});

async function seed(caseId: string, state: CaseState): Promise<void> {
  await office.seed(caseId, state);
  await office.ports.table.write([personCaseWrite(personId, caseId, '2026-01-01')]);
}

/** Does as somebody asks, and then what the stream leads to. */
async function say(who: typeof adviser | typeof manager, operation: string, body: object) {
  const reply = await office.asStaff(who, operation, { ...ofPerson, body });
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  await bringDeath(personId, office.ports);
}
async function reverse(): Promise<void> {
  await say(adviser, 'ask-to-reverse-death', reason);
  await say(manager, 'reverse-death', reason);
}
const stop = async () => (await findHead(office.ports.table, agreementId))?.payStop;
const lastOf = async (caseId: string) => {
  const last = await office.ports.cases.last(caseId);
  if (!last) throw new Error(`no case ${caseId}`);
  return last;
};
const kindOf = (reply: Reply) => (reply.accepted ? 'accepted' : reply.refusal.kind);
const onAgreement = (who: typeof manager | typeof finance, operation: string, body: object) =>
  office.asStaff(who, operation, { params: { agreementId }, body });

describe('a death on the record of a person', () => {
  test('is noted on each of their open cases, and stops what is paid, with the note', async () => {
    await say(adviser, 'record-death', died);
    for (const caseId of [paying, other]) {
      expect(await lastOf(caseId)).toMatchObject({
        type: 'death-noted',
        after: { status: 'open', death: { status: 'stands', personEvent: 2 } },
      });
    }
    expect(await stop()).toMatchObject({ kind: 'death' });
  });

  test('is noted once, however often it is brought', async () => {
    await say(adviser, 'record-death', died);
    const { sequence } = await lastOf(paying);
    await bringDeath(personId, office.ports);
    await bringDeathToCase({ caseId: paying, personId }, office.ports);
    expect((await lastOf(paying)).sequence).toBe(sequence);
  });

  test('is brought again after it was cut short between two cases', async () => {
    await office.asStaff(adviser, 'record-death', { ...ofPerson, body: died });
    await bringDeathToCase({ caseId: other, personId }, office.ports);
    expect(await stop()).toBeUndefined();
    await bringDeath(personId, office.ports);
    expect(await stop()).toMatchObject({ kind: 'death' });
  });

  test('lets nobody release the payments, or start support', async () => {
    await say(adviser, 'record-death', died);
    expect(kindOf(await onAgreement(manager, 'release-payments', reason))).toBe('payment-stopped');
    const said = { whyUrgent: 'Tonight', support: 'Help', purchase: 'personal-care' };
    const urgent = { ...said, weeklyPence: 1_000 };
    const duty = { id: 'duty-1', role: 'duty-manager' } as const;
    const params = { caseId: other };
    const reply = await office.asStaff(duty, 'start-urgent-support', { params, body: urgent });
    expect(kindOf(reply)).toBe('death-recorded');
  });

  test('need not be told again to close a case because of it', async () => {
    const body = { outcome: 'nfa-deceased', reason: 'She died.' };
    const close = () => office.asStaff(worker, 'close-case', { params: { caseId: other }, body });
    expect(await close()).toMatchObject({ refusal: { pointer: '/death' } });
    await say(adviser, 'record-death', died);
    expect(kindOf(await close())).toBe('accepted');
  });
});

describe('a death that was a mistake', () => {
  test('is taken off the cases; payments wait for finance', async () => {
    await say(adviser, 'record-death', died);
    await reverse();
    expect(await lastOf(paying)).toMatchObject({
      type: 'death-note-withdrawn',
      after: { status: 'open', death: { status: 'reversed' } },
    });
    expect(await stop()).toMatchObject({ kind: 'death-reversed', by: manager.id });
    expect(kindOf(await onAgreement(manager, 'release-payments', reason))).toBe('same-person');
    expect(kindOf(await onAgreement(finance, 'release-payments', reason))).toBe('accepted');
    expect(await stop()).toBeUndefined();
  });

  test('leaves the stop that an officer had put on before it', async () => {
    const query = { reason: 'The account is under query.', needsMetOtherwise: 'Visits arranged.' };
    expect(kindOf(await onAgreement(finance, 'stop-payments', query))).toBe('accepted');
    await say(adviser, 'record-death', died);
    expect(await stop()).toMatchObject({ kind: 'death' });
    await reverse();
    expect(await stop()).toEqual({ kind: 'officer', by: finance.id, on: office.today });
  });

  test('lets a case that was closed because of it be reopened, and not before', async () => {
    const closing = { outcome: 'nfa-deceased', reason: 'She died.', death: died };
    const params = { caseId: other };
    await office.asStaff(worker, 'close-case', { params, body: closing });
    const again = {
      askedBy: 'person',
      reason: 'She came in to tell us.',
      appearanceOfNeed: { isPresent: true, reason: 'As before.' },
      stillStands: { assessment: false, eligibility: false, indicativeBudget: false, ...reason },
    };
    const reopen = () => office.asStaff(adviser, 'reopen-case', { params, body: again });
    await recordDeathOfClosing(await lastOf(other), office.ports);
    await bringDeath(personId, office.ports);
    expect(kindOf(await reopen())).toBe('wrong-stage');
    await reverse();
    expect(kindOf(await reopen())).toBe('accepted');
  });
});

describe('a case that is closed because of a death', () => {
  const close = async (caseId: string) => {
    const ended = { outcome: 'nfa-deceased', reason: 'She died.', death: died };
    await office.asStaff(worker, 'close-case', { params: { caseId }, body: ended });
    return lastOf(caseId);
  };

  test('puts it on the record of the person, by whoever closed it, and so on the others', async () => {
    const closing = await close(other);
    await recordDeathOfClosing(closing, office.ports);
    const person = await office.ports.people.last(personId);
    expect(person).toMatchObject({ type: 'death-recorded', actor: worker });
    await bringDeath(personId, office.ports);
    expect(await stop()).toMatchObject({ kind: 'death' });
  });

  test('does the same where reablement ended by it', async () => {
    const caseId = 'case00000003';
    const start = ReablementStart.parse({
      whyOffered: 'She was independent until the fall.',
      goals: ['Make my own tea'],
      scoreAtStart: { tool: 'Barthel', score: 55 },
      firstDay: '2026-07-06',
    });
    const state = stateAfter(startReablement(referred('reablement'), start, at('2026-07-06')));
    await seed(caseId, state);
    const body = { result: 'died', lastDay: '2026-07-06', death: died };
    const sent = { params: { caseId }, body, ifMatch: state.records.reablement };
    await office.asStaff(worker, 'end-reablement', sent);
    await recordDeathOfClosing(await lastOf(caseId), office.ports);
    const person = await office.ports.people.last(personId);
    expect(person).toMatchObject({ type: 'death-recorded', actor: worker });
  });

  test('does so once: a death that was taken back since stays taken back', async () => {
    const closing = await close(other);
    await recordDeathOfClosing(closing, office.ports);
    await bringDeath(personId, office.ports);
    await reverse();
    await recordDeathOfClosing(closing, office.ports);
    const person = await office.ports.people.last(personId);
    expect(person && factsOf(person.after).death?.status).toBe('reversed');
  });

  test('on a day to come is refused', async () => {
    const death = { ...died, diedOn: '2026-07-09' };
    const body = { outcome: 'nfa-deceased', reason: 'She died.', death };
    const reply = await office.asStaff(worker, 'close-case', { params: { caseId: other }, body });
    expect(reply).toMatchObject({ refusal: { pointer: '/death/diedOn' } });
  });
});
