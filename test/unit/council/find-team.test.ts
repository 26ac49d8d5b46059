import { describe, expect, it } from 'vitest';
import { councilNamed } from '#shared/council/load/find-council.ts';
import { teamFor } from '#shared/council/teams/find-team.ts';

const cheshire = councilNamed('cheshire-2008');
const warwickshire = councilNamed('warwickshire');

describe('The team for a person', () => {
  it.each([
    ['CH1 4AB', 'west-chester'],
    ['CW1 2AB', 'east-crewe'],
    ['CW12 1AB', 'east-congleton'],
    ['WA16 6AB', 'east-knutsford'],
    ['SK11 8AB', 'east-macclesfield'],
  ])('of %s in Cheshire is %s', (postcode, team) => {
    expect(teamFor(cheshire, 'social-work', { postcode })?.id).toBe(team);
  });

  it.each([
    ['CV21 2AB', 'social-work-east'],
    ['B78 1AB', 'social-work-north'],
    ['BA1 1AB', 'social-work-south'],
    ['CV34 4AB', 'social-work-south'],
    ['CV2 1AB', 'social-work-south'],
  ])('of %s in Warwickshire is %s', (postcode, team) => {
    expect(teamFor(warwickshire, 'social-work', { postcode })?.id).toBe(team);
  });

  it('is the first patch team where nobody knows the address', () => {
    expect(teamFor(cheshire, 'social-work')?.id).toBe('west-chester');
  });

  it('is the one that serves the whole area where nobody knows the address', () => {
    expect(teamFor(warwickshire, 'social-work')?.id).toBe('social-work-south');
  });

  it('is found by ward, and the closest patch wins', () => {
    const [team] = warwickshire.teams;
    if (team === undefined) throw new Error('there are teams');
    const wide = { ...team, id: 'wide', patches: [{ kind: 'postcode' as const, codes: ['CV'] }] };
    const ward = { ...team, id: 'ward', patches: [{ kind: 'ward' as const, wards: ['Abbey'] }] };
    const council = { ...warwickshire, teams: [wide, ward] };
    const where = { postcode: 'CV8 1AB', ward: 'Abbey' };
    expect(teamFor(council, team.kind, where)?.id).toBe('ward');
    expect(teamFor(council, team.kind, { ...where, ward: 'Park' })?.id).toBe('wide');
  });

  it('is none where the council has no team of that kind', () => {
    expect(teamFor(cheshire, 'brokerage', { postcode: 'CW5 1AB' })).toBeUndefined();
  });
});
