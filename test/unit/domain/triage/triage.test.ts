import { describe, expect, it } from 'vitest';
import type { IndexEntry } from '#shared/domain/directory/directory-index.ts';
import { type TriageBasis, triageContact } from '#shared/domain/triage/triage.ts';
import { TriageDecision } from '#shared/domain/triage/triage-decision.ts';
import { at, changeOf, opened, suggestedTeam } from '#test/support/case-states.ts';
import { uuidOf } from '#test/support/directory-services.ts';

const teams = [{ id: 'north' }, { id: 'south' }];
const basis = {
  reablement: 'before-eligibility',
  teams,
  suggested: suggestedTeam('north'),
} as const;

function triage(input: object, { isUrgent = false, more = {} as TriageBasis } = {}) {
  const decision = TriageDecision.parse({
    verdict: 'assess',
    appearanceOfNeed: { isPresent: true, reason: 'She cannot get out of the bath.' },
    toldHowToAskForAssessment: true,
    ...input,
  });
  return triageContact(
    { ...opened(), isUrgent },
    decision,
    { ...basis, ...more },
    at('2026-07-01'),
  );
}

describe('A referral', () => {
  it('that names no team goes where the rules suggest, and says why', () => {
    const { body, next } = changeOf(triage({ referral: {} }));
    expect(next.team).toBe('north');
    expect(body).toMatchObject({
      referral: { team: 'north', reason: 'It serves the area.', isOverridden: false },
    });
  });

  it('to another team needs a reason', () => {
    expect(triage({ referral: { team: 'south' } })).toMatchObject({
      refusal: { kind: 'referral-needs-reason', pointer: '/referral/reason' },
    });
    const { body } = changeOf(triage({ referral: { team: 'south', reason: 'Known there.' } }));
    expect(body).toMatchObject({
      referral: {
        team: 'south',
        isOverridden: true,
        suggested: { team: 'north', rule: 'by-patch' },
      },
    });
  });

  it('to a team that does not exist is refused', () => {
    expect(triage({ referral: { team: 'nowhere', reason: 'So.' } })).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/referral/team' },
    });
  });

  it('begins the wait for a worker and is no hand-off', () => {
    const { next } = changeOf(triage({ referral: {} }));
    expect(next.waiting).toEqual({
      since: '2026-07-01',
      riskCheckedOn: '2026-07-01',
      reCheckAsked: null,
    });
    expect(next.handOffs).toBe(0);
  });
});

describe('The priority that triage sets', () => {
  it.each([
    ['amber where nobody names one', false, undefined, 'amber'],
    ['red where it is urgent', true, undefined, 'red'],
    ['the one that is named', false, 'green', 'green'],
  ])('is %s', (_, isUrgent, level, expected) => {
    const priority = level && { priority: { level, reason: 'As we see it.' } };
    const { next } = changeOf(triage({ referral: {}, ...priority }, { isUrgent }));
    expect(next.priority).toBe(expected);
  });

  it('is never less than red where it is urgent', () => {
    const priority = { level: 'amber', reason: 'As we see it.' };
    expect(triage({ referral: {}, priority }, { isUrgent: true })).toMatchObject({
      refusal: { kind: 'urgent-is-red', pointer: '/priority/level' },
    });
  });
});

describe('Signposting', () => {
  const entry = (name: string, more: Partial<IndexEntry> = {}): IndexEntry => ({
    id: uuidOf(name),
    digest: 'd',
    name,
    organisation: 'Agewell',
    summary: '',
    needs: [],
    categories: [],
    places: [],
    until: '2026-12-31',
    isClosed: false,
    forms: [],
    words: '',
    ...more,
  });
  const entries = [
    entry('Lunch club', { phone: '01632 960 500' }),
    entry('Walks', { until: '2026-06-30' }),
    entry('Choir', { isClosed: true }),
    entry('Bowls', { until: '2026-07-01' }),
  ];
  const directory = { version: 'v1', index: { entries } };

  function advise(names: readonly string[], more: object = {}, known: TriageBasis = { directory }) {
    const signposting = { services: names.map(uuidOf), ...more };
    const advice = {
      verdict: 'advice',
      advice: 'Company at lunch.',
      appearanceOfNeed: { isPresent: false, reason: 'She manages.' },
      signposting,
    };
    return triage(advice, { more: known });
  }

  it('keeps what was suggested as the directory had it', () => {
    const { body, next } = changeOf(
      advise(['Lunch club', 'Bowls'], { askIfUsefulOn: '2026-07-29' }),
    );
    expect(body).toMatchObject({
      outcome: 'nfa-information-and-advice',
      signposted: {
        directoryVersion: 'v1',
        services: [
          { id: uuidOf('Lunch club'), name: 'Lunch club', phone: '01632 960 500' },
          { id: uuidOf('Bowls'), name: 'Bowls' },
        ],
        askIfUsefulOn: '2026-07-29',
      },
    });
    expect(next.records.signposting).toBe(next.records.triage);
  });

  it.each<[string, string, Parameters<typeof advise>]>([
    ['a service that is not there', '/signposting/services/1', [['Lunch club', 'Nothing']]],
    ['a service that nobody checked in time', '/signposting/services/0', [['Walks']]],
    ['a service that is closed', '/signposting/services/0', [['Choir']]],
    [
      'a day that has come',
      '/signposting/askIfUsefulOn',
      [['Bowls'], { askIfUsefulOn: '2026-07-01' }],
    ],
    ['any service without a directory', '/signposting/services', [['Bowls'], {}, {}]],
  ])('refuses %s', (_, pointer, asked) => {
    expect(advise(...asked)).toMatchObject({ refusal: { kind: 'invalid-input', pointer } });
  });

  it('names each service once', () => {
    expect(() => advise(['Bowls', 'Bowls'])).toThrow(/twice/);
  });
});

describe('Every end of triage', () => {
  const declining = {
    reason: 'No, thank you.',
    howToComeBack: 'Call us.',
    hasCapacity: true,
    isAbuseSuspected: false,
    isItTheCost: false,
  };
  const concern = { riskTypes: ['self-neglect'], whatIsFeared: 'He does not eat.' };
  const body = { body: 'The NHS', outcome: 'nfa-nhs' };
  it.each<[string, object, string]>([
    ['advice', { advice: 'Company at lunch.' }, 'nfa-information-and-advice'],
    ['other-body', body, 'nfa-nhs'],
    [
      'other-body',
      { ...body, outcome: 'nfa-moved-to-another-authority' },
      'nfa-moved-to-another-authority',
    ],
    ['open-case', { openCaseId: 'case00000002' }, 'continuation-of-support'],
    ['declined', { declining }, 'nfa-support-declined'],
    ['safeguarding', { concern }, 'nfa-other-service-of-authority'],
    ['reablement', { referral: {}, whyReablement: 'She could.' }, 'progress-to-reablement'],
    ['assess', { referral: {} }, 'progress-to-assessment'],
  ])('in %s has its national code', (verdict, more, outcome) => {
    const appearanceOfNeed = { isPresent: false, reason: 'Nothing appears.' };
    expect(changeOf(triage({ verdict, appearanceOfNeed, ...more })).body).toMatchObject({
      outcome,
    });
  });
});

describe('After a death that stands', () => {
  const noted = { personEvent: 2, event: 1 };
  const decide = (status: 'stands' | 'reversed', decision: object) =>
    triageContact(
      { ...opened(), death: { ...noted, status } },
      TriageDecision.parse({
        appearanceOfNeed: { isPresent: false, reason: 'She has died.' },
        toldHowToAskForAssessment: true,
        ...decision,
      }),
      basis,
      at('2026-07-01'),
    );

  it.each([
    ['assessment', { verdict: 'assess', referral: {} }],
    ['reablement', { verdict: 'reablement', referral: {}, whyReablement: 'To walk again.' }],
  ])('no %s begins, and one does once the death is taken back', (_title, decision) => {
    expect(decide('stands', decision)).toMatchObject({
      refusal: { kind: 'death-recorded', pointer: '/verdict' },
    });
    expect(decide('reversed', decision)).toMatchObject({ accepted: true });
  });

  it('the contact is closed by advice to those who asked', () => {
    const { next } = changeOf(decide('stands', { verdict: 'advice', advice: 'Told the niece.' }));
    expect(next.status).toBe('closed');
  });
});
