import * as z from 'zod';

/** How one kind of capital is treated (SI 2014/2672 Sch 2). `weeks` means that it is left out for
 * so many weeks from a day that is named, and `until` for a reasonable time that the council
 * names; `notional` counts from a day that is named, and less with each week. */
interface CapitalRule {
  readonly treatment: 'counted' | 'ignored' | 'weeks' | 'until' | 'home' | 'scheme' | 'notional';
  readonly weeks?: number;
  readonly label: string;
  readonly law: string;
}

export const CapitalKind = z
  .enum([
    'savings',
    'investments',
    'other-property',
    'other',
    'notional',
    'main-home',
    'personal-possessions',
    'life-policy',
    'personal-injury-trust',
    'personal-injury-payment',
    'compensation-scheme',
    'benefit-arrears',
    'home-sale-proceeds',
    'business-being-sold',
    'right-to-income',
    'social-fund-payment',
    'housing-deposit',
    'money-for-repairs',
    'home-to-be-moved-into',
    'tax-refund',
  ])
  .meta({ id: 'CapitalKind' });
export type CapitalKind = z.infer<typeof CapitalKind>;

export const capitalRules = {
  savings: { treatment: 'counted', label: 'Savings', law: 'reg 18' },
  investments: { treatment: 'counted', label: 'Investments', law: 'reg 18' },
  'other-property': {
    treatment: 'counted',
    label: 'Property, land or a second home',
    law: 'reg 20',
  },
  other: { treatment: 'counted', label: 'Other capital', law: 'reg 18' },
  notional: {
    treatment: 'notional',
    label: 'Capital given up to lower the charge',
    law: 'reg 22(1)',
  },
  'main-home': { treatment: 'home', label: 'The home', law: 'Sch 2' },
  'personal-possessions': { treatment: 'ignored', label: 'Personal possessions', law: 'Sch 2' },
  'life-policy': {
    treatment: 'ignored',
    label: 'Surrender value of a life insurance policy',
    law: 'Sch 2',
  },
  'personal-injury-trust': {
    treatment: 'ignored',
    label: 'Personal injury trust',
    law: 'Sch 2',
  },
  'personal-injury-payment': {
    treatment: 'weeks',
    weeks: 52,
    label: 'Personal injury payment',
    law: 'Sch 2',
  },
  'compensation-scheme': {
    treatment: 'scheme',
    label: 'Compensation scheme',
    law: 'Sch 2',
  },
  'benefit-arrears': { treatment: 'weeks', weeks: 52, label: 'Arrears of benefits', law: 'Sch 2' },
  'home-sale-proceeds': {
    treatment: 'weeks',
    weeks: 26,
    label: 'Money from selling a home, to buy another',
    law: 'Sch 2',
  },
  'business-being-sold': {
    treatment: 'until',
    label: 'Business assets that are being sold',
    law: 'Sch 2',
  },
  'right-to-income': {
    treatment: 'ignored',
    label: 'What the right to a pension, an annuity or rent is worth',
    law: 'Sch 2',
  },
  'social-fund-payment': { treatment: 'ignored', label: 'Social fund payment', law: 'Sch 2' },
  'housing-deposit': {
    treatment: 'ignored',
    label: 'Deposit with a housing association',
    law: 'Sch 2',
  },
  'money-for-repairs': {
    treatment: 'weeks',
    weeks: 26,
    label: 'Money for repairs or improvements to the home',
    law: 'Sch 2',
  },
  'home-to-be-moved-into': {
    treatment: 'weeks',
    weeks: 26,
    label: 'A home that was got to move into',
    law: 'Sch 2',
  },
  'tax-refund': {
    treatment: 'weeks',
    weeks: 52,
    label: 'Refund of tax or council tax',
    law: 'Sch 2',
  },
} satisfies Record<CapitalKind, CapitalRule>;
