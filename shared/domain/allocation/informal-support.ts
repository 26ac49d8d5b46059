import * as z from 'zod';
import { Slug } from './policy-item.ts';

/** How much of what a domain needs is met by family and friends, rising. */
export const ShareMet = z.enum(['none', 'some', 'most', 'all']);
export type ShareMet = z.infer<typeof ShareMet>;

/** How long that help can be counted on, rising. */
export const Sustainability = z.enum(['breaking-down', 'for-now', 'lasting']);
export type Sustainability = z.infer<typeof Sustainability>;

const Percent = z.int().min(0).max(100);

function rises(...percents: readonly number[]): boolean {
  return percents.every((percent, index) => index === 0 || percent >= (percents[index - 1] ?? 0));
}

/** How much of a domain's points informal support takes off: the percentage for the share met,
 * then the percentage of that for how lasting the help is. More help never takes off less. */
export const InformalSupportRule = z.strictObject({
  percentByShareMet: z
    .strictObject({ none: z.literal(0), some: Percent, most: Percent, all: Percent })
    .refine((by) => rises(by.none, by.some, by.most, by.all), 'falls where more help is given'),
  percentBySustainability: z
    .strictObject({ 'breaking-down': Percent, 'for-now': Percent, lasting: Percent })
    .refine(
      (by) => rises(by['breaking-down'], by['for-now'], by.lasting),
      'falls where help is more lasting',
    ),
});
export type InformalSupportRule = z.infer<typeof InformalSupportRule>;

export const DomainSupport = z.strictObject({
  shareMet: ShareMet,
  isWilling: z.boolean(),
  isAble: z.boolean(),
  sustainability: Sustainability,
});
export type DomainSupport = z.infer<typeof DomainSupport>;

/** The help of family and friends, by the id of a questionnaire's domain. */
export const InformalSupport = z.record(Slug, DomainSupport).meta({ id: 'InformalSupport' });
export type InformalSupport = z.infer<typeof InformalSupport>;

/** Hundredths of a point that informal support takes off a domain's whole points. A fraction of a
 * hundredth is left with the person.
 * A carer who is unwilling or unable takes nothing off: only needs that a carer *is* meeting fall
 * outside the council's duty (Care Act 2014 s18(7)). */
export function reductionHundredths(
  points: number,
  support: DomainSupport | undefined,
  rule: InformalSupportRule,
): number {
  if (support === undefined || !support.isWilling || !support.isAble) return 0;
  const sharePercent = rule.percentByShareMet[support.shareMet];
  const lastingPercent = rule.percentBySustainability[support.sustainability];
  return Math.floor((points * sharePercent * lastingPercent) / 100);
}
