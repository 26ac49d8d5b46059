import { describe, expect, it } from 'vitest';
import {
  checkTwoKeys,
  mayTurnBudgetKey,
  mayTurnPractitionerKey,
} from '#shared/domain/budget/two-keys.ts';
import { accept } from '#shared/domain/outcome.ts';

const hands = { authorIds: ['author'], assessorIds: ['assessor'], financesBy: 'finance' };

describe('The practitioner’s key', () => {
  it.each([
    ['author', 'standard', true],
    ['assessor', 'standard', true],
    ['colleague', 'standard', true],
    ['author', 'strict', false],
    ['assessor', 'strict', false],
    ['colleague', 'strict', true],
  ] as const)('may be turned by the %s where separation is %s: %s', (person, separation, may) => {
    const turned = mayTurnPractitionerKey(person, hands, separation);
    expect(turned).toMatchObject(may ? accept(person) : { refusal: { kind: 'same-person' } });
  });
});

describe('The budget manager’s key', () => {
  it.each([
    ['manager', 'practitioner', undefined],
    ['author', 'practitioner', 'same-person'],
    ['assessor', 'practitioner', 'same-person'],
    ['practitioner', 'practitioner', 'same-person'],
    ['manager', undefined, 'two-keys-missing'],
  ])('turned by the %s after the %s is refused as %s', (person, first, kind) => {
    const keys = { practitionerId: first, separation: 'standard' } as const;
    const turned = mayTurnBudgetKey(person, hands, keys);
    expect(turned).toMatchObject(kind === undefined ? accept(person) : { refusal: { kind } });
  });

  it.each([
    ['standard', true],
    ['strict', false],
  ] as const)('may be turned by who assessed the finances where separation is %s: %s', (...row) => {
    const [separation, may] = row;
    const keys = { practitionerId: 'practitioner', separation };
    const turned = mayTurnBudgetKey('finance', hands, keys);
    expect(turned).toMatchObject(may ? accept('finance') : { refusal: { kind: 'same-person' } });
  });
});

describe('Two keys', () => {
  it('are two, turned by two people', () => {
    const keys = { practitionerId: 'a', budgetManagerId: 'b' };
    expect(checkTwoKeys(keys)).toEqual(accept(keys));
  });

  it.each([
    [{}, 'two-keys-missing', 'The practitioner has not'],
    [{ practitionerId: 'a' }, 'two-keys-missing', 'The budget manager has not'],
    [{ budgetManagerId: 'b' }, 'two-keys-missing', 'The practitioner has not'],
    [{ practitionerId: 'a', budgetManagerId: 'a' }, 'same-person', 'two different people'],
  ])('%j are refused as %s', (keys, kind, words) => {
    const detail = expect.stringContaining(words);
    expect(checkTwoKeys(keys)).toMatchObject({ refusal: { kind, detail } });
  });
});
