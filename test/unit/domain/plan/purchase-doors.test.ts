import { describe, expect, test } from 'vitest';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import {
  startUrgentSupport,
  UrgentSupportStart,
} from '#shared/domain/case/urgent/start-urgent-support.ts';
import { askOneOff, decideOneOff } from '#shared/domain/one-off/ask-one-off.ts';
import { OneOffPayment } from '#shared/domain/one-off/one-off-payment.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { writePlan } from '#shared/domain/plan/write-plan.ts';
import { at, opened } from '#test/support/case-states.ts';
import { agreementState } from '#test/support/pay-office.ts';
import { budgetGiven, council, plan } from '#test/support/plan-states.ts';

const reason = 'As it was agreed with the person.';
const today = '2026-07-08';
const moment = at(today);
const wife = {
  kind: 'person',
  name: 'His wife',
  relationship: 'partner-or-close-relative-in-same-household',
} as const;
const limits = [
  {
    id: 'all',
    key: 'budget-manager',
    holder: { kind: 'role', role: 'budget-manager' },
    weeklyPenceMax: null,
    oneOffPenceMax: null,
    from: '2026-01-01',
  },
] as const;
const signatory = { personId: 'manager-1', roles: ['budget-manager'] };
const besidePlan = { planned: { outcomes: ['nutrition'], once: [] }, rules: council };
const signingOff = { limits, signatory, besidePlan };

interface Bought {
  readonly purchase: string;
  readonly supporter?: typeof wife;
  readonly careHomeStays?: { readonly firstNight: string; readonly lastNight: string }[];
}

/** The plan with another purchase in its line by the week, or in that bought once, of a part. */
function writing(partId: 'payment' | 'managed' | 'fund', bought: Bought) {
  const parts = [
    ...plan.parts,
    { id: 'fund', holding: 'third-party', contribution: 'gross', organisation: 'Sample Support' },
  ];
  const [line] = plan.lines;
  const funding = { funder: 'council', partId, costCentre: 'physical-disability' };
  const fund = { ...plan.lines[2], id: 'fund-line', funding: { ...funding, partId: 'fund' } };
  const lines = [...plan.lines, fund, { ...line, id: 'another', funding, ...bought }];
  const input = WrittenPlan.parse({ ...plan, parts, lines });
  return writePlan(budgetGiven(), input, { settings: council, eighteenth: null }, moment);
}

function asking(bought: Bought) {
  const supporter = { kind: 'provider', name: 'Example Repairs' };
  const what = { pence: 9_000, purpose: 'other', outcome: 'nutrition', reason };
  const input = OneOffPayment.safeParse({ supporter, ...what, ...bought });
  if (!input.success) throw new Error('the door does not read this');
  return askOneOff(agreementState, input.data, signingOff, at('2026-05-04'));
}

/** What was asked for is put before the second key, as though the first had let it pass. */
function authorising(bought: Bought) {
  const supporter = { kind: 'provider', name: 'Example Repairs' };
  const what = { pence: 9_000, purpose: 'other', outcome: 'nutrition', reason };
  const request = OneOffPayment.parse({ supporter, ...what, ...bought });
  const waiting = { event: 4, pence: 9_000, askedBy: 'practitioner-1', request };
  const agreement: AgreementState = { ...agreementState, oneOffsAsked: [waiting] };
  const decision = { asked: 4, verdict: 'authorised', comment: reason } as const;
  return decideOneOff(agreement, decision, signingOff, at(today, 'manager-1', 'budget-manager'));
}

function helpingUrgently({ purchase }: Bought) {
  const said = { whyUrgent: reason, support: reason, weeklyPence: 1_000 };
  const input = UrgentSupportStart.parse({ ...said, purchase });
  const settings = { ...council, urgentSupport: { limitWeeklyPence: 60_000, expiryDays: 14 } };
  return startUrgentSupport(opened(), input, settings, moment);
}

const doors: readonly (readonly [string, (bought: Bought) => Outcome<unknown>])[] = [
  ['a line that the person holds', (bought) => writing('payment', bought)],
  ['a line that the council arranges', (bought) => writing('managed', bought)],
  ['a line of an Individual Service Fund', (bought) => writing('fund', bought)],
  ['a payment beside the plan', asking],
  ['the second key to a payment beside the plan', authorising],
  ['urgent support', helpingUrgently],
];

function kindsOf(reply: Outcome<unknown>) {
  if (reply.accepted) return [];
  const { kind, errors = [] } = reply.refusal;
  return [kind, ...errors.map(({ detail }) => detail)];
}

describe.each(doors)('Through %s', (_door, go) => {
  test('care is bought', () => {
    expect(kindsOf(go({ purchase: 'personal-care' }))).toEqual([]);
  });

  test.each([
    'nhs-healthcare',
    'housing-duty',
    'illegal',
    'gambling',
    'debt',
    'alcohol',
    'tobacco',
  ])('no %s is bought', (purchase) => {
    expect(kindsOf(go({ purchase }))[0]).toBe('purchase-prohibited');
  });
});

describe.each(doors.filter(([door]) => /the person holds|beside/.test(door)))(
  'Through %s, which is a direct payment',
  (_door, go) => {
    test('nobody of the same household is paid for care', () => {
      const bought = { purchase: 'personal-care', supporter: wife };
      expect(kindsOf(go(bought))[0]).toBe('purchase-prohibited');
    });

    test.each(['care-home-stay', 'replacement-care', 'holiday'])(
      'no more than four weeks in a care home are bought as %s',
      (purchase) => {
        const stay = (lastNight: string) => ({
          purchase,
          careHomeStays: [{ firstNight: '2026-08-01', lastNight }],
        });
        expect(kindsOf(go(stay('2026-08-28')))).toEqual([]);
        expect(kindsOf(go(stay('2026-08-29')))[0]).toBe('purchase-prohibited');
      },
    );
  },
);
