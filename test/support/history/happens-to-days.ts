import type { Payment } from '#shared/domain/payment/payment.ts';
import { dayAt, placeOf } from './expected-pay.ts';
import { expectThat, type Told } from './told.ts';

/** What changes the days that are paid, what they are worth, or what is bought beside them. */
export const happensToDays = {
  changed,
  bought,
  paused,
  restarted,
  'ended on a day': ended,
  'recovery agreed': agreedRecovery,
  'came back': cameBack,
} as const;

async function changed(told: Told): Promise<void> {
  const { own, terms, by } = told;
  const from = told.dayBack(told.happening.back);
  if (!(await told.acts({ does: 'change', terms, from }))) return;
  own.activatedBy = by;
  own.revalue(() => own.worth.changeFrom(from, terms));
  own.roundings += 8;
}

async function bought(told: Told): Promise<void> {
  const pence = (told.happening.terms.weekly + 1) * told.unit;
  if (!(await told.acts({ does: 'buy', pence }))) return;
  told.own.boughtPence += pence;
  told.own.boughtEverPence += pence;
}

async function paused(told: Told): Promise<void> {
  const { own, payer, unit } = told;
  const { back, days, ahead, terms } = told.happening;
  const from = told.dayBack(back - Math.floor(ahead / 2));
  const to = dayAt(placeOf(from) + days);
  const week = own.worth.weekOn(dayAt(placeOf(payer.today) + 400));
  const net = week.weeklyPence - week.weeklyContributionPence;
  const keptPence = Math.floor((net * terms.part) / 100 / unit) * unit;
  const weeks = (back % 8) + 1;
  const kept = keptPence > 0 ? { kept: { weeklyPence: keptPence, weeks } } : {};
  if (!(await told.acts({ does: 'pause', from, to, ...kept }, 'practitioner-1'))) return;
  const keptTo = keptPence > 0 ? dayAt(placeOf(from) + weeks * 7 - 1) : '';
  own.revalue(() => own.worth.pause({ from, to, keptPence, keptTo }));
  own.roundings += 12;
}

async function restarted(told: Told): Promise<void> {
  const { own, payer } = told;
  const { back, days } = told.happening;
  const pauses = await payer.pauses(told.id);
  const pause = pauses[back % Math.max(1, pauses.length)];
  if (!pause) return;
  const length = placeOf(pause.to) - placeOf(pause.from) + 1;
  const on = dayAt(placeOf(pause.from) + (days % length));
  // One in four is whoever recorded the pause.
  const by = told.by === 'approver-1' ? 'practitioner-1' : told.by;
  const isDone = await told.acts({ does: 'restart', on }, by);
  expectThat(!isDone || by !== 'practitioner-1', 'whoever paused ended the pause early');
  if (!isDone) return;
  own.activatedBy = by;
  own.revalue(() => own.worth.restart(on));
  own.roundings += 12;
}

async function ended(told: Told): Promise<void> {
  const lastDay = told.dayBack(60 - told.happening.ahead);
  if (await told.acts({ does: 'end', lastDay })) told.own.payUntil = lastDay;
}

async function agreedRecovery(told: Told): Promise<void> {
  const percent = told.happening.terms.part;
  if (await told.acts({ does: 'agree-recovery', percent })) told.own.percent = percent;
}

async function cameBack(told: Told): Promise<void> {
  const { today } = told.payer;
  const isGone = ({ state, payOn, amountPence }: Payment) =>
    state === 'sent' && payOn <= today && amountPence > 0;
  const gone = (await told.payer.payments(told.id)).filter(isGone);
  const payment = gone[told.happening.back % Math.max(1, gone.length)];
  if (!payment) return;
  const isDone = await told.acts({ does: 'return', name: payment.name }, 'officer-9');
  if (isDone) told.own.account = undefined;
}
