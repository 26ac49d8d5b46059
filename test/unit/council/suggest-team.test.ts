import { describe, expect, it } from 'vitest';
import { defineCouncil } from '#shared/council/define-council.ts';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';
import { example } from '#shared/council/presets/example.ts';
import type { ReferralRule } from '#shared/council/teams/referral-rules.ts';
import { type ReferralFacts, suggestTeam } from '#shared/council/teams/suggest-team.ts';

const unknown: ReferralFacts = {
  age: undefined,
  about: 'adult',
  supportReason: undefined,
  isInHospital: false,
  hasConcern: false,
  isUrgent: false,
  leadsTo: 'assess',
};

describe('The rules of referral', () => {
  it.each<[string, Partial<ReferralFacts>, string]>([
    ['example', { postcode: 'ZZ1 1ZZ' }, 'social-work-north by-patch'],
    ['example', { postcode: 'ZZ9 1ZZ' }, 'social-work-south by-patch'],
    ['example', { isInHospital: true, age: 20 }, 'hospital-and-reablement in-hospital'],
    ['example', { leadsTo: 'reablement' }, 'hospital-and-reablement reablement'],
    ['example', { hasConcern: true }, 'safeguarding safeguarding-concern'],
    ['example', { age: 24 }, 'young-adults young-adult'],
    ['example', { age: 25, postcode: 'ZZ2 1ZZ' }, 'social-work-north by-patch'],
    ['example', { supportReason: 'mental-health', age: 40 }, 'mental-health mental-health'],
    ['southwark-2010', { postcode: 'SE16 2AB' }, 'social-work-north by-patch'],
    ['southwark-2010', { postcode: 'SE22 2AB' }, 'social-work-south by-patch'],
    ['southwark-2010', { hasConcern: true, postcode: 'SE1 2AB' }, 'social-work-north by-patch'],
    [
      'southwark-2010',
      { supportReason: 'mental-health', isUrgent: true, postcode: 'SE1 2AB' },
      'social-work-north urgent',
    ],
    ['southwark-2010', { isInHospital: true, isUrgent: true }, 'reablement in-hospital'],
    ['cheshire-2008', { postcode: 'CH1 4AB' }, 'west-chester by-patch'],
    ['cheshire-2008', { postcode: 'CW5 1AB', hasConcern: true }, 'east-nantwich by-patch'],
    ['cheshire-2008', { postcode: 'SK9 1AB', isUrgent: true, age: 17 }, 'east-wilmslow urgent'],
    ['cheshire-2008', { postcode: 'SK9 1AB', age: 17 }, 'transition young-adult'],
    ['cheshire-2008', { postcode: 'SK9 1AB', age: 18 }, 'east-wilmslow by-patch'],
    ['cheshire-2008', { leadsTo: 'reablement' }, 'reablement reablement'],
    ['warwickshire', { postcode: 'CV21 2AB' }, 'social-work-east by-patch'],
    ['warwickshire', { hasConcern: true }, 'safeguarding safeguarding-concern'],
    ['warwickshire', { hasConcern: true, isUrgent: true }, 'social-work-south urgent'],
    ['warwickshire', { supportReason: 'mental-health' }, 'mental-health mental-health'],
    ['worcestershire', { isInHospital: true }, 'hospital-and-reablement in-hospital'],
    [
      'worcestershire',
      { hasConcern: true, isInHospital: true },
      'safeguarding safeguarding-concern',
    ],
    ['worcestershire', { age: 17 }, 'young-adults young-adult'],
    ['worcestershire', { supportReason: 'mental-health', age: 60 }, 'mental-health mental-health'],
    ['worcestershire', { postcode: 'DY10 1AB' }, 'social-work-north by-patch'],
    ['worcestershire', { postcode: 'WR1 1AB' }, 'social-work-south by-patch'],
  ])('of %s send %o to %s', (id, facts, expected) => {
    const { team, rule } = suggestTeam(councilNamed(id), { ...unknown, ...facts });
    expect(`${team} ${rule}`).toBe(expected);
  });

  it.each(councilIds)('of %s find a team for somebody of whom nothing is known', (id) => {
    const council = councilNamed(id);
    const { team } = suggestTeam(council, unknown);
    expect(council.teams.map((each) => each.id)).toContain(team);
  });

  it('say so where patches cannot tell the teams apart', () => {
    const cheshire = councilNamed('cheshire-2008');
    const why = (postcode: string) => suggestTeam(cheshire, { ...unknown, postcode }).why;
    expect(why('M1 1AB')).toMatch(/Nothing is known of the place/);
    expect(why('CW5 1AB')).not.toMatch(/Nothing is known/);
  });

  it('keep as much of an address as patches are drawn by', () => {
    const facts = { ...unknown, age: 81, postcode: 'ZZ1 1ZZ' };
    const { restsOn } = suggestTeam(councilNamed('example'), facts);
    expect(restsOn).toEqual({ age: 81, outwardCode: 'ZZ1' });
  });

  const everybody: ReferralRule = {
    id: 'all',
    when: {},
    to: { kind: 'social-work' },
    why: 'Everybody.',
  };
  const some: ReferralRule = { ...everybody, id: 'some', when: { isUrgent: true } };

  it.each<[string, readonly ReferralRule[]]>([
    ['referralRules', []],
    ['referralRules.0.when', [some]],
    ['referralRules.0.when', [everybody, { ...everybody, id: 'others' }]],
    ['referralRules.1.id', [some, { ...everybody, id: 'some' }]],
    ['referralRules.0.to', [{ ...some, to: { team: 'nowhere' } }, everybody]],
    [
      'referralRules.0.when.ageBelow',
      [{ ...some, when: { ageFrom: 25, ageBelow: 25 } }, everybody],
    ],
    ['referralRules.0.when.ageBelow', [{ ...some, when: { ageBelow: 0 } }, everybody]],
  ])('that are wrong at %s fail the build by that name', (field, referralRules) => {
    expect(() => defineCouncil({ ...example, referralRules: [...referralRules] })).toThrow(
      new RegExp(`preset example is wrong.*[ ;]${field.replaceAll('.', '\\.')}: `),
    );
  });

  it('that name a kind of team which the council lacks fail the build', () => {
    const teams = example.teams.filter(({ kind }) => kind !== 'young-adults');
    expect(() => defineCouncil({ ...example, teams })).toThrow(
      /referralRules\.3\.to: names no team/,
    );
  });
});
