import { expect, test } from 'vitest';
import { promisedBy, taskDue } from '#functions/workflow/task-address.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';

const council = councilNamed('example');
// A Friday in June, at five past five, when the office has closed.
const opening = { at: '2026-06-05T16:05:00.000Z', isUrgent: true, council };

test('what is urgent is due on the day it comes, and promised for when somebody answers', () => {
  expect(taskDue('triage-contact', opening)).toBe('2026-06-05');
  expect(promisedBy('triage-contact', opening)).toBe('2026-06-08');
});

test('what is not urgent is promised for the day it is due', () => {
  const usual = { ...opening, isUrgent: false };
  expect(promisedBy('triage-contact', usual)).toBe(taskDue('triage-contact', usual));
});
