import type { CivilDate } from '../calendar/civil-date.ts';
import { periodContaining } from '../calendar/pay-calendar.ts';
import { type AgreementHead, firstUnpaidDay } from './agreement-head.ts';
import { lessCredit, nextCare } from './owed-care.ts';
import { lessPaidAhead } from './paid-ahead.ts';
import { finalName, type Payment } from './payment.ts';
import { isAfterEnd } from './why-not-paid.ts';
import { recoverFrom } from './worth/differences.ts';
import { type EqualDays, equalDays, worthInPeriod } from './worth/equal-days.ts';

/** What a payment needs to know of the run that carries it. */
export interface CarryingRun {
  readonly runId: string;
  readonly periodStart: CivilDate;
  readonly periodEnd: CivilDate;
  readonly payOn: CivilDate;
  /** How many in a hundred of a payment are taken off at most for what was paid too much before. */
  readonly recoveryPercentMax: number;
}

/** A payment that a run owes an agreement, and the agreement as it stands once it is created. */
interface OwedPayment {
  readonly payment: Payment;
  readonly head: AgreementHead;
}

/** All that a run owes an agreement, and the agreement as it stands once that is created. */
export interface OwedPayments {
  readonly payments: readonly Payment[];
  readonly head: AgreementHead;
  /** Whether more is owed than one run pays at once. */
  readonly isMoreOwed: boolean;
}

/** Four years of periods: what is owed beyond that is paid by the next run. */
const paymentsMax = 52;

/** What a run owes an agreement: what was withheld, what came back from the bank, what is bought once,
 * and each period up to the run's own that is not paid for. `earlier` are the payments that the head
 * names. */
export function allOwed(
  head: AgreementHead,
  run: CarryingRun,
  earlier: readonly Payment[],
): OwedPayments {
  const payments: Payment[] = [];
  let at = head;
  let owed = nextOwed(at, run, earlier);
  while (owed && payments.length < paymentsMax) {
    const care = lessCredit(owed.payment, owed.head);
    const owing = lessPaidAhead(care.payment, care.head);
    payments.push(owing.payment);
    at = owing.head;
    owed = nextOwed(at, run, earlier);
  }
  return { payments, head: at, isMoreOwed: owed !== undefined };
}

function nextOwed(
  head: AgreementHead,
  run: CarryingRun,
  earlier: readonly Payment[],
): OwedPayment | undefined {
  const withheld = firstBeforeEnd(head, head.withheld, earlier);
  if (withheld) return owedAgain(head, withheld, run);
  const returned = firstBeforeEnd(head, head.returned ?? [], earlier);
  if (returned) return owedAfterReturn(head, returned, run);
  return (
    owedFinally(head, run) ?? owedForCare(head, run) ?? owedOnce(head, run) ?? owedPeriod(head, run)
  );
}

/** The first of these payments whose days are not all after the agreement's last: those wait for its final
 * account. */
function firstBeforeEnd(
  head: AgreementHead,
  names: readonly string[],
  earlier: readonly Payment[],
): Payment | undefined {
  return names.map((name) => named(name, earlier)).find((each) => !isAfterEnd(head, each));
}

function named(name: string, payments: readonly Payment[]): Payment {
  const payment = payments.find((each) => each.name === name);
  if (!payment) throw new Error('a payment that an agreement names is missing');
  return payment;
}

/** What a final account found to be owed is paid once, under the one key that there is for it. */
function owedFinally(head: AgreementHead, run: CarryingRun): OwedPayment | undefined {
  const owedPence = head.final?.owedPence ?? 0;
  if (owedPence === 0) return undefined;
  const payment: Payment = {
    ...commonParts(head, run),
    name: finalName,
    amountPence: owedPence,
    days: null,
    weekly: null,
    reference: 'FINAL',
  };
  return { payment, head: { ...head, final: { owedPence: 0 } } };
}

/** What a provider delivered is paid by the first run after it was recorded. */
function owedForCare(head: AgreementHead, run: CarryingRun): OwedPayment | undefined {
  const care = nextCare(head);
  if (!care) return undefined;
  const { name, pence, days, by } = care.owed;
  const payment: Payment = {
    ...commonParts(head, run),
    activatedBy: by,
    name,
    amountPence: pence,
    days,
    weekly: null,
  };
  return { payment, head: care.head };
}

/** What is bought once is paid by the first run that meets it. */
export function owedOnce(head: AgreementHead, run: CarryingRun): OwedPayment | undefined {
  const [oneOff, ...oneOffs] = head.oneOffs;
  if (!oneOff) return undefined;
  const payment: Payment = {
    ...commonParts(head, run),
    name: `ONCE#${oneOff.id}`,
    amountPence: oneOff.pence,
    days: null,
    weekly: null,
    ...(oneOff.purchase && { purchase: oneOff.purchase }),
    ...(oneOff.costCentre && { costs: { [oneOff.costCentre]: oneOff.pence } }),
    ...(oneOff.costPence !== undefined && { costPence: oneOff.costPence }),
  };
  return { payment, head: { ...head, oneOffs } };
}

/** The earliest period that is not paid for, up to the end of the run's own, in pence for its days:
 * direct payments are made in advance, every four weeks, less a contribution that goes out net
 * (Care Act 2014 s31; SI 2014/2871). It begins on the first unpaid day, wherever the calendar now
 * cuts the weeks, so that a moved calendar pays no day twice; what an earlier run did not pay is
 * paid under its own period's key. The run's own start is the calendar, which stays as it was
 * drafted. Days of a pause are paid at what is kept up meanwhile, and what was paid too much for days
 * behind is taken off. */
export function owedPeriod(head: AgreementHead, run: CarryingRun): OwedPayment | undefined {
  const from = firstUnpaidDay(head);
  if (from === undefined || from > run.periodEnd) return undefined;
  const period = periodContaining({ anchor: run.periodStart }, from);
  const { payUntil } = head;
  const to = payUntil !== null && payUntil < period.end ? payUntil : period.end;
  const stretches = equalDays(head, { from, to });
  const { netPence } = worthInPeriod(stretches, period);
  const { taken, head: recovered } = recoverFrom(head, netPence, run.recoveryPercentMax);
  const payment: Payment = {
    ...commonParts(head, run),
    name: period.start,
    amountPence: netPence - taken.pence,
    days: { from, to },
    weekly: { pence: head.weeklyPence, contributionPence: head.weeklyContributionPence },
    ...(!areAlike(stretches, head) && { stretches: [...stretches] }),
    ...((taken.pence !== 0 || taken.costPence !== 0) && { recovered: taken }),
  };
  return { payment, head: { ...recovered, paidThrough: to } };
}

function areAlike(stretches: readonly EqualDays[], head: AgreementHead): boolean {
  return stretches.every(
    ({ weeklyPence, weeklyContributionPence }) =>
      weeklyPence === head.weeklyPence && weeklyContributionPence === head.weeklyContributionPence,
  );
}

/** A payment that a stop had withheld becomes due again, unchanged, in the run that finds the stop
 * released: it keeps its key, so that it is still paid once at most. */
function owedAgain(head: AgreementHead, withheld: Payment, run: CarryingRun): OwedPayment {
  const { runId, payOn } = run;
  return {
    payment: { ...withheld, runId, payOn, state: 'due' },
    head: { ...head, withheld: head.withheld.filter((name) => name !== withheld.name) },
  };
}

/** A payment that came back is paid again under a permanent key of its own, so that it is paid again
 * once at most: what it was for is settled, and only where it goes is new. */
function owedAfterReturn(head: AgreementHead, returned: Payment, run: CarryingRun): OwedPayment {
  const { name, amountPence, days, weekly, purchase, providerId, activatedBy, reference } =
    returned;
  const payment: Payment = {
    ...commonParts(head, run),
    // Whoever recorded what was delivered approves no run that pays it, this one neither.
    ...(providerId !== undefined && { activatedBy }),
    name: `AGAIN#${name}`,
    amountPence,
    days,
    weekly,
    ...(purchase && { purchase }),
    ...(reference && { reference }),
    paysAgain: name,
  };
  const left = (head.returned ?? []).filter((each) => each !== name);
  return { payment, head: { ...head, returned: left } };
}

function commonParts(head: AgreementHead, { runId, payOn }: CarryingRun) {
  const { agreementId, activatedBy, costs, providerId } = head;
  return {
    agreementId,
    activatedBy,
    runId,
    payOn,
    state: 'due',
    ...(costs && { costs }),
    ...(providerId !== undefined && { providerId }),
  } as const;
}
