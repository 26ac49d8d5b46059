import { describe, expect, it } from 'vitest';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { CaseClosure, closeCase } from '#shared/domain/case/ending/close-case.ts';
import { confirmUrgentSupport } from '#shared/domain/case/urgent/confirm-urgent-support.ts';
import { expireUrgentSupport } from '#shared/domain/case/urgent/expire-urgent-support.ts';
import { renewUrgentSupport } from '#shared/domain/case/urgent/renew-urgent-support.ts';
import {
  startUrgentSupport,
  UrgentSupportStart,
} from '#shared/domain/case/urgent/start-urgent-support.ts';
import {
  assessed,
  at,
  changeOf,
  eligible,
  opened,
  referred,
  stateAfter,
} from '#test/support/case-states.ts';

// A Friday; two working days later is Tuesday 21 July.
const friday = '2026-07-17';
const settings = {
  urgentSupport: { limitWeeklyPence: 60_000, expiryDays: 14 },
  costCentres: [{ id: 'older-people' }],
  exclusions: ['alcohol'],
  careHomeGapDays: 28,
} as const;
const reason = { reason: 'The daughter is still in hospital.' };

function start(state: CaseState, weeklyPence = 60_000, by = 'duty-1', today = friday) {
  const input = UrgentSupportStart.parse({
    whyUrgent: 'His mother was taken to hospital at four.',
    support: 'A worker through the night, from seven this evening.',
    purchase: 'personal-care',
    weeklyPence,
  });
  return startUrgentSupport(state, input, settings, at(today, by, 'duty-manager'));
}

const running = () => stateAfter(start(referred()));
const second = (today: string, by = 'team-manager-1') => at(today, by, 'team-manager');

describe('urgent support', () => {
  it.each([
    ['contact', opened()],
    ['assessment', referred()],
    ['eligibility', assessed()],
    ['support planning', eligible()],
  ])('starts the same day at the stage of %s, under one key', (_, state) => {
    const { next, dues } = changeOf(start(state));
    expect(next.urgentSupport).toEqual({
      state: 'awaiting-second-key',
      weeklyPence: 60_000,
      startedOn: friday,
      firstKeyBy: 'duty-1',
      secondKeyBy: null,
      secondKeyDue: '2026-07-21',
      expiresOn: '2026-07-30',
    });
    expect(dues).toEqual([{ due: 'urgent-support', on: '2026-07-21' }]);
  });

  it('is refused above the limit of the council, by a penny', () => {
    expect(start(referred(), 60_001)).toMatchObject({
      refusal: { kind: 'urgent-support-limit', pointer: '/weeklyPence' },
    });
  });

  it('is refused while some is running', () => {
    expect(start(running())).toMatchObject({ refusal: { kind: 'already-recorded' } });
  });

  it('names the law of its day', () => {
    expect(changeOf(start(referred())).body).toMatchObject({ rule: 'Care Act 2014 s19(3)' });
    expect(changeOf(start(referred(), 100, 'duty-1', '2008-06-13')).body).toMatchObject({
      rule: 'NHS and Community Care Act 1990 s47(5)',
    });
  });
});

describe('the second key', () => {
  it.each(['2026-07-17', '2026-07-20', '2026-07-21'])('may be turned on %s', (today) => {
    const { next, dues } = changeOf(confirmUrgentSupport(running(), reason, second(today)));
    expect(next.urgentSupport).toMatchObject({ state: 'confirmed', secondKeyBy: 'team-manager-1' });
    expect(dues).toEqual([{ due: 'urgent-support', on: '2026-07-30' }]);
  });

  it('comes too late on the third working day', () => {
    expect(confirmUrgentSupport(running(), reason, second('2026-07-22'))).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });

  it('is never turned by the person who turned the first', () => {
    expect(confirmUrgentSupport(running(), reason, second(friday, 'duty-1'))).toMatchObject({
      refusal: { kind: 'same-person' },
    });
  });

  it('is turned once, and only where support awaits it', () => {
    const confirmed = stateAfter(confirmUrgentSupport(running(), reason, second(friday)));
    for (const state of [confirmed, referred()]) {
      expect(confirmUrgentSupport(state, reason, second(friday))).toMatchObject({
        refusal: { kind: 'wrong-stage' },
      });
    }
  });
});

describe('a renewal', () => {
  const confirmed = () => stateAfter(confirmUrgentSupport(running(), reason, second(friday)));
  const input = { whyStillUrgent: 'He is still in hospital.' };
  const duty = (today: string) => at(today, 'duty-2', 'duty-manager');
  const renew = (state: CaseState, today: string) =>
    renewUrgentSupport(state, input, settings, duty(today));
  const asked = () => stateAfter(renew(confirmed(), '2026-07-30'));

  it('lets it go on for as many days as it lasts, from the day of its first key', () => {
    expect(asked().urgentSupport).toMatchObject({ state: 'confirmed', expiresOn: '2026-07-30' });
    const { next, dues } = changeOf(confirmUrgentSupport(asked(), reason, second('2026-07-30')));
    expect(next.urgentSupport).toMatchObject({ expiresOn: '2026-08-12', timesRenewed: 1 });
    expect(next.urgentSupport).not.toHaveProperty('renewal');
    expect(dues).toEqual([{ due: 'urgent-support', on: '2026-08-12' }]);
  });

  it.each([
    ['before it is confirmed', running(), '2026-07-20', 'wrong-stage'],
    ['after its last day', confirmed(), '2026-07-31', 'wrong-stage'],
    ['on the day on which it was started', confirmed(), friday, 'already-recorded'],
    ['twice', asked(), '2026-07-30', 'already-recorded'],
    ['of none', referred(), '2026-07-30', 'wrong-stage'],
    [
      'after a death',
      { ...confirmed(), death: { status: 'stands', personEvent: 2, event: 3 } } as const,
      '2026-07-20',
      'death-recorded',
    ],
  ])('is refused %s', (_when, state, today, kind) => {
    expect(renew(state, today)).toMatchObject({ refusal: { kind } });
  });

  it('is confirmed by somebody else, by its last day', () => {
    const own = confirmUrgentSupport(asked(), reason, second('2026-07-30', 'duty-2'));
    expect(own).toMatchObject({ refusal: { kind: 'same-person' } });
    const late = confirmUrgentSupport(asked(), reason, second('2026-07-31'));
    expect(late).toMatchObject({ refusal: { kind: 'wrong-stage' } });
  });

  it('that nobody confirms ends with the rest', () => {
    const sweep = at('2026-07-31', 'due-sweep', 'service');
    const { next } = changeOf(expireUrgentSupport(asked(), sweep));
    expect(next.urgentSupport).toMatchObject({ state: 'expired' });
    expect(next.urgentSupport).not.toHaveProperty('renewal');
  });
});

describe('expiry', () => {
  const confirmed = () => stateAfter(confirmUrgentSupport(running(), reason, second(friday)));
  const sweep = (today: string) => at(today, 'due-sweep', 'service');

  it('takes what nobody confirmed, the day after the key was due', () => {
    expect(expireUrgentSupport(running(), sweep('2026-07-21')).accepted).toBe(false);
    const { next, body } = changeOf(expireUrgentSupport(running(), sweep('2026-07-22')));
    expect(next.urgentSupport?.state).toBe('expired');
    expect(body).toMatchObject({ because: 'not-confirmed', lastDay: '2026-07-21' });
  });

  it('takes what was confirmed once it has run its time', () => {
    expect(expireUrgentSupport(confirmed(), sweep('2026-07-30')).accepted).toBe(false);
    const { body } = changeOf(expireUrgentSupport(confirmed(), sweep('2026-07-31')));
    expect(body).toMatchObject({ because: 'ran-its-time', lastDay: '2026-07-30' });
  });

  it('takes nothing twice', () => {
    const expired = stateAfter(expireUrgentSupport(running(), sweep('2026-07-22')));
    expect(expireUrgentSupport(expired, sweep('2026-07-23')).accepted).toBe(false);
  });

  it('of what nobody confirmed leaves the next start to somebody else', () => {
    const expired = stateAfter(expireUrgentSupport(running(), sweep('2026-07-22')));
    expect(start(expired, 100, 'duty-1', '2026-07-22')).toMatchObject({
      refusal: { kind: 'same-person' },
    });
    expect(start(expired, 100, 'duty-2', '2026-07-22').accepted).toBe(true);
  });

  it('comes with the end of the case, whose due dates go with it', () => {
    const state = stateAfter(start(eligible()));
    const closure = CaseClosure.parse({
      outcome: 'nfa-moved-to-another-authority',
      reason: 'She moved to her son.',
      howToComeBack: 'Call us.',
    });
    const { next, dues } = changeOf(closeCase(state, closure, at('2026-07-20')));
    expect(next.urgentSupport?.state).toBe('ended');
    expect(dues).toEqual([{ due: 'urgent-support', on: null }]);
  });
});
