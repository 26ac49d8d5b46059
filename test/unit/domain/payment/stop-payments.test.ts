import { describe, expect, test } from 'vitest';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import {
  type AgreementHead,
  newHead,
  type PayStop,
} from '#shared/domain/payment/agreement-head.ts';
import {
  PaymentRelease,
  PaymentStop,
  releasePayments,
  type StopChange,
  stopPayments,
} from '#shared/domain/payment/stop-payments.ts';

const agreement: AgreementState = {
  status: 'active',
  caseId: 'case00000001',
  partId: 'part-1',
  payee: { kind: 'self' },
  planVersion: 7,
  weeklyPence: 62_000,
  weeklyContributionPence: 0,
  isContributionProvisional: false,
  bankDetails: { event: 2, enteredBy: 'finance-1', lastDigits: '374' },
  isBankChecked: true,
  signedOn: '2026-03-02',
  startsOn: '2026-04-06',
  payStop: null,
  nextReview: '2026-10-06',
  recent: [],
};
const moment = (id: string) => ({
  actor: { id, role: 'finance-officer' },
  today: '2026-04-10',
  event: 9,
});
const stopped = (kind: PayStop['kind'], by = 'officer-1'): AgreementHead => ({
  ...free,
  payStop: { kind, by, on: '2026-04-08' },
});
const free = newHead({
  agreementId: 'agreement001',
  caseId: 'case00000001',
  weeklyPence: 62_000,
  weeklyContributionPence: 0,
  startsOn: '2026-04-06',
  oneOffs: [],
  activatedBy: 'finance-1',
});
const stop = (head: AgreementHead | undefined, input: object, by = 'officer-1') =>
  stopPayments(
    agreement,
    head,
    PaymentStop.parse({ reason: 'No returns came.', ...input }),
    moment(by),
  );
const release = (head: AgreementHead | undefined, by: string, change = {}) =>
  releasePayments(
    { ...agreement, payStop: 'officer', ...change },
    head,
    PaymentRelease.parse({ reason: 'The returns came.' }),
    moment(by),
  );
const refusal = (outcome: Outcome<StopChange>) =>
  outcome.accepted ? undefined : outcome.refusal.kind;
const meanwhile = { needsMetOtherwise: 'The council arranges his morning calls.' };

describe('stopping what is paid', () => {
  test('says how the needs are met meanwhile, and by whom it was stopped', () => {
    expect(stop(free, meanwhile)).toMatchObject({
      accepted: true,
      value: {
        type: 'payments-stopped',
        next: { payStop: 'officer' },
        payStop: { kind: 'officer', by: 'officer-1', on: '2026-04-10' },
      },
    });
  });

  test.each<[string, Outcome<StopChange>, string | undefined]>([
    ['without a word on the needs', stop(free, {}), 'reason-needed'],
    ['at once, where fraud is suspected', stop(free, { isFraudSuspected: true }), undefined],
    ['twice', stop(stopped('officer'), meanwhile), 'payment-stopped'],
    ['after the case has ended', stop(stopped('case-ended'), meanwhile), 'payment-stopped'],
    ['over an unchecked account', stop(stopped('bank-details'), meanwhile), undefined],
    ['before anything is paid', stop(undefined, meanwhile), 'wrong-stage'],
  ])('%s', (_claim, outcome, expected) => {
    expect(refusal(outcome)).toBe(expected);
  });
});

describe('releasing a stop', () => {
  test('is for another person than who stopped it', () => {
    expect(refusal(release(stopped('officer'), 'officer-1'))).toBe('same-person');
    expect(release(stopped('officer'), 'officer-2')).toMatchObject({
      value: { type: 'payments-released', next: { payStop: null }, payStop: undefined },
    });
  });

  test('leaves an account that nobody has checked unpaid', () => {
    expect(release(stopped('officer'), 'officer-2', { isBankChecked: false })).toMatchObject({
      value: {
        next: { payStop: 'bank-details-unchecked' },
        payStop: { kind: 'bank-details' },
      },
    });
  });

  test.each<[string, AgreementHead | undefined, string]>([
    ['where there is none', free, 'wrong-stage'],
    ['after the end of the case', stopped('case-ended'), 'payment-stopped'],
    ['of an unchecked account', stopped('bank-details'), 'payment-stopped'],
  ])('is refused %s', (_claim, head, expected) => {
    expect(refusal(release(head, 'officer-2'))).toBe(expected);
  });
});
