import { expect, it } from 'vitest';
import { inOrder } from '#shared/contracts/case-answer.ts';

it('The records of an answer come in the order in which they were written', () => {
  const records = { 'plan-key': 12, determination: 4, contact: 1, plan: 11 };
  expect(Object.keys(inOrder(records))).toEqual(['contact', 'determination', 'plan', 'plan-key']);
});
