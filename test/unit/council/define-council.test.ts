import { describe, expect, it } from 'vitest';
import { type CouncilInput, defineCouncil } from '#shared/council/define-council.ts';
import { plainLetters } from '#shared/council/letters/plain-letters.ts';
import { example } from '#shared/council/presets/example.ts';

const [adult, carer] = example.ras.questionnaires;
const tables = [
  {
    version: 'price',
    effectiveFrom: '2015-04-01',
    provenance: 'synthetic',
    subject: 'adult',
    kind: 'price-per-point',
    pencePerPoint: 700,
    pointsMax: 136,
  },
  {
    version: 'carer',
    effectiveFrom: '2015-04-01',
    provenance: 'synthetic',
    subject: 'carer',
    kind: 'price-per-point',
    pencePerPoint: 100,
    pointsMax: 40,
  },
];
const reckoner = {
  version: 'reckoner',
  effectiveFrom: '2015-04-01',
  provenance: 'synthetic',
  prices: [{ service: 'home-care', name: 'Home care', hourlyPence: 2000 }],
};
const ras = { ...example.ras, questionnaires: [adult, carer], tables };

describe('A preset', () => {
  it('that is right is taken as it is', () => {
    expect(defineCouncil({ ...example, ras }).name).toBe('Example Council');
  });

  it('may name rules that end the day before the next begins, even after one day', () => {
    const eligibility: CouncilInput['eligibility'] = [
      { scheme: 'facs', from: '2015-03-31', until: '2015-03-31', thresholdBand: 'critical' },
      { scheme: 'care-act-2014', from: '2015-04-01' },
    ];
    const earlier = tables.map((table) => ({ ...table, effectiveFrom: '2015-03-31' }));
    const council = defineCouncil({ ...example, eligibility, ras: { ...ras, tables: earlier } });
    expect(council.eligibility).toEqual(eligibility);
  });

  it.each<[string, Partial<CouncilInput>]>([
    ['reviewWeeksFirst', { reviewWeeksFirst: 5 }],
    ['reviewWeeksFirst', { reviewWeeksFirst: 9 }],
    ['reviewMonthsLater', { reviewMonthsLater: 13 }],
    ['surplusWeeks', { surplusWeeks: 3 }],
    ['surplusWeeks', { surplusWeeks: 12 }],
    ['payCalendar.anchor', { payCalendar: { anchor: '2026-02-30', payLeadWorkingDays: 5 } }],
    [
      'payCalendar.payLeadWorkingDays',
      { payCalendar: { anchor: '2026-04-06', payLeadWorkingDays: 2 } },
    ],
    ['urgentSupport.expiryDays', { urgentSupport: { ...example.urgentSupport, expiryDays: 0 } }],
    ['languages.0', { languages: ['English'] }],
    ['contacts.outOfHoursPhone', { contacts: { ...example.contacts, outOfHoursPhone: '12' } }],
    [
      'letters.closed.body',
      { letters: { ...plainLetters, closed: { subject: 'x', body: 'Hi ((pin))' } } },
    ],
    ['teams.0.id', { teams: [{ id: 'Front Door', name: 'F', kind: 'front-door', patches: [] }] }],
    ['teams', { teams: example.teams.filter((team) => team.kind !== 'finance') }],
    ['teams.10.id', { teams: [...example.teams, ...example.teams.slice(0, 1)] }],
    [
      'costCentres.5.id',
      { costCentres: [...example.costCentres, ...example.costCentres.slice(0, 1)] },
    ],
    ['eligibility.0', { eligibility: [{ scheme: 'care-act-2014', from: '2015-03-31' }] }],
    [
      'eligibility.0',
      {
        eligibility: [
          { scheme: 'facs', from: '2010-04-01', until: '2015-04-01', thresholdBand: 'critical' },
        ],
      },
    ],
    [
      'eligibility.0.until',
      { eligibility: [{ scheme: 'care-act-2014', from: '2016-04-01', until: '2016-03-31' }] },
    ],
    [
      'eligibility.1.from',
      {
        eligibility: [
          { scheme: 'care-act-2014', from: '2015-04-01', until: '2016-03-31' },
          { scheme: 'care-act-2014', from: '2016-04-02' },
        ],
      },
    ],
    ['ras.tables', { ras: { ...ras, tables: tables.slice(0, 1) } }],
    ['ras.tables', { ras: { ...ras, tables: [{ ...tables[0], pointsMax: 135 }, tables[1]] } }],
    [
      'ras.tables',
      { ras: { ...ras, tables: [{ ...tables[0], effectiveFrom: '2015-04-02' }, tables[1]] } },
    ],
    ['ras.questionnaires', { ras: { ...ras, questionnaires: [adult] } }],
    ['ras.tables', { ras: { ...ras, tables: [...tables, { ...tables[0], version: 'other' }] } }],
    ['ras.questionnaires.1.version', { ras: { ...ras, questionnaires: [adult, adult, carer] } }],
    ['ras.tables.2.version', { ras: { ...ras, tables: [...tables, tables[0]] } }],
    ['ras.readyReckoners.1.version', { ras: { ...ras, readyReckoners: [reckoner, reckoner] } }],
    [
      'ras.readyReckoners',
      { ras: { ...ras, readyReckoners: [reckoner, { ...reckoner, version: 'other' }] } },
    ],
    [
      'ras.readyReckoners.0.prices',
      {
        ras: {
          ...ras,
          readyReckoners: [{ ...reckoner, prices: [...reckoner.prices, ...reckoner.prices] }],
        },
      },
    ],
    [
      'ras.tables.0.pencePerPoint',
      { ras: { ...ras, tables: [{ ...tables[0], pencePerPoint: 0 }] } },
    ],
    [
      'ras.tables.2.bands.1.fromPoints',
      {
        ras: {
          ...ras,
          tables: [
            ...tables,
            {
              version: 'bands',
              effectiveFrom: '2015-04-01',
              provenance: 'synthetic',
              subject: 'adult',
              kind: 'stepped',
              bands: [
                { fromPoints: 0, belowPoints: 10, weeklyPence: 0 },
                { fromPoints: 11, belowPoints: 200, weeklyPence: 1 },
              ],
            },
          ],
        },
      },
    ],
  ])('that is wrong at %s fails by that name', (field, changed) => {
    expect(() => defineCouncil({ ...example, ras, ...changed })).toThrow(
      new RegExp(`council preset example is wrong.*[ ;]${field.replaceAll('.', '\\.')}: `),
    );
  });

  it('with a field that no council has fails by that name', () => {
    const odd: CouncilInput = Object.assign({}, example, { ombudsman: 'none' });
    expect(() => defineCouncil(odd)).toThrow(/ombudsman/);
  });
});
