import { describe, expect, it } from 'vitest';
import { eligibilityRuleOn, isCareAct } from '#shared/council/eligibility-rule.ts';
import { LetterId } from '#shared/council/letters/letters.ts';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';
import { hoursInWords } from '#shared/domain/calendar/office-hours.ts';

describe('The council presets', () => {
  it('are the example and the four published journeys', () => {
    expect(councilIds).toEqual([
      'example',
      'southwark-2010',
      'cheshire-2008',
      'warwickshire',
      'worcestershire',
    ]);
  });

  it.each(councilIds)('%s is whole and right', (id) => {
    const council = councilNamed(id);
    expect(council.id).toBe(id);
    expect(Object.keys(council.letters).sort()).toEqual([...LetterId.options].sort());
  });

  it.each(councilIds)('%s gives people only numbers that no real person has', (id) => {
    const { officeHours, openingHours, ...phones } = councilNamed(id).contacts;
    expect(openingHours).toBe(hoursInWords(officeHours));
    expect(openingHours).toMatch(/^Monday to Friday, 8(.30)?am|^Monday to Friday, 9am/);
    for (const phone of Object.values(phones)) {
      // Ofcom keeps these ranges for drama.
      expect(phone).toMatch(/^(01632 960 |020 7946 0)\d{3}$/);
    }
  });

  it.each(councilIds)('%s says of every table where its figures come from', (id) => {
    for (const table of councilNamed(id).ras.tables) {
      const isPublished = table.version === 'cheshire-2008-04-01';
      expect(table.provenance === 'synthetic').toBe(!isPublished);
    }
  });

  it('keep who changed which answer of a draft for less long than the assessment that came of it', () => {
    for (const id of councilIds) {
      const { 'assessment-draft': draft, case: kept } = councilNamed(id).retention;
      expect(draft, id).toMatchObject({ trigger: kept.trigger, action: 'erase' });
      expect(draft.years, id).toBeLessThan(kept.years);
    }
  });

  it('that there is none of is an error that names those that there are', () => {
    expect(() => councilNamed('nowhere')).toThrow(/"nowhere".*example, southwark-2010/);
  });

  it.each([
    ['example', 'before-eligibility'],
    ['cheshire-2008', 'before-eligibility'],
    ['worcestershire', 'before-eligibility'],
    ['southwark-2010', 'after-eligibility'],
  ])('%s offers reablement %s', (id, reablement) => {
    expect(councilNamed(id).reablement).toBe(reablement);
  });

  it('of Cheshire has five patch teams in the West and six in the East', () => {
    const names = councilNamed('cheshire-2008').teams.map((team) => team.name);
    expect(names.filter((name) => name.startsWith('West patch'))).toHaveLength(5);
    expect(names.filter((name) => name.startsWith('East patch'))).toHaveLength(6);
  });

  it('of Worcestershire has the Adult Front Door and the five teams that it refers to', () => {
    const kinds = councilNamed('worcestershire').teams.map((team) => team.kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'front-door',
        'social-work',
        'safeguarding',
        'hospital-and-reablement',
        'young-adults',
        'mental-health',
      ]),
    );
  });
});

describe('The eligibility scheme of a council', () => {
  it.each([
    ['cheshire-2008', '2008-05-23', 'facs'],
    ['cheshire-2008', '2015-03-31', 'facs'],
    ['southwark-2010', '2010-04-01', 'facs'],
    ['example', '2015-04-01', 'care-act-2014'],
    ['worcestershire', '2026-11-22', 'care-act-2014'],
  ])('%s decides on %s by %s', (id, date, scheme) => {
    expect(eligibilityRuleOn(councilNamed(id), date)).toMatchObject({ value: { scheme } });
  });

  it.each([
    ['cheshire-2008', '2015-04-01'],
    ['cheshire-2008', '2008-03-31'],
    ['example', '2015-03-31'],
  ])('%s decides nothing on %s', (id, date) => {
    expect(eligibilityRuleOn(councilNamed(id), date)).toMatchObject({
      refusal: { kind: 'scheme-not-in-force' },
    });
  });

  it.each([
    ['example', true],
    ['warwickshire', true],
    ['worcestershire', true],
    ['cheshire-2008', false],
    ['southwark-2010', false],
  ])('%s may run in production: %s', (id, may) => {
    expect(isCareAct(councilNamed(id))).toBe(may);
  });

  it('that ends may not run in production', () => {
    const council = councilNamed('example');
    const eligibility = [
      { scheme: 'care-act-2014' as const, from: '2015-04-01', until: '2030-01-01' },
    ];
    expect(isCareAct({ ...council, eligibility })).toBe(false);
  });
});
