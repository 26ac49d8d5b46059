import * as z from 'zod';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence } from '../../money/pence.ts';
import { Frequency } from '../../money/weekly-amounts.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { ChargeLine } from '../charge.ts';
import { penceDown, weeklyParts } from '../exact-weekly.ts';
import type { Situation } from '../input/situation.ts';
import { IncomeKind, incomeRules, isDisabilityBenefit } from './income-kinds.ts';
import { nightCareParts } from './night-care.ts';
import { savingsCreditParts } from './savings-credit.ts';

export const Income = z
  .strictObject({
    id: z.string().trim().min(1).max(80),
    kind: IncomeKind,
    pence: EnteredPence,
    every: Frequency,
    /** The income tax on it, for the same length of time (Sch 1 para 1). */
    taxPence: EnteredPence.default(0),
    /** A benefit for disability at its higher, highest or enhanced rate. */
    isHigherRate: z.boolean().default(false),
    /** Half of a pension goes to the partner who stays at home, while the person is a permanent
     * resident of a care home: that half is left out. */
    isHalfPaidToPartner: z.boolean().default(false),
    /** Why it counts although the person does not receive it (reg 17): they gave it up to be
     * charged less, would have it for the asking, or it is paid to somebody else for them. */
    notional: z.enum(['given-up', 'not-claimed', 'paid-to-somebody-else']).optional(),
    evidence: Reason,
  })
  .meta({ id: 'Income' });
export type Income = z.infer<typeof Income>;

export interface IncomeCounted {
  readonly parts: number;
  readonly lines: readonly ChargeLine[];
  readonly hasDisabilityBenefit: boolean;
}

interface Share {
  readonly parts: number;
  readonly label: string;
  readonly law: string;
  readonly rate?: ChargeLine['rate'];
}

/** The person's own income by the week, after tax and less what is left out, in exact parts of a
 * penny. Refuses `invalid-input` where the tax is more than the income, and `rate-missing`. */
export function countIncome(situation: Situation): Outcome<IncomeCounted> {
  let parts = 0;
  let hasDisabilityBenefit = false;
  const lines: ChargeLine[] = [];
  for (const [place, income] of situation.input.incomes.entries()) {
    if (income.taxPence > income.pence) {
      return refuse(
        'invalid-input',
        'The tax is more than the income.',
        `/incomes/${place}/taxPence`,
      );
    }
    const all = weeklyParts(income.pence - income.taxPence, income.every);
    const share = shareCounted(income, all, situation);
    if (!share.accepted) {
      const { kind, detail, pointer } = share.refusal;
      return refuse(kind, detail, pointer && `/incomes/${place}/${pointer}`);
    }
    const { parts: counted, label, law, rate } = withNotional(share.value, income);
    parts += counted;
    hasDisabilityBenefit ||= counted > 0 && isDisabilityBenefit(income.kind);
    lines.push({
      section: 'income',
      label,
      statedPence: penceDown(all),
      countedPence: penceDown(counted),
      law,
      ...(rate === undefined ? {} : { rate }),
      evidence: income.evidence,
    });
  }
  return accept({ parts, lines, hasDisabilityBenefit });
}

const notionalIncome = {
  'given-up': { why: 'taken to be yours, given up to lower the charge', law: 'reg 17(1)' },
  'not-claimed': { why: 'taken to be yours, because you could claim it', law: 'reg 17(2)' },
  'paid-to-somebody-else': {
    why: 'taken to be yours, paid to somebody else for you',
    law: 'reg 17(2)',
  },
};

/** Income that the person is treated as having is counted, or left out, as what it would be if they
 * had it. */
function withNotional(share: Share, { notional }: Income): Share {
  if (notional === undefined) return share;
  const { why, law } = notionalIncome[notional];
  const label = `${share.label} (${why})`;
  return { ...share, label, law: `${share.law}; SI 2014/2672 ${law}` };
}

function shareCounted(income: Income, all: number, situation: Situation): Outcome<Share> {
  const rule = incomeRules[income.kind];
  const { label } = rule;
  const listed = listedDisregard(income.kind, situation);
  if (listed !== undefined) {
    return accept({ parts: 0, label: `${label}: left out`, law: listed });
  }
  switch (rule.treatment) {
    case 'ignored':
      return accept({ parts: 0, label: `${label}: left out`, law: `SI 2014/2672 ${rule.law}` });
    case 'partly':
      return savingsCreditParts(all, situation);
    case 'counted':
    case 'listed':
      return countedWithin(income, all, situation);
  }
}

function countedWithin(income: Income, all: number, situation: Situation): Outcome<Share> {
  const { label } = incomeRules[income.kind];
  const { setting } = situation.input;
  if (income.isHalfPaidToPartner) {
    const isLeftOut = income.kind === 'private-pension' && setting.kind === 'care-home';
    return isLeftOut
      ? accept({
          parts: all / 2,
          label: `${label}: half goes to your partner and is left out`,
          law: 'SI 2014/2672 Sch 1',
        })
      : refuse(
          'invalid-input',
          'Half of an income is left out only where it is a private pension and the person lives ' +
            'in a care home for good.',
          'isHalfPaidToPartner',
        );
  }
  const night = nightCareParts(income, all, situation);
  if (!night.accepted) return night;
  if (night.value === undefined) {
    return accept({ parts: all, label, law: 'SI 2014/2672 reg 13' });
  }
  return accept({
    parts: all - night.value.parts,
    label: `${label}: what is for the night is left out`,
    law: 'SI 2014/2672 reg 15; council policy',
    rate: night.value.used,
  });
}

/** The law behind a disregard of the dated lists; none where the kind is not on them. */
function listedDisregard(kind: IncomeKind, { input, book }: Situation): string | undefined {
  const { incomes, incomesOfTemporaryResidents } = book.disregards;
  const isResidentForATime =
    input.setting.kind === 'care-home-for-a-time' && !input.setting.usesHomeRules;
  const lists = isResidentForATime ? [...incomes, ...incomesOfTemporaryResidents] : incomes;
  return lists.find((listed) => listed.kind === kind)?.law;
}
