import { describe, expect, test } from 'vitest';
import { compilePattern } from '#infra/local/events/patterns.ts';

const event = {
  source: 'adult-social-care',
  'detail-type': 'case-opened',
  resources: ['arn:one', 'arn:two'],
  detail: { stage: 'triage', round: 2, urgent: false, plan: null, lines: [{ kind: 'visit' }] },
};

describe('a pattern', () => {
  test.each<[string, unknown, boolean]>([
    ['names one of several values', { source: ['other', 'adult-social-care'] }, true],
    ['names no value that is there', { source: ['other'] }, false],
    [
      'has to hold in every field',
      { source: ['adult-social-care'], detail: { round: [3] } },
      false,
    ],
    ['looks below a field', { detail: { stage: ['triage'], round: [2] } }, true],
    ['tells a number from its text', { detail: { round: ['2'] } }, false],
    ['knows false and null', { detail: { urgent: [false], plan: [null] } }, true],
    ['matches a member of a list', { resources: ['arn:two'] }, true],
    ['looks into the members of a list', { detail: { lines: { kind: ['visit'] } } }, true],
    ['matches nothing below what is missing', { detail: { money: { pence: [1] } } }, false],
    ['matches the beginning of a text', { source: [{ prefix: 'adult-' }] }, true],
    ['does not match another beginning', { source: [{ prefix: 'child-' }] }, false],
    ['matches anything but a value', { 'detail-type': [{ 'anything-but': 'case-closed' }] }, true],
    ['matches anything but a list', { source: [{ 'anything-but': ['adult-social-care'] }] }, false],
    [
      'matches anything but a beginning',
      { source: [{ 'anything-but': { prefix: 'adult' } }] },
      false,
    ],
    ['needs a value for anything-but', { detail: { money: [{ 'anything-but': 1 }] } }, false],
    [
      'needs a value beside a prefix',
      { detail: { money: [{ 'anything-but': { prefix: 'x' } }] } },
      false,
    ],
    ['asks that a field exists', { detail: { stage: [{ exists: true }] } }, true],
    ['asks that a field is missing', { detail: { money: [{ exists: false }] } }, true],
    [
      'asks that a field is missing which is not',
      { detail: { stage: [{ exists: false }] } },
      false,
    ],
    [
      'asks deep below what is missing',
      { detail: { money: { pence: [{ exists: false }] } } },
      true,
    ],
    ['compares a number', { detail: { round: [{ numeric: ['>', 1, '<=', 2] }] } }, true],
    ['compares a number in vain', { detail: { round: [{ numeric: ['>', 2] }] } }, false],
    ['compares no text as a number', { detail: { stage: [{ numeric: ['>', 0] }] } }, false],
    [
      'holds with one of its alternatives',
      { $or: [{ source: ['x'] }, { detail: { round: [2] } }] },
      true,
    ],
    ['holds with none of its alternatives', { $or: [{ source: ['x'] }, { source: ['y'] }] }, false],
  ])('%s', (_title, pattern, matches) => {
    expect(compilePattern(pattern)(event)).toBe(matches);
  });

  test.each<[string, unknown]>([
    ['wildcard', { source: [{ wildcard: 'adult-*' }] }],
    ['suffix', { source: [{ suffix: 'care' }] }],
    ['equals-ignore-case', { detail: { stage: [{ prefix: { 'equals-ignore-case': 'TRI' } }] } }],
    ['numeric', { detail: { round: [{ numeric: ['>', 1, '<'] }] } }],
    ['numeric', { detail: { round: [{ numeric: ['~', 1] }] } }],
  ])('with %s beyond what is known is refused by name when it is read', (name, pattern) => {
    expect(() => compilePattern(pattern)({})).toThrow(name);
  });
});
