import type { AfterDetermination } from '../after-determination.ts';

type WhatFollows =
  | AfterDetermination
  | { readonly edge: 'reablement-first'; readonly whyReablement: string };

/** What a determination leads to, in sentences for the person (Care Act 2014 s13(2)-(5)). */
export function sayWhatFollows(follows: WhatFollows): string[] {
  switch (follows.edge) {
    case 'eligible-met-by-council':
      return [
        'The council will meet your eligible needs.',
        `How they could be met: ${follows.waysToMeetNeeds}`,
        residence(follows.ordinaryResidence),
        'We will give you your indicative budget, and plan your support with you.',
      ];
    case 'eligible-met-otherwise':
      return [
        `Your eligible needs are met in another way now: ${follows.metBy}`,
        'Whoever meets them is willing and able to.',
        residence(follows.ordinaryResidence),
        'We will write a plan with you that costs nothing, and look at it again with you. Tell us at once if this help stops: the council then meets these needs.',
      ];
    case 'not-eligible':
      return [
        'The council does not have to meet these needs. Here is what can help you.',
        'You can ask us for an assessment again when something changes.',
      ];
    case 'not-eligible-met-under-power':
      return [
        'The council does not have to meet these needs, and has decided to meet them all the same.',
        follows.reason,
        'We will give you your indicative budget, and plan your support with you.',
      ];
    case 'declined':
      return [
        `You have told us that you do not want the council to meet your needs: ${follows.reason}`,
        'You can change your mind at any time.',
      ];
    case 'reablement-first':
      return [
        'Before we plan your support, we offer you short-term help to do more for yourself again.',
        follows.whyReablement,
      ];
  }
}

function residence({
  status,
  reason,
}: {
  readonly status: 'here' | 'no-settled-residence' | 'elsewhere';
  readonly reason: string;
}): string {
  switch (status) {
    case 'here':
      return 'We took into account that home is in our area (Care Act 2014 s39).';
    case 'no-settled-residence':
      return 'We took into account that there is no settled home, and that you are in our area (Care Act 2014 s18(1)(a), s20(1)(a)).';
    case 'elsewhere':
      return `We took into account that home is in the area of another council, and help all the same: ${reason} (Care Act 2014 s19(2), s20(6)).`;
  }
}
