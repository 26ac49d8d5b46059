import type { Pence } from '../../money/pence.ts';

/** The points that a person had, after the help of family and friends, in hundredths, and what
 * their support cost by the week. It is all that a proposal is made from: the same table serves
 * everybody, so that nothing here tells one user group from another (ADASS common resource
 * allocation framework, 2010). */
export interface PricedPoints {
  readonly pointsHundredths: number;
  readonly weeklyPence: Pence;
}

/** Support that was agreed and paid for. The group is only for the report, which shows whom a table
 * that is blind to groups would leave short. */
export interface PastPackage extends PricedPoints {
  readonly group: string;
}
