import * as z from 'zod';
import { addDays, addMonths, CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence, type Pence } from '../../money/pence.ts';
import { accept, type Refused, refuse } from '../../outcome.ts';
import {
  type AccountDecision,
  type ContributionAccount,
  type Instalments,
  leftToPay,
  type OpenItem,
} from '../account-state.ts';
import { noReminders, undisputed } from './open-items.ts';

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
// Nobody is reminded before the first of them, so that it is no later than this.
const firstWithinDays = 92;

/** Agrees that what is owed is paid bit by bit: while it is kept nobody is reminded (Care and Support
 * Statutory Guidance, Annex D). Others take the place of those that are kept where the person asked for it.
 * Refuses `already-recorded` where they did not, `wrong-stage` where nothing is owed, `death-recorded`, and
 * `invalid-input` for what comes too late or would take more than ten years. */
export function agreeInstalments(
  account: ContributionAccount,
  input: InstalmentsAgreed,
  { actor, today }: Moment,
): AccountDecision {
  const { instalments: earlier, instalmentsAsked: asked } = account;
  if (earlier && !asked) {
    return refuse('already-recorded', 'Instalments are agreed already: end them first.');
  }
  if (account.ended?.because === 'death') {
    return refuse('death-recorded', 'The person has died: settle it with the estate.');
  }
  const covered = undisputed(account);
  const coversPence = leftToPay(covered);
  if (coversPence === 0) return refuse('wrong-stage', 'Nothing is owed that is not in dispute.');
  if (input.firstOn < today) {
    return refuse('invalid-input', 'The first instalment is today or later.', '/firstOn');
  }
  if (input.firstOn > addDays(today, firstWithinDays)) {
    return refuse('invalid-input', 'The first instalment is within three months.', '/firstOn');
  }
  const small = refusalOfSmall(input.instalmentPence, coversPence);
  if (small) return small;
  const { reason, ...terms } = input;
  const { instalmentsAsked: _answered, ...answered } = account;
  const instalments: Instalments = {
    ...terms,
    agreedOn: today,
    agreedBy: actor.id,
    coversPence,
    paidPence: 0,
    covers: covered.map(({ name }) => name),
    checkOn: addDays(input.firstOn, graceDays),
  };
  return accept({
    type: 'instalments-agreed',
    body: { ...instalments, reason, ...(earlier && { inPlaceOf: earlier }) },
    // Whoever does not keep them is reminded anew.
    next: { ...answered, instalments, reminders: noReminders },
  });
}

export function refusalOfSmall(instalmentPence: Pence, coversPence: Pence): Refused | undefined {
  if (instalmentPence * instalmentsMax >= coversPence) return undefined;
  const detail = 'So small an instalment would take more than ten years.';
  return refuse('invalid-input', detail, '/instalmentPence');
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

/** The instalments after money that came in: over once all is paid. */
export function paidInto(
  account: ContributionAccount,
  pence: Pence,
  today: CivilDate,
): Instalments | null {
  const { instalments } = account;
  if (!instalments || isPaidOff(account, instalments, today)) return null;
  return { ...instalments, paidPence: instalments.paidPence + pence };
}

/** Whether the instalments are over: nothing is owed at all or, with the last of them due, nothing but
 * statements that came since and are not due yet. Before the last, a payment may be meant for a new
 * statement, and what the books settle with it says nothing of the instalments. */
export function isPaidOff(
  account: ContributionAccount,
  instalments: Instalments,
  today: CivilDate,
): boolean {
  const items = undisputed(account);
  if (items.length === 0) return true;
  const isLastDue = duePence(instalments) === instalments.coversPence;
  return isLastDue && items.every((item) => isNew(item, instalments) && item.dueOn >= today);
}

/** What is late of the statements that came after the instalments were agreed. All that was paid is first
 * for the instalments that were due by the check, and then for the new statements: nobody who pays both is
 * reminded, whatever of it the books settle first. */
export function lateBeside(
  account: ContributionAccount,
  instalments: Instalments,
  { today, afterDays }: { readonly today: CivilDate; readonly afterDays: number },
): Pence {
  const items = undisputed(account);
  const waiting = items.filter(
    (item) => isNew(item, instalments) && addDays(item.dueOn, afterDays) > today,
  );
  const laterPence = instalments.coversPence - duePence(instalments);
  return Math.max(0, leftToPay(items) - leftToPay(waiting) - laterPence);
}

function isNew({ name, dueOn }: OpenItem, { covers, agreedOn }: Instalments): boolean {
  // Whatever was billed by then is due within sixty days.
  return covers ? !covers.includes(name) : dueOn > addDays(agreedOn, 60);
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
  const by = addDays(instalments.checkOn, -graceDays);
  const next = instalmentDays(instalments).find((day) => day > by) ?? addDays(by, 28);
  return {
    isKept: instalments.paidPence >= duePence(instalments),
    nextCheckOn: addDays(next, graceDays),
  };
}

/** What was to be paid by the day that the check looks at. */
function duePence(instalments: Instalments): Pence {
  const { checkOn, instalmentPence, coversPence } = instalments;
  const by = addDays(checkOn, -graceDays);
  const days = instalmentDays(instalments).filter((day) => day <= by);
  return Math.min(coversPence, instalmentPence * days.length);
}

function instalmentDays({ firstOn, every }: Instalments): readonly CivilDate[] {
  return Array.from({ length: instalmentsMax }, (_none, place) =>
    every === 'month' ? addMonths(firstOn, place) : addDays(firstOn, 28 * place),
  );
}
