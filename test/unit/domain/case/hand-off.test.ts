import { describe, expect, it } from 'vitest';
import { handOff, type TakenOnBy } from '#shared/domain/case/tasks/hand-off.ts';
import { referred } from '#test/support/case-states.ts';

const north = (worker: string | null): TakenOnBy => ({ team: 'north', worker });
const south = (worker: string | null): TakenOnBy => ({ team: 'south', worker });

function handOffsAfter(...takers: readonly TakenOnBy[]): number {
  const days = takers.map((to, index) => [to, `2026-07-${String(index + 10)}`] as const);
  return days.reduce((state, [to, on]) => handOff(state, to, on), referred()).handOffs;
}

describe('Hand-offs', () => {
  it.each<[string, number, TakenOnBy[]]>([
    ['a referral before there is a worker', 0, [north(null), south(null)]],
    ['the first worker', 0, [north('ann')]],
    ['another worker of the team', 1, [north('ann'), north('bob')]],
    ['the same worker in another team', 1, [north('ann'), south('ann')]],
    ['another worker in another team', 1, [north('ann'), south('bob')]],
    ['another team, and its worker later', 1, [north('ann'), south(null), south('bob')]],
    ['back to the team, and the same worker again', 0, [north('ann'), north(null), north('ann')]],
    ['back to the team, and then another worker', 1, [north('ann'), north(null), north('bob')]],
    ['there and back again', 2, [north('ann'), south('bob'), north('ann')]],
    ['the same worker once more', 0, [north('ann'), north('ann')]],
  ])('%s count %i', (_, count, takers) => {
    expect(handOffsAfter(...takers)).toBe(count);
  });

  it('leave the day since when a worker has had the case', () => {
    const state = handOff(referred(), north('ann'), '2026-07-10');
    const back = handOff(handOff(state, north(null), '2026-07-11'), north('ann'), '2026-07-12');
    expect(back.held).toEqual({ team: 'north', worker: 'ann', since: '2026-07-10' });
    expect(back.allocatedTo).toBe('ann');
  });

  it('keep of what the taker is given by only the team and the worker', () => {
    const asked = { team: 'north', worker: 'ann', reason: 'She knows the family.' };
    const state = handOff(referred(), asked, '2026-07-10');
    expect(state.held).toEqual({ team: 'north', worker: 'ann', since: '2026-07-10' });
  });
});
