import type { CivilDate } from '../calendar/civil-date.ts';

/** The day on which the Care Act's duties began (SI 2015/993). */
export const careActFrom: CivilDate = '2015-04-01';

/** The law behind a decision of that day: the Care Act, or what stood in its place before. */
export function lawOn(
  date: CivilDate,
  law: { readonly careAct: string; readonly before: string },
): string {
  return date >= careActFrom ? law.careAct : law.before;
}

/** The day on which the regulations of 2009 took the place of those of 2003. */
const directPaymentRegulations2009From: CivilDate = '2009-11-09';

/** The regulations on direct payments that stood on a day. */
export function directPaymentRegulationsOn(date: CivilDate): string {
  const before = date >= directPaymentRegulations2009From ? 'SI 2009/1887' : 'SI 2003/762';
  return lawOn(date, { careAct: 'SI 2014/2871', before });
}

/** The day on which the Department of Health published it, in place of its guidance of 2002. */
export const prioritisingNeedFrom: CivilDate = '2010-02-25';

/** The guidance on eligibility bands that stood on a day on which FACS decides. */
export function facsGuidanceOn(date: CivilDate): string {
  return date >= prioritisingNeedFrom
    ? 'Prioritising need (2010)'
    : 'Fair access to care services, LAC(2002)13';
}

// It was published in the course of October 2009: no decision before November cites it.
const commonFrameworkFrom: CivilDate = '2009-11-01';

/** What an indicative budget rests on, by the day on which it is worked. */
export function allocationPolicyOn(date: CivilDate, careAct: string): string {
  const before =
    date >= commonFrameworkFrom
      ? 'ADASS common resource allocation framework'
      : "the council's published resource allocation policy";
  return lawOn(date, { careAct, before });
}
