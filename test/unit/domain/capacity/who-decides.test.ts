import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CapacityDecision,
  CapacityRecord,
  capacityRecordFor,
} from '#shared/domain/capacity/capacity-record.ts';
import {
  Representative,
  RepresentativeKind,
  representativeFor,
} from '#shared/domain/capacity/representatives.ts';
import { type DecisionQuestion, whoDecides } from '#shared/domain/capacity/who-decides.ts';

const staff = { id: 'practitioner-1', name: 'A Practitioner' };
const bestInterests = {
  decidedOn: '2026-07-02',
  decidedBy: { id: 'manager-1', name: 'A Manager' },
  decision: 'She stays at home with more help.',
  wishesAndFeelings: 'She wants to stay near her garden.',
  peopleConsulted: ['Her sister'],
  lessRestrictiveWays: 'A move was considered and is not needed.',
};

function lacks(decision: CapacityDecision, others: object = {}): CapacityRecord {
  return CapacityRecord.parse({
    conclusion: 'lacks-capacity',
    decision,
    about: 'Which help to have.',
    assessedOn: '2026-07-01',
    assessedBy: staff,
    helpGiven: 'Pictures, a quiet room and two visits.',
    impairment: 'Dementia.',
    inabilities: ['retain'],
    bestInterests: null,
    ...others,
  });
}

function has(decision: CapacityDecision, assessedOn: string): CapacityRecord {
  const conclusion = 'has-capacity';
  const reason = 'He weighed the choices in his own words.';
  const about = 'Which help to have.';
  return { conclusion, decision, about, assessedOn, assessedBy: staff, reason };
}

function representative(kind: RepresentativeKind, others: object = {}): Representative {
  const evidenceSeen = 'The stamped original.';
  const base = { personId: 'person-2', kind, evidenceSeen, from: '2026-01-01', until: null };
  return Representative.parse({ ...base, ...others });
}

function ask(others: Partial<DecisionQuestion>) {
  const question = { decision: 'support-plan', on: '2026-07-17', birthDate: '1940-01-01' } as const;
  return whoDecides({ ...question, records: [], representatives: [], ...others });
}

describe('A person', () => {
  it('is taken to have capacity for every decision until a record says otherwise', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CapacityDecision.options), (decision) => {
        const representatives = RepresentativeKind.options.map((kind) => representative(kind));
        expect(ask({ decision, representatives })).toMatchObject({
          value: { by: 'person', isPresumed: true, rule: 'Mental Capacity Act 2005 s1(2)' },
        });
      }),
    );
  });

  it('decides for themself once a record says that they can', () => {
    const records = [lacks('support-plan'), has('support-plan', '2026-07-10')];
    expect(ask({ records })).toMatchObject({ value: { by: 'person', isPresumed: false } });
  });

  it('decides for themself on anything but the one decision they lack capacity for', () => {
    const records = [lacks('money')];
    for (const decision of CapacityDecision.exclude(['money']).options) {
      expect(ask({ decision, records })).toMatchObject({ value: { by: 'person' } });
    }
    expect(ask({ decision: 'money', records })).toMatchObject({
      refusal: { kind: 'capacity-check-needed' },
    });
  });

  it.each([
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('is judged on %s by the records made by then: presumed %s', (on, isPresumed) => {
    const records = [lacks('support-plan', { bestInterests })];
    const decided = ask({ on, records });
    expect(decided.accepted && decided.value.by === 'person').toBe(isPresumed);
  });

  it.each([
    ['2010-07-18', 'parental-responsibility'],
    ['2010-07-17', 'person'],
  ])('born on %s decides on 17 July 2026 by %s', (birthDate, by) => {
    expect(ask({ birthDate })).toMatchObject({ value: { by } });
  });
});

describe('Of several records the one that counts', () => {
  it.each<[string[], string | undefined, string]>([
    [['2026-07-01', '2026-07-05'], '2026-07-05', 'the latest'],
    [['2026-07-05', '2026-07-01'], '2026-07-05', 'the latest, in whatever order'],
    [['2026-07-01', '2026-08-01'], '2026-07-01', 'the latest by that day'],
    [['2026-08-01'], undefined, 'none'],
  ])('of %j is that of %s (%s)', (days, counted) => {
    const records = days.map((day) => has('move', day));
    expect(capacityRecordFor(records, 'move', '2026-07-17')?.assessedOn).toBe(counted);
  });

  it('is the later in the list of two on one day', () => {
    const records = [has('move', '2026-07-01'), lacks('move')];
    expect(capacityRecordFor(records, 'move', '2026-07-17')?.conclusion).toBe('lacks-capacity');
  });
});

describe('For someone who lacks capacity', () => {
  it('a power of the right kind decides, before the council', () => {
    const records = [lacks('support-plan', { bestInterests })];
    const representatives = [representative('attorney-health-and-welfare')];
    expect(ask({ records, representatives })).toMatchObject({
      value: {
        by: 'representative',
        personId: 'person-2',
        rule: 'Mental Capacity Act 2005 s9',
      },
    });
  });

  it.each([
    ['deputy-health-and-welfare', 'support-plan', 'Mental Capacity Act 2005 s16'],
    ['attorney-property-and-affairs', 'charging', 'Mental Capacity Act 2005 s9'],
    ['authorised-person', 'direct-payment', 'Care Act 2014 s32(4)'],
  ] as const)('a %s decides on %s by %s', (kind, decision, rule) => {
    const question = { records: [lacks(decision)], representatives: [representative(kind)] };
    expect(ask({ decision, ...question })).toMatchObject({ value: { rule } });
  });

  it('the council decides in their best interests when nobody holds a power', () => {
    expect(ask({ records: [lacks('support-plan', { bestInterests })] })).toMatchObject({
      value: { by: 'best-interests', staffId: 'manager-1' },
    });
  });

  it('nothing is decided before the best-interests decision is recorded', () => {
    expect(ask({ records: [lacks('support-plan')] })).toMatchObject({
      refusal: { kind: 'capacity-check-needed', pointer: '/bestInterests' },
    });
  });

  it.each(['charging', 'money', 'direct-payment'] as const)(
    'the council never decides on %s itself',
    (decision) => {
      expect(ask({ decision, records: [lacks(decision, { bestInterests })] })).toMatchObject({
        refusal: { kind: 'capacity-check-needed' },
      });
    },
  );
});

describe('A power', () => {
  it.each([
    [
      'attorney-health-and-welfare',
      ['assessment', 'support-plan', 'direct-payment', 'move', 'declining'],
    ],
    [
      'deputy-health-and-welfare',
      ['assessment', 'support-plan', 'direct-payment', 'move', 'declining'],
    ],
    ['attorney-property-and-affairs', ['charging', 'money']],
    ['deputy-property-and-affairs', ['charging', 'money']],
    ['appointee', []],
    ['authorised-person', ['direct-payment']],
  ] as const)('of the kind %s covers %j', (kind, decisions) => {
    const covered = CapacityDecision.options.filter(
      (decision) => representativeFor([representative(kind)], decision, '2026-07-17') !== undefined,
    );
    expect(covered).toEqual(decisions);
  });

  it.each([
    ['2026-07-16', undefined],
    ['2026-07-17', 'person-2'],
    ['2026-07-31', 'person-2'],
    ['2026-08-01', undefined],
  ])('from 17 to 31 July covers %s by %s', (on, personId) => {
    const held = representative('attorney-health-and-welfare', {
      from: '2026-07-17',
      until: '2026-07-31',
    });
    expect(representativeFor([held], 'move', on)?.personId).toBe(personId);
  });
});

describe('A record that someone lacks capacity', () => {
  it.each([
    ['no help given', { helpGiven: '' }],
    ['no impairment', { impairment: ' ' }],
    ['nothing that they could not do', { inabilities: [] }],
    ['an unwise choice as the reason', { unwiseChoice: true }],
    ['no decision named', { decision: 'everything' }],
  ])('is not readable with %s', (_what, others) => {
    expect(CapacityRecord.safeParse({ ...lacks('move'), ...others }).success).toBe(false);
  });
});
