import { expect, test } from 'vitest';
import { payRun } from './measures/payments.ts';

test('A run asks as much of the table for what is due among many agreements as among few', async () => {
  const few = await payRun({ due: 60, among: 60 });
  const many = await payRun({ due: 60, among: 600 });
  expect(few.requests).toBeGreaterThan(60);
  expect(many.requests).toBe(few.requests);
});

test('A run of some hundred agreements asks at most one and a half requests for each payment', async () => {
  const { requests } = await payRun({ due: 800, among: 800 });
  expect(requests / 800).toBeLessThanOrEqual(1.5);
});
