import { expect, it } from 'vitest';
import { allocationPolicyOn } from '#shared/domain/codes/law-in-force.ts';
import { saySafeToProceed } from '#shared/domain/safeguarding/safe-to-proceed.ts';
import { at, changeOf, opened } from '#test/support/case-states.ts';

it.each([
  ['2008-06-20', "the council's published resource allocation policy"],
  ['2009-10-31', "the council's published resource allocation policy"],
  ['2009-11-01', 'ADASS common resource allocation framework'],
  ['2015-03-31', 'ADASS common resource allocation framework'],
  ['2015-04-01', 'Care Act 2014 s26'],
])('An indicative budget of %s rests on %s', (day, policy) => {
  expect(allocationPolicyOn(day, 'Care Act 2014 s26')).toBe(policy);
});

it.each([
  ['2008-06-20', 'No secrets (2000)'],
  ['2015-04-01', 'Care Act 2014 s42'],
])('That it is safe to proceed rests, on %s, on %s', (day, rule) => {
  const concern = { raisedOn: day, isSafeToProceed: false };
  const decision = saySafeToProceed(
    { ...opened(), concern },
    { reason: 'The plan keeps her away.' },
    at(day),
  );
  expect(changeOf(decision).body).toMatchObject({ rule });
});
