import Holidays from 'date-holidays';
import { DaysWorth } from './days-worth.ts';
import type { WeeklyTerms } from './payer.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Every day from one date to another, counted by the calendar of the machine itself. */
function everyDay(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** Every day of a history, leap day and changes of the clocks included. */
export const diary = everyDay('2027-01-01', '2030-12-31');
const places = new Map(diary.map((day, place) => [day, place]));
export const placeOf = (day: string): number => places.get(day) ?? -1;
export const dayAt = (place: number): string => diary[place] ?? '2030-12-31';

const calendar = new Holidays('GB', 'ENG');
const closed = new Set(
  [2027, 2028, 2029, 2030].flatMap((year) =>
    calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public' || type === 'bank')
      .map(({ date }) => date.slice(0, 10)),
  ),
);

/** The day after so many working days, counted one by one. */
function workingDaysAfter(day: string, count: number): string {
  let place = placeOf(day);
  for (let left = count; left > 0; ) {
    place += 1;
    const isWeekend = [0, 6].includes(new Date(dayAt(place)).getUTCDay());
    if (!isWeekend && !closed.has(dayAt(place))) left -= 1;
  }
  return dayAt(place);
}

/** What one agreement is owed, and whether it may be paid, kept day by day with nothing of the service's: an
 * own memory of whoever stopped, held, changed or checked what, beside each other. */
export class ExpectedPay {
  readonly worth: DaysWorth;
  readonly startsOn: string;
  /** The last day that a run has taken up, and the last that is to be. */
  takenThrough: string;
  payUntil: string | undefined;
  percent = 50;
  owedBackPence = 0;
  lackingPence = 0;
  boughtPence = 0;
  boughtEverPence = 0;
  /** Who stopped it: an officer, or whoever took a death back. */
  stoppedBy: string | undefined;
  isStoppedByOfficer = false;
  heldBy: string | undefined;
  diedOn: string | undefined;
  isSettled = false;
  /** The account that is named, which of two it is, and the first day on which it may be paid to. */
  account: { enteredBy: string; isChecked: boolean; from: string; which: number } | undefined = {
    enteredBy: 'finance-1',
    isChecked: true,
    from: '',
    which: 0,
  };
  /** The days for which money was sent, by their places in the diary. */
  readonly sentFor = new Set<number>();
  /** Who last had a hand in what is paid. */
  activatedBy = 'finance-1';
  /** By payment: who had when it was created. */
  readonly handIn = new Map<string, string>();
  /** How often a fraction of a penny may have been rounded. */
  roundings = 2;

  constructor(startsOn: string, terms: WeeklyTerms) {
    this.startsOn = startsOn;
    this.takenThrough = dayAt(placeOf(startsOn) - 1);
    this.worth = new DaysWorth(diary, startsOn, terms);
  }

  /** Why no payment may be created now, in words. */
  get whyNotTaken(): string | undefined {
    if (this.diedOn !== undefined && !this.isSettled) return 'a death stands';
    if (this.stoppedBy !== undefined && !this.isSettled) return 'an officer stopped it';
    if (this.heldBy !== undefined) return 'the payee is held';
    return this.account?.isChecked ? undefined : 'nobody has checked the account';
  }

  /** Why no money may leave on a day. */
  whyNotSent(today: string): string | undefined {
    const why = this.whyNotTaken;
    if (why !== undefined) return why;
    return this.account && this.account.from > today ? 'the account is too new' : undefined;
  }

  stop(by: string | undefined, isOfficer: boolean): void {
    this.stoppedBy = by;
    this.isStoppedByOfficer = isOfficer;
  }

  checkAccount(isRight: boolean, today: string): void {
    if (!this.account) return;
    const isNew = isRight && !this.account.isChecked;
    this.account.isChecked = isRight;
    if (isNew) this.account.from = workingDaysAfter(today, 2);
  }

  /** A change of what days are worth: what those that are taken up lack, or were paid too much. */
  revalue(change: () => void): void {
    const before = this.worth.sevenths(this.takenThrough).net;
    change();
    const pence = (this.worth.sevenths(this.takenThrough).net - before) / 7 - this.owedBackPence;
    if (pence > 0) this.lackingPence += pence;
    this.owedBackPence = Math.max(0, -pence);
  }

  /** What is paid for days that are taken up now, less what of it is recovered. */
  take({ from, to }: { readonly from: string; readonly to: string }): number {
    const gross = this.worth.between(from, to).net / 7;
    const most = Math.floor((gross * this.percent) / 100);
    const taken = Math.min(this.owedBackPence, most);
    this.owedBackPence -= taken;
    this.takenThrough = to;
    return gross - taken;
  }

  /** The last day to be paid for, where it is over. */
  get lastDay(): string | undefined {
    const day = [this.payUntil, this.diedOn].filter((each) => each !== undefined).sort()[0];
    // Whoever died before the first day was owed no day.
    const before = dayAt(placeOf(this.startsOn) - 1);
    return day === undefined || day > before ? day : before;
  }
}
