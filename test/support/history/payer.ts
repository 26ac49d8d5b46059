import type { Payment } from '#shared/domain/payment/payment.ts';
import type { PausedDays } from '#shared/domain/payment/worth/equal-days.ts';

export interface WeeklyTerms {
  readonly weeklyPence: number;
  readonly weeklyContributionPence: number;
}

export interface Run {
  readonly runId: string;
  readonly periodStart: string;
}

/** Something that somebody does with an agreement. */
export type Act =
  | { readonly does: 'change'; readonly terms: WeeklyTerms; readonly from: string }
  | { readonly does: 'buy'; readonly pence: number }
  | {
      readonly does: 'pause';
      readonly from: string;
      readonly to: string;
      readonly kept?: { readonly weeklyPence: number; readonly weeks: number };
    }
  | { readonly does: 'restart'; readonly on: string }
  | { readonly does: 'end'; readonly lastDay: string }
  | { readonly does: 'agree-recovery'; readonly percent: number }
  | { readonly does: 'stop' }
  | { readonly does: 'release' }
  | { readonly does: 'hold' }
  | { readonly does: 'release-hold' }
  | { readonly does: 'record-account'; readonly which: number }
  | { readonly does: 'check-account'; readonly isRight: boolean }
  | { readonly does: 'return'; readonly name: string };

export interface Settling {
  readonly lastDay: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
}

type Maybe<T> = T | Promise<T>;

/** Whatever pays agreements, as a history plays it. What somebody does is done, or refused: then it is false. */
export interface Payer {
  today: string;
  anchor: string;
  begin(agreementId: string, startsOn: string, terms: WeeklyTerms): Maybe<void>;
  /** The plan is superseded by one that pays by another agreement from a day on. */
  supersede(oldId: string, newId: string, from: string, terms: WeeklyTerms): Maybe<boolean>;
  act(agreementId: string, by: string, act: Act): Maybe<boolean>;
  /** The death of whoever these agreements are for; taken back where no day is given. */
  noteDeath(agreementIds: readonly string[], diedOn: string | undefined): Maybe<void>;
  settle(agreementId: string, settling: Settling): Maybe<void>;
  /** The daily schedule, and the runs that it drafts, the earliest first. */
  fire(): Maybe<readonly Run[]>;
  askForRun(by: string): Maybe<Run | undefined>;
  select(runId: string): Maybe<void>;
  decide(runId: string, verdict: 'approved' | 'rejected', by: string): Maybe<boolean>;
  putUpAgain(runId: string, by: string): Maybe<boolean>;
  /** Gives up a rejected run, and takes everything out of it. */
  cancel(runId: string, by: string): Maybe<boolean>;
  send(runId: string): Maybe<void>;
  /** What the file of a run that was sent pays to each of the two accounts, in pence, where there are files. */
  bankMoney(runId: string): Maybe<readonly number[] | undefined>;
  payments(agreementId: string): Maybe<readonly Payment[]>;
  pauses(agreementId: string): Maybe<readonly PausedDays[]>;
  /** What is still to be taken off payments, and of the cost. */
  owedBack(agreementId: string): Maybe<{ readonly pence: number; readonly costPence: number }>;
  balances(agreementId: string): Maybe<ReadonlyMap<string, number>>;
}
