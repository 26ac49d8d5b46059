import { expect, it } from 'vitest';
import {
  allocationPolicyOn,
  directPaymentRegulationsOn,
} from '#shared/domain/codes/law-in-force.ts';
import { contributionLaw } from '#shared/domain/contribution-account/contribution-law.ts';
import { paymentLaw } from '#shared/domain/payment/payment-law.ts';
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

it.each([
  ['2009-11-08', 'SI 2003/762'],
  ['2009-11-09', 'SI 2009/1887'],
  ['2015-03-31', 'SI 2009/1887'],
])(
  'A direct payment is paused, stopped, asked back and settled, on %s, under the Act of 2001 and %s',
  (day, regulations) => {
    expect(directPaymentRegulationsOn(day)).toBe(regulations);
    const law = `Health and Social Care Act 2001 s57; ${regulations}`;
    for (const what of ['pause', 'stop', 'end', 'reclaim', 'final-account', 'one-off'] as const) {
      expect(paymentLaw(what, day)).toBe(law);
    }
    expect(paymentLaw('hold', day)).toBe(`No secrets (2000); ${law}`);
  },
);

it.each([
  ['2015-03-31', 'Health and Social Services and Social Security Adjudications Act 1983 s17'],
  ['2015-04-01', 'Care Act 2014 s14, s69; SI 2014/2672'],
])('A statement of contributions rests, on %s, on %s', (day, law) => {
  expect(contributionLaw('statement', day)).toBe(law);
  expect(paymentLaw('end', '2015-04-01')).toMatch(/^Care Act 2014 /);
});
