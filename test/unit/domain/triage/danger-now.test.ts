import { describe, expect, it } from 'vitest';
import { withdraw } from '#shared/domain/case/ending/withdraw.ts';
import { triageContact } from '#shared/domain/triage/triage.ts';
import { TriageDecision } from '#shared/domain/triage/triage-decision.ts';
import { at, opened } from '#test/support/case-states.ts';

const inDanger = { ...opened(), isUrgent: true, isDangerNow: true as const };
const settings = { reablement: 'before-eligibility', teams: [{ id: 'north' }] } as const;
const concern = { riskTypes: ['domestic-abuse'], whatIsFeared: 'He hits her.' };

function advised(more: object) {
  const decision = TriageDecision.parse({
    verdict: 'advice',
    advice: 'Call us at any time.',
    appearanceOfNeed: { isPresent: false, reason: 'She manages by herself.' },
    toldHowToAskForAssessment: true,
    ...more,
  });
  return triageContact(inDanger, decision, settings, at('2026-07-08'));
}

const declining = {
  reason: 'She wants nothing.',
  hasCapacity: true,
  isAbuseSuspected: false,
  isItTheCost: false,
  howToComeBack: 'Call us.',
};

describe('A danger that a contact told of as of that moment', () => {
  it('is answered at triage by a concern, or by why there is none', () => {
    expect(advised({})).toMatchObject({
      refusal: { kind: 'danger-not-answered', pointer: '/concern' },
    });
    expect(advised({ concern })).toMatchObject({ accepted: true });
    expect(
      advised({ whyNoConcern: 'The fire brigade has been; it was the chip pan.' }),
    ).toMatchObject({
      accepted: true,
      value: { body: { whyNoConcern: expect.stringContaining('chip pan') } },
    });
  });

  it('keeps a case from ending with a no before anybody has answered it', () => {
    expect(withdraw(inDanger, declining, at('2026-07-08'))).toMatchObject({
      refusal: { kind: 'danger-not-answered' },
    });
    const answered = { ...inDanger, records: { ...inDanger.records, triage: 2 } };
    expect(withdraw(answered, declining, at('2026-07-08'))).toMatchObject({ accepted: true });
  });
});
