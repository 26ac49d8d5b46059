import * as z from 'zod';
import { addDays, addMonths, CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence, type Pence, sumPence } from '../../money/pence.ts';
import { accept, refuse } from '../../outcome.ts';
import type { AccountDecision, ContributionAccount, Instalments } from '../account-state.ts';
import { undisputed } from './open-items.ts';

export const InstalmentsAgreed = z
  .strictObject({
    instalmentPence: EnteredPence.min(1),
    every: z.enum(['four-weeks', 'month']),
    firstOn: CivilDate,
    /** What was talked through: what the person can pay, and what they must keep. */
    reason: Reason.meta({ examples: ['She can pay five pounds a week and keep her heating on.'] }),
  })
  .meta({ id: 'InstalmentsAgreed' });
export type InstalmentsAgreed = z.infer<typeof InstalmentsAgreed>;

export const InstalmentsEnded = z
  .strictObject({ reason: Reason.meta({ examples: ['Her rent has gone up.'] }) })
  .meta({ id: 'InstalmentsEnded' });
export type InstalmentsEnded = z.infer<typeof InstalmentsEnded>;

// A payment takes some days through the bank, and some more until it is posted.
const graceDays = 7;
// Ten years of them by the month: nobody agrees to more.
const instalmentsMax = 130;

/** Agrees that what is owed is paid bit by bit: while it is kept nobody is reminded (Care and Support
 * Statutory Guidance, Annex D). Refuses `already-recorded` while one is kept, and `wrong-stage` where
 * nothing is owed. */
export function agreeInstalments(
  account: ContributionAccount,
  input: InstalmentsAgreed,
  { actor, today }: Moment,
): AccountDecision {
  if (account.instalments) {
    return refuse('already-recorded', 'Instalments are agreed already: end them first.');
  }
  if (account.ended?.because === 'death') {
    return refuse('death-recorded', 'The person has died: settle it with the estate.');
  }
  const coversPence = sumPence(undisputed(account).map(({ leftPence }) => leftPence));
  if (coversPence === 0) return refuse('wrong-stage', 'Nothing is owed that is not in dispute.');
  if (input.firstOn < today) {
    return refuse('invalid-input', 'The first instalment is today or later.', '/firstOn');
  }
  if (input.instalmentPence * instalmentsMax < coversPence) {
    const detail = 'So small an instalment would take more than ten years.';
    return refuse('invalid-input', detail, '/instalmentPence');
  }
  const { reason, ...terms } = input;
  const instalments: Instalments = {
    ...terms,
    agreedOn: today,
    agreedBy: actor.id,
    coversPence,
    paidPence: 0,
    checkOn: addDays(input.firstOn, graceDays),
  };
  return accept({
    type: 'instalments-agreed',
    body: { ...instalments, reason },
    next: { ...account, instalments },
  });
}

/** Ends what was agreed, because the person asked or it no longer fits. Refuses `wrong-stage` where
 * nothing is agreed. */
export function endInstalments(
  account: ContributionAccount,
  { reason }: InstalmentsEnded,
): AccountDecision {
  const { instalments } = account;
  if (!instalments) return refuse('wrong-stage', 'No instalments are agreed.');
  return accept({
    type: 'instalments-ended',
    body: { reason, paidPence: instalments.paidPence, coversPence: instalments.coversPence },
    next: { ...account, instalments: null },
  });
}

/** The instalments after money that came in: over once all of it is paid. */
export function paidInto(instalments: Instalments | null, pence: Pence): Instalments | null {
  if (!instalments) return null;
  const paidPence = instalments.paidPence + pence;
  return paidPence >= instalments.coversPence ? null : { ...instalments, paidPence };
}

/** The instalments after a payment was taken back that counted towards them. */
export function takenOutOf(instalments: Instalments | null, pence: Pence): Instalments | null {
  if (!instalments) return null;
  return { ...instalments, paidPence: Math.max(0, instalments.paidPence - pence) };
}

/** Whether what was due by the day of the check has been paid, and the next day of a check. */
export function checkInstalments(instalments: Instalments): {
  readonly isKept: boolean;
  readonly nextCheckOn: CivilDate;
} {
  const { checkOn, instalmentPence, coversPence, paidPence } = instalments;
  const by = addDays(checkOn, -graceDays);
  const days = instalmentDays(instalments);
  const duePence = Math.min(coversPence, instalmentPence * days.filter((day) => day <= by).length);
  const next = days.find((day) => day > by) ?? addDays(by, 28);
  return { isKept: paidPence >= duePence, nextCheckOn: addDays(next, graceDays) };
}

function instalmentDays({ firstOn, every }: Instalments): readonly CivilDate[] {
  return Array.from({ length: instalmentsMax }, (_none, place) =>
    every === 'month' ? addMonths(firstOn, place) : addDays(firstOn, 28 * place),
  );
}
