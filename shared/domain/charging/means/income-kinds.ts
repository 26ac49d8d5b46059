import * as z from 'zod';

/** How one kind of income is treated. `listed` means that the dated list of disregards decides. */
interface IncomeRule {
  readonly treatment: 'counted' | 'ignored' | 'partly' | 'listed';
  readonly label: string;
  readonly law: string;
}

const counted = (label: string): IncomeRule => ({ treatment: 'counted', label, law: 'reg 13' });
const ignored = (label: string, law: string): IncomeRule => ({ treatment: 'ignored', label, law });
const listed = (label: string): IncomeRule => ({ treatment: 'listed', label, law: 'Sch 1' });

const kinds = [
  'earnings',
  'state-pension',
  'private-pension',
  'universal-credit',
  'employment-and-support-allowance',
  'jobseekers-allowance',
  'income-support',
  'guarantee-credit',
  'savings-credit',
  'carers-allowance',
  'other-benefit',
  'attendance-allowance',
  'dla-care',
  'pip-daily-living',
  'constant-attendance-allowance',
  'dla-mobility',
  'pip-mobility',
  'direct-payment',
  'child-benefit',
  'child-tax-credit',
  'housing-benefit',
  'council-tax-reduction',
  'winter-fuel-payment',
  'christmas-bonus',
  'armed-forces-guaranteed-income',
  'armed-forces-independence-payment',
  'war-pension',
  'guardians-allowance',
  'child-maintenance',
  'discretionary-trust',
  'universal-credit-housing',
  'universal-credit-child',
  'charitable-payment',
  'mobility-supplement',
  'gallantry-award',
  'war-widow-special-payment',
  'dependency-increase',
  'education-or-training-payment',
  'volunteer-expenses',
  'social-fund-payment',
  'income-in-kind',
  'income-frozen-abroad',
  'personal-injury-trust-income',
  'compensation-scheme-income',
  'interest-or-dividends',
  'rental-income',
  'other',
] as const;

export const IncomeKind = z.enum(kinds).meta({ id: 'IncomeKind' });
export type IncomeKind = z.infer<typeof IncomeKind>;

/** Every kind of income that is asked about, and what SI 2014/2672 makes of it. */
export const incomeRules = {
  earnings: ignored('Earnings', 'reg 14'),
  'state-pension': counted('State pension'),
  'private-pension': counted('Private or workplace pension'),
  'universal-credit': counted('Universal Credit'),
  'employment-and-support-allowance': counted('Employment and Support Allowance'),
  'jobseekers-allowance': counted("Jobseeker's Allowance"),
  'income-support': counted('Income Support'),
  'guarantee-credit': counted('Pension Credit, guarantee credit'),
  'savings-credit': {
    treatment: 'partly',
    label: 'Pension Credit, savings credit',
    law: 'Sch 1 para 40',
  },
  'carers-allowance': counted("Carer's Allowance"),
  'other-benefit': counted('Another benefit'),
  // Counted in full, which is what makes disability-related expenditure something that must be
  // allowed (Sch 1 para 4).
  'attendance-allowance': counted('Attendance Allowance'),
  'dla-care': counted('Disability Living Allowance, care'),
  'pip-daily-living': counted('Personal Independence Payment, daily living'),
  'constant-attendance-allowance': counted('Constant Attendance Allowance'),
  'dla-mobility': ignored('Disability Living Allowance, mobility', 'Sch 1 para 8'),
  'pip-mobility': ignored('Personal Independence Payment, mobility', 'Sch 1 para 8'),
  'direct-payment': ignored('Direct payment for care', 'Sch 1'),
  'child-benefit': ignored('Child Benefit', 'Sch 1'),
  'child-tax-credit': ignored('Child Tax Credit', 'Sch 1'),
  'housing-benefit': ignored('Housing Benefit', 'Sch 1 para 3(1)'),
  'council-tax-reduction': ignored('Council tax reduction', 'Sch 1 para 3(3)'),
  'winter-fuel-payment': ignored('Winter Fuel Payment', 'Sch 1'),
  'christmas-bonus': ignored('Christmas bonus', 'Sch 1'),
  'armed-forces-guaranteed-income': ignored(
    'Armed Forces guaranteed income payment',
    'Sch 1 para 18',
  ),
  'armed-forces-independence-payment': ignored('Armed Forces Independence Payment', 'Sch 1'),
  'war-pension': ignored('War pension', 'Sch 1'),
  'guardians-allowance': listed("Guardian's Allowance"),
  'child-maintenance': listed('Child maintenance'),
  'discretionary-trust': listed('Income from a discretionary trust'),
  'universal-credit-housing': listed('Universal Credit, housing'),
  'universal-credit-child': listed('Universal Credit, child'),
  'charitable-payment': listed('Charitable or voluntary payment'),
  'mobility-supplement': listed('War pensioner’s mobility supplement'),
  'gallantry-award': listed('Victoria Cross, George Cross or like award'),
  'war-widow-special-payment': listed('Special payment to a war widow or widower'),
  'dependency-increase': listed('Increase of a benefit for a dependant'),
  'education-or-training-payment': listed('Grant, loan or payment for education or training'),
  'volunteer-expenses': listed('Expenses paid to a volunteer'),
  'social-fund-payment': listed('Social fund payment'),
  'income-in-kind': listed('Income in kind'),
  'income-frozen-abroad': listed('Income that cannot be brought from abroad'),
  'personal-injury-trust-income': listed('Income from a personal injury trust'),
  'compensation-scheme-income': listed('Payment of a named compensation scheme'),
  // It is capital from the day on which it is due, and would count twice as income.
  'interest-or-dividends': ignored('Interest or dividends, which count as capital', 'reg 19(3)'),
  'rental-income': counted('Rent received'),
  other: counted('Other income'),
} satisfies Record<IncomeKind, IncomeRule>;

/** The benefits for disability that are counted, in their higher or lower rates. */
const disabilityBenefits: readonly IncomeKind[] = [
  'attendance-allowance',
  'dla-care',
  'pip-daily-living',
  'constant-attendance-allowance',
];

export function isDisabilityBenefit(kind: IncomeKind): boolean {
  return disabilityBenefits.includes(kind);
}
