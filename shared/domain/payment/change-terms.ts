import type { PaymentTerms } from '../agreement/payment-terms.ts';
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { AgreementHead } from './agreement-head.ts';
import { differenceBetween, withDifference } from './worth/differences.ts';
import type { EarlierTerms, Worth } from './worth/equal-days.ts';

/** New terms of an agreement that is paid already. */
export interface ChangedTerms {
  readonly terms: PaymentTerms;
  /** The day from which they hold. */
  readonly from: CivilDate;
  readonly costs: Readonly<Record<string, number>> | undefined;
  readonly accountEvent: number;
  readonly oneOffs: Readonly<AgreementHead['oneOffs']>;
  /** The agreement's event that changes them, and who did. */
  readonly event: number;
  readonly by: string;
}

type NewTerms = Pick<ChangedTerms, 'terms' | 'from'>;

/** Several changes of a contribution in each of ten years. */
const earlierTermsMax = 60;

/** What new terms make of the days behind them that are paid, in pence: what they lack, negative where they
 * were paid too much. */
export function differenceOf(head: AgreementHead, change: NewTerms): Worth {
  const days = { from: change.from, to: head.paidThrough };
  return differenceBetween(head, underTerms(head, change), days);
}

/** An agreement under its new terms: what the days behind lack is paid once with the next run, and what was
 * paid too much is taken off the next payments. Days before the change that no run has paid are paid by
 * the next one, each at what held then. */
export function changeTerms(head: AgreementHead, change: ChangedTerms): AgreementHead {
  const { costs, accountEvent, oneOffs, event, by } = change;
  const changed: AgreementHead = {
    ...underTerms(head, change),
    oneOffs: [...head.oneOffs, ...oneOffs],
    ...(costs && { costs }),
    accountEvent,
    activatedBy: by,
  };
  return withDifference(changed, differenceOf(head, change), event);
}

function underTerms(head: AgreementHead, { terms, from }: NewTerms): AgreementHead {
  const { weeklyPence, weeklyContributionPence } = terms;
  const earlierTerms = termsUntil(head, addDays(from, -1));
  return { ...head, weeklyPence, weeklyContributionPence, earlierTerms };
}

function termsUntil(head: AgreementHead, lastDay: CivilDate): EarlierTerms[] {
  if (lastDay < head.startsOn) return [];
  const { weeklyPence, weeklyContributionPence, earlierTerms = [] } = head;
  const before = earlierTerms.filter(({ until }) => until < lastDay);
  const covering = earlierTerms.find(({ until }) => until >= lastDay);
  const price = covering ?? { weeklyPence, weeklyContributionPence };
  return [...before, { ...price, until: lastDay }].slice(-earlierTermsMax);
}
