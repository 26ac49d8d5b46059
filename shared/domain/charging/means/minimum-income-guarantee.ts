import { accept, type Outcome } from '../../outcome.ts';
import type { ChargeLine } from '../charge.ts';
import { partsPerPenny, penceUp, percentOfParts } from '../exact-weekly.ts';
import type { ChargedPerson } from '../input/charge-input.ts';
import type { LocalKnobs } from '../local/local-knobs.ts';
import type { RateName } from '../rates/rate-names.ts';
import { type RateUsed, type RateYear, rateOf } from '../rates/rate-year.ts';
import type { GuaranteeRate } from './guarantee-rates.ts';
import type { Deduction } from './housing-costs.ts';

/** What a person who lives at home is left with before they pay anything: a basic amount, one for
 * each child and each premium (Care Act 2014 s14(7); SI 2014/2672 reg 7). A council may
 * leave more, never less. Refuses `rate-missing`. */
export function minimumIncomeGuarantee(
  person: ChargedPerson,
  rates: RateYear,
  local: LocalKnobs['guarantee'],
): Outcome<Deduction> {
  const basic = basicAmount(person, rates, local?.amounts);
  if (!basic.accepted) return basic;
  const lines = [basic.value];
  for (const { name, label, times, law } of addedAmounts(person)) {
    const rate = rateOf(rates, name);
    if (!rate.accepted) return rate;
    const { pence, used } = rate.value;
    lines.push(keptLine({ label, pence: pence * times, law, used }));
  }
  lines.push(...premiumsNotAdded(person));
  const kept = lines.reduce((sum, { countedPence }) => sum - countedPence, 0) * partsPerPenny;
  const extra = extraParts(kept, local);
  return accept({
    parts: kept + extra,
    lines: extra > 0 ? [...lines, extraLine(extra)] : lines,
  });
}

const labelsOfBasic = {
  'guarantee-single-18-to-24': 'Minimum income guarantee, single, aged 18 to 24',
  'guarantee-single-25-to-pension-age': 'Minimum income guarantee, single, aged 25 or over',
  'guarantee-single-pension-age': 'Minimum income guarantee, single, of pension-credit age',
  'guarantee-couple-18-or-over': 'Minimum income guarantee, one of a couple',
  'guarantee-couple-pension-age':
    'Minimum income guarantee, one of a couple of whom one or both are of pension-credit age',
} satisfies Record<GuaranteeRate, string>;

/** Which basic amount is the person's, and the paragraph of regulation 7 that says so. */
function basicRate({ ageGroup, household }: ChargedPerson): {
  readonly name: GuaranteeRate;
  readonly paragraph: string;
} {
  if (household.kind === 'couple') {
    // The higher rate where one or both are of that age (reg 7(4)(b)).
    return ageGroup === 'pension-age' || household.partnerAgeGroup === 'pension-age'
      ? { name: 'guarantee-couple-pension-age', paragraph: '(4)(b)' }
      : { name: 'guarantee-couple-18-or-over', paragraph: '(4)(a)' };
  }
  // Also for a lone parent, who keeps no less at that age than anybody else.
  if (ageGroup === 'pension-age') {
    return { name: 'guarantee-single-pension-age', paragraph: '(2)(c)' };
  }
  // A lone parent has the rate from 25, however young (reg 7(3)).
  if (household.kind === 'lone-parent') {
    return { name: 'guarantee-single-25-to-pension-age', paragraph: '(3)' };
  }
  return ageGroup === '18-to-24'
    ? { name: 'guarantee-single-18-to-24', paragraph: '(2)(a)' }
    : { name: 'guarantee-single-25-to-pension-age', paragraph: '(2)(b)' };
}

function basicAmount(
  person: ChargedPerson,
  rates: RateYear,
  local: NonNullable<LocalKnobs['guarantee']>['amounts'],
): Outcome<ChargeLine> {
  const { name, paragraph } = basicRate(person);
  const label = labelsOfBasic[name];
  const law = `SI 2014/2672 reg 7${paragraph}`;
  const statutory = rateOf(rates, name);
  const localPence = local?.[name];
  // The law's amount stands wherever it is the higher one, such as in a new year.
  const statutoryPence = statutory.accepted ? statutory.value.pence : 0;
  if (localPence !== undefined && localPence > statutoryPence) {
    const raised = `${label}, raised by the council`;
    return accept(keptLine({ label: raised, pence: localPence, law: `${law}; council policy` }));
  }
  if (!statutory.accepted) return statutory;
  return accept(keptLine({ label, pence: statutoryPence, law, used: statutory.value.used }));
}

interface Added {
  readonly name: RateName;
  readonly label: string;
  readonly times: number;
  readonly law: string;
}

function addedAmounts(person: ChargedPerson): readonly Added[] {
  const { premiums, children, household } = person;
  const isCouple = household.kind === 'couple';
  const paragraph = isCouple ? 'SI 2014/2672 reg 7(6)' : 'SI 2014/2672 reg 7(5)';
  const isTooOld = isPastDisabilityPremiums(person);
  const added: (Added & { readonly isDue: boolean })[] = [
    {
      isDue: children > 0,
      name: 'guarantee-child',
      label: children === 1 ? 'For one child' : `For ${children} children`,
      times: children,
      law: 'SI 2014/2672 reg 7(1)(b)',
    },
    {
      isDue: premiums.disability && !isTooOld,
      name: isCouple ? 'disability-premium-couple' : 'disability-premium-single',
      label: 'Disability premium',
      times: 1,
      law: `${paragraph}(a)`,
    },
    {
      isDue: premiums.enhancedDisability && !isTooOld,
      name: isCouple ? 'enhanced-disability-premium-couple' : 'enhanced-disability-premium-single',
      label: 'Enhanced disability premium',
      times: 1,
      law: `${paragraph}(b)`,
    },
    {
      isDue: premiums.carer,
      name: 'carer-premium',
      label: 'Carer premium',
      times: 1,
      law: 'SI 2014/2672 reg 7(7)',
    },
  ];
  return added.filter(({ isDue }) => isDue);
}

/** Income support has no disability premiums once everybody in the household is of pension-credit
 * age, and the test is what it would pay (reg 7(5), (6)). */
function isPastDisabilityPremiums({ ageGroup, household }: ChargedPerson): boolean {
  const isPartnerPast = household.kind !== 'couple' || household.partnerAgeGroup === 'pension-age';
  return ageGroup === 'pension-age' && isPartnerPast;
}

function premiumsNotAdded(person: ChargedPerson): readonly ChargeLine[] {
  const { disability, enhancedDisability } = person.premiums;
  if (!(disability || enhancedDisability) || !isPastDisabilityPremiums(person)) return [];
  return [
    keptLine({
      label: 'Disability premiums: part of the amount above from pension-credit age',
      pence: 0,
      law: 'SI 2014/2672 reg 7(5)-(6)',
    }),
  ];
}

function extraParts(kept: number, local: LocalKnobs['guarantee']): number {
  const percent = local?.percent ?? 100;
  return percentOfParts(kept, percent - 100) + (local?.extraWeeklyPence ?? 0) * partsPerPenny;
}

function extraLine(extra: number): ChargeLine {
  const pence = penceUp(extra);
  return keptLine({ label: 'More that the council leaves you', pence, law: 'council policy' });
}

function keptLine(kept: {
  readonly label: string;
  readonly pence: number;
  readonly law: string;
  readonly used?: RateUsed;
}): ChargeLine {
  return {
    section: 'kept',
    label: kept.label,
    statedPence: kept.pence,
    countedPence: 0 - kept.pence,
    law: kept.law,
    ...(kept.used === undefined ? {} : { rate: kept.used }),
  };
}
