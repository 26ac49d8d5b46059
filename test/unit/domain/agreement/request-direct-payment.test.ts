import { describe, expect, it } from 'vitest';
import {
  DirectPaymentRequest,
  openAgreement,
  requestDirectPayment,
} from '#shared/domain/agreement/request-direct-payment.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { at, changeOf } from '#test/support/case-states.ts';
import { plan, written } from '#test/support/plan-states.ts';

const holds = { holds: true, reason: 'Talked through.' };
const withCapacity = {
  route: 'with-capacity',
  askedFor: holds,
  notProhibited: holds,
  ableToManage: holds,
  appropriate: holds,
};
const byAuthorisedPerson = {
  route: 'authorised-person',
  authority: 'mental-capacity-act',
  supportedByWhoeverMayDecide: holds,
  notProhibited: holds,
  inBestInterests: holds,
  ableToManage: holds,
  appropriate: holds,
};
const [direct, managed] = plan.parts;
const sister = { kind: 'authorised', personId: 'person-2', name: 'A Sister' };
const forHer = WrittenPlan.parse({ ...plan, parts: [{ ...direct, payee: sister }, managed] });
const lacking: Pick<CaseState, 'capacity'> = {
  capacity: { 'direct-payment': { hasCapacity: false, event: 1 } },
};

const ask = (state: CaseState, conditions: object, others: object = {}) =>
  requestDirectPayment(
    state,
    DirectPaymentRequest.parse({ partId: 'payment', conditions, ...others }),
    'agreement1',
    at('2026-07-14'),
  );

describe('a request for a direct payment', () => {
  it('becomes a duty to pay where every condition holds', () => {
    const { next, body } = changeOf(ask(written(), withCapacity));
    expect(body).toMatchObject({ rule: 'Care Act 2014 s31', agreementId: 'agreement1' });
    expect(next.agreements).toEqual(['agreement1']);
    expect(next.plan?.parts.map(({ agreementId }) => agreementId)).toEqual(['agreement1', null]);
  });

  it('is made by an authorised person where the person lacks capacity to ask', () => {
    const { body } = changeOf(ask({ ...written(forHer), ...lacking }, byAuthorisedPerson));
    expect(body).toMatchObject({ rule: 'Care Act 2014 s32' });
  });

  const letter = { reasons: 'None.', whatWouldChangeIt: 'Nothing.', howToChallenge: 'Ask us.' };
  it.each([
    [
      'for a person who lacks capacity to ask',
      { ...written(), ...lacking },
      withCapacity,
      {},
      'capacity-check-needed',
    ],
    [
      'by somebody else while capacity is presumed',
      written(forHer),
      byAuthorisedPerson,
      {},
      'capacity-check-needed',
    ],
    [
      'by the wrong section for the payee',
      { ...written(), ...lacking },
      byAuthorisedPerson,
      {},
      'invalid-input',
    ],
    [
      'for what the council manages',
      written(),
      withCapacity,
      { partId: 'managed' },
      'invalid-input',
    ],
    [
      'with a letter of refusal although all holds',
      written(),
      withCapacity,
      { refusal: letter },
      'invalid-input',
    ],
  ])('%s is refused', (_what, state, conditions, others, kind) => {
    const refused = ask(state, conditions, others);
    expect(refused.accepted || refused.refusal.kind).toBe(kind);
  });

  const fails = { holds: false, reason: 'He cannot.' };
  const prohibited = { ...withCapacity, notProhibited: fails };
  const unable = { ...withCapacity, ableToManage: fails };
  const inWriting = { ...letter, wasMisusedByRepresentative: false };
  const misused = { ...letter, wasMisusedByRepresentative: true };
  it.each([
    ['without a letter', unable, {}, 'reason-needed'],
    ['without the order that prohibits it', prohibited, { refusal: inWriting }, 'reason-needed'],
    [
      'for an order although nothing prohibits it',
      unable,
      { refusal: inWriting, prohibitedBy: 'licence-condition' },
      'invalid-input',
    ],
    [
      'without another route after a representative misused it',
      unable,
      { refusal: misused },
      'reason-needed',
    ],
    [
      'for an order although every condition holds',
      withCapacity,
      { prohibitedBy: 'licence-condition' },
      'invalid-input',
    ],
  ] as const)('is not refused %s', (_what, conditions, others, kind) => {
    const refused = ask(written(), conditions, others);
    expect(refused.accepted || refused.refusal.kind).toBe(kind);
  });

  it.each([
    ['an order that prohibits it', prohibited, { prohibitedBy: 'licence-condition' }, {}],
    ['another route', unable, {}, { ...misused, otherRoute: 'An account that is managed.' }],
  ] as const)('is refused in writing with %s', (_what, conditions, others, refusal) => {
    const refused = changeOf(
      ask(written(), conditions, { ...others, refusal: { ...inWriting, ...refusal } }),
    );
    expect(refused.type).toBe('direct-payment-refused');
    expect(refused.next.agreements).toEqual([]);
  });

  it('is not answered twice for one part', () => {
    const again = ask(changeOf(ask(written(), withCapacity)).next, withCapacity);
    expect(again.accepted || again.refusal.kind).toBe('already-recorded');
  });

  it('keeps its agreement when the plan is written again for the same payee, and for no other', () => {
    const asked = changeOf(ask(written(), withCapacity)).next;
    expect(written(plan, asked).plan?.parts[0]?.agreementId).toBe('agreement1');
    expect(written(forHer, asked).plan?.parts[0]?.agreementId).toBeNull();
  });

  it('begins an agreement under which nothing is paid yet', () => {
    const part = written().plan?.parts[0];
    if (!part) throw new Error('the plan has no part');
    expect(openAgreement('case1', part)).toMatchObject({
      status: 'requested',
      planVersion: null,
      signedOn: null,
      isBankChecked: false,
      weeklyPence: 15_000,
    });
  });
});
