import { formatPounds } from '../../money/pence.ts';
import type { Charge, SelfFunding } from '../charge.ts';

/** What the person should know beside the sum. */
export function notesOn(charge: Charge, isEstimate: boolean): string[] {
  return [
    ...(isEstimate ? [estimated] : []),
    ...notesOfOwn(charge),
    ...(hasUnreadRate(charge) ? [unread] : []),
    'Your care does not wait for this, and it does not stop because of a debt.',
    ...(isEstimate ? [] : [secondLook]),
  ];
}

/** What is so for this charge and not for every one. */
export function notesOfOwn({
  selfFunding,
  basis,
  reviewOn,
  expensesToReview,
}: Pick<Charge, 'selfFunding' | 'basis' | 'reviewOn' | 'expensesToReview'>): string[] {
  return [
    ...(basis === 'light-touch' ? [lightTouch] : []),
    ...(reviewOn === undefined ? [] : [untilReview(reviewOn)]),
    ...(selfFunding === undefined ? [] : fundingNotes(selfFunding)),
    ...expensesToReview.map((label) => `We need to look again at this expense: ${label}.`),
  ];
}

const estimated =
  'This is an estimate from what you told us. We keep nothing of it. What you would pay is decided ' +
  'when your finances are assessed, and we help you with that.';
const lightTouch =
  'This was a light-touch assessment, with your consent. You may ask for a full one at any time.';
const unread =
  'An amount in this sum is marked as not checked: nobody has compared it with what the government ' +
  'published.';
/** How to question a charge, where a statement stands without a page that says so. */
export const secondLook =
  'If you think that this is wrong, ask us to look again: somebody else will. If you are still not ' +
  'content, you can go to the Local Government and Social Care Ombudsman.';

function untilReview(reviewOn: string): string {
  return (
    `This holds until your finances are assessed; we look again by ${reviewOn}. The assessment ` +
    'then counts from the first day, and we tell you the difference.'
  );
}

function fundingNotes({ route, councilsPart, arrangementFee }: SelfFunding): string[] {
  const fee = arrangementFee && [
    `For arranging your care we charge ${formatPounds(arrangementFee.oneOffPence)} once and ` +
      `${formatPounds(arrangementFee.yearlyPence)} a year.`,
  ];
  switch (route) {
    case 'not-chosen':
      return [
        'You can arrange your care yourself, with our advice, or ask us to arrange it. Where ' +
          'somebody lacks capacity and nobody is authorised to arrange it for them, we must.',
      ];
    case 'own-arrangements':
      return ['You arrange your care and pay the provider yourself. We advise you.'];
    case 'nobody-authorised':
      return ['We must arrange this care, and we charge nothing for arranging it.'];
    case 'asks-council':
      return [
        councilsPart === 'duty'
          ? 'You asked us to arrange your care, and we must.'
          : 'You asked us to arrange your place in a care home, which we may do.',
        ...(fee ?? []),
      ];
  }
}

function hasUnreadRate({ lines }: Charge): boolean {
  return lines.some(({ rate }) => rate !== undefined && !rate.isReadAtSource);
}
