import { describe, expect, it } from 'vitest';
import {
  type Authorisation,
  DelegatedLimit,
  mayAuthorise,
  nextLevel,
} from '#shared/domain/budget/delegated-limits.ts';
import {
  checkDelegation,
  DelegationScheme,
} from '#shared/domain/budget/delegated-limits-policy.ts';
import { accept } from '#shared/domain/outcome.ts';

const manager = DelegatedLimit.parse({
  id: 'manager',
  key: 'budget-manager',
  holder: { kind: 'role', role: 'budget-manager' },
  weeklyPenceMax: 50_000,
  oneOffPenceMax: 100_000,
  from: '2026-04-01',
  until: '2027-03-31',
});
const head = DelegatedLimit.parse({
  ...manager,
  id: 'head',
  holder: { kind: 'role', role: 'head-of-service' },
  weeklyPenceMax: 150_000,
  oneOffPenceMax: 1_000_000,
});
const newcomer = DelegatedLimit.parse({
  ...manager,
  id: 'newcomer',
  holder: { kind: 'person', personId: 'new-1' },
  weeklyPenceMax: 10_000,
});
const practitioner = DelegatedLimit.parse({
  ...manager,
  id: 'practitioner',
  key: 'practitioner',
  holder: { kind: 'role', role: 'practitioner' },
});
const limits = [head, manager, newcomer, practitioner];

const asked: Authorisation = {
  key: 'budget-manager',
  weeklyPence: 50_000,
  oneOffPence: 100_000,
  date: '2026-07-03',
};
const someManager = { personId: 'staff-1', roles: ['budget-manager'] };

describe('A delegated limit', () => {
  it.each([
    ['at the limit', {}],
    ['on the first day', { date: '2026-04-01' }],
    ['on the last day', { date: '2027-03-31' }],
    ['of nothing', { weeklyPence: 0, oneOffPence: 0 }],
  ])('lets its holder authorise an amount %s', (_, changed) => {
    expect(mayAuthorise(limits, someManager, { ...asked, ...changed })).toEqual(accept(manager));
  });

  it.each([
    ['a penny above it a week', { weeklyPence: 50_001 }],
    ['a penny above it once', { oneOffPence: 100_001 }],
    ['with the other key', { key: 'practitioner' as const }],
  ])('stops its holder %s', (_, changed) => {
    expect(mayAuthorise(limits, someManager, { ...asked, ...changed })).toMatchObject({
      refusal: { kind: 'above-delegated-limit' },
    });
  });

  it.each([
    ['the day before it begins', '2026-03-31'],
    ['the day after it ends', '2027-04-01'],
  ])('stops its holder %s', (_, date) => {
    expect(mayAuthorise(limits, someManager, { ...asked, date })).toMatchObject({
      refusal: { kind: 'no-top-limit' },
    });
  });

  it('without an end goes on', () => {
    const { until, ...open } = manager;
    expect(mayAuthorise([open], someManager, { ...asked, date: '2040-01-01' }).accepted).toBe(true);
    expect(until).toBe('2027-03-31');
  });

  it('for a person replaces the one of their role, and may be lower', () => {
    const person = { personId: 'new-1', roles: ['budget-manager', 'head-of-service'] };
    const small = { ...asked, weeklyPence: 10_000 };
    expect(mayAuthorise(limits, person, small)).toEqual(accept(newcomer));
    expect(mayAuthorise(limits, person, { ...small, weeklyPence: 10_001 }).accepted).toBe(false);
  });

  it('of any of a person’s roles will do', () => {
    const both = { personId: 'staff-2', roles: ['budget-manager', 'head-of-service'] };
    expect(mayAuthorise(limits, both, { ...asked, weeklyPence: 60_000 })).toEqual(accept(head));
  });

  it('is held by nobody without a role', () => {
    const stranger = { personId: 'staff-3', roles: [] };
    expect(mayAuthorise(limits, stranger, { ...asked, weeklyPence: 0 }).accepted).toBe(false);
  });

  it('sends a larger amount up to the lowest limit that covers it', () => {
    const larger = { ...asked, weeklyPence: 50_001 };
    expect(nextLevel(limits, larger)).toEqual(head);
    expect(nextLevel(limits, { ...asked, weeklyPence: 9000 })).toEqual(newcomer);
    const refused = mayAuthorise(limits, someManager, larger);
    expect(refused.accepted ? '' : refused.refusal.detail).toContain('role head-of-service');
  });

  it('goes up by what may be paid once where the week is the same', () => {
    const chief = { ...head, id: 'chief', oneOffPenceMax: 2_000_000 };
    const larger = { ...asked, weeklyPence: 50_001 };
    expect(nextLevel([chief, head, manager], larger)).toEqual(head);
    expect(nextLevel([manager, head, chief], larger)).toEqual(head);
    expect(nextLevel([head, chief], { ...larger, oneOffPence: 1_000_001 })).toEqual(chief);
  });

  it('goes up by the week before what may be paid once', () => {
    const lower = { ...head, id: 'lower', weeklyPenceMax: 60_000, oneOffPenceMax: 3_000_000 };
    expect(nextLevel([head, lower], { ...asked, weeklyPence: 50_001 })).toEqual(lower);
    expect(nextLevel([lower, head], { ...asked, weeklyPence: 50_001 })).toEqual(lower);
  });

  it('says when no limit reaches so far', () => {
    const huge = { ...asked, weeklyPence: 150_001 };
    expect(nextLevel(limits, huge)).toBeUndefined();
    const refused = mayAuthorise(limits, someManager, huge);
    expect(refused).toMatchObject({ refusal: { kind: 'no-top-limit' } });
  });

  it('without a ceiling reaches any amount, and is the last to which one goes up', () => {
    const top = { ...head, id: 'top', weeklyPenceMax: null, oneOffPenceMax: null };
    const huge = { ...asked, weeklyPence: 9_999_999_99, oneOffPence: 9_999_999_99 };
    expect(nextLevel([top, head, manager], huge)).toEqual(top);
    expect(nextLevel([top, head, manager], { ...asked, weeklyPence: 60_000 })).toEqual(head);
    const someHead = { personId: 'staff-4', roles: ['head-of-service'] };
    expect(mayAuthorise([top, manager], someHead, huge)).toEqual(accept(top));
    const refused = mayAuthorise([top, manager], someManager, huge);
    expect(refused.accepted ? '' : refused.refusal.detail).toContain('no ceiling');
  });

  it('names a person’s limit without the person’s name', () => {
    const small = { ...asked, weeklyPence: 5000 };
    const refused = mayAuthorise(limits, { personId: 'x', roles: [] }, small);
    expect(refused.accepted ? '' : refused.refusal.detail).toContain('a named person');
  });
});

describe('A scheme of delegation', () => {
  const limit = (changed: object) => ({
    id: 'top',
    key: 'budget-manager',
    holder: { kind: 'role', role: 'head-of-service' },
    weeklyPenceMax: null,
    oneOffPenceMax: null,
    ...changed,
  });
  const ofPractitioners = {
    id: 'practitioners',
    key: 'practitioner',
    holder: { kind: 'role', role: 'practitioner' },
  };
  const check = (...held: object[]) =>
    checkDelegation(DelegationScheme.parse({ from: '2026-04-01', limits: held }));

  it.each([
    ['the budget manager’s key alone', [limit({})]],
    ['both keys', [limit({}), limit(ofPractitioners)]],
  ])('holds with a limit without a ceiling for %s', (_, held) => {
    expect(check(...held).accepted).toBe(true);
  });

  it.each([
    ['with a ceiling by the week', [limit({ weeklyPenceMax: 900_000 })]],
    ['with a ceiling once', [limit({ oneOffPenceMax: 900_000 })]],
    ['that one person alone holds', [limit({ holder: { kind: 'person', personId: 'head-1' } })]],
    ['of a role that never turns the key', [limit({ holder: { kind: 'role', role: 'adviser' } })]],
    ['of the other key', [limit(ofPractitioners)]],
    [
      'of one key, and a lower one of the other',
      [limit({}), limit({ ...ofPractitioners, weeklyPenceMax: 50_000 })],
    ],
  ])('is refused where the highest limit is one %s', (_, held) => {
    expect(check(...held)).toMatchObject({
      refusal: { kind: 'no-top-limit', pointer: '/limits' },
    });
  });

  it.each([
    [
      'for a role that may not turn the key',
      { id: 'adviser', holder: { kind: 'role', role: 'adviser' } },
      '/limits/1/holder/role',
    ],
    ['of one name twice', { holder: { kind: 'person', personId: 'x' } }, '/limits/1/id'],
    ['twice for one holder and key', { id: 'again', weeklyPenceMax: 5 }, '/limits/1/holder'],
  ])('is refused with a limit %s', (_, second, pointer) => {
    expect(check(limit({}), limit(second))).toMatchObject({
      refusal: { kind: 'invalid-input', pointer },
    });
  });
});
