import { addDays, type CivilDate } from '../../calendar/civil-date.ts';
import type { PayCalendar } from '../../calendar/pay-calendar.ts';
import type { Moment } from '../../case/change.ts';
import { sumPence } from '../../money/pence.ts';
import { type AccountChange, balanceOf, type ContributionAccount } from '../account-state.ts';
import { contributionLaw } from '../contribution-law.ts';
import type { BillingSettings } from '../debt/billing-settings.ts';
import { withCredit, withDebit } from '../debt/open-items.ts';
import type { BilledPeriod, BillingFacts } from './charge-days.ts';
import { explainStatement } from './explain-statement.ts';
import { linesFor, nextPeriod, type PeriodBilled } from './make-lines.ts';
import type { ContributionStatement, StatementLine } from './statement.ts';

/** Care may be reported, and a charge worked anew, for some time after support has ended. */
const periodsAfterEnd = 6;

interface About {
  readonly billed: readonly PeriodBilled[];
  readonly facts: Omit<BillingFacts, 'terms' | 'lastDay'>;
  readonly isProvisional: boolean;
  readonly calendar: PayCalendar;
  readonly settings: Pick<BillingSettings, 'statementAfterDays' | 'payWithinDays'>;
}

export type StatementDue =
  /** The day of the next statement is still to come; null where no more are made. */
  | { readonly on: CivilDate | null }
  | {
      readonly period: BilledPeriod;
      readonly lines: readonly StatementLine[];
      /** Nothing where there is nothing to tell the person. */
      readonly issued: (AccountChange & { readonly statement: ContributionStatement }) | undefined;
      readonly nextOn: CivilDate | null;
    };

/** The next statement of an account: the period that follows the last, some days after its end, and what
 * changed of earlier ones. */
export function issueStatement(
  account: ContributionAccount,
  about: About,
  moment: Pick<Moment, 'today' | 'event'>,
): StatementDue {
  const { billed, calendar, settings } = about;
  const firstDay = account.terms[0]?.from ?? account.openedOn;
  const period = nextPeriod(billed, { firstDay, calendar });
  const on = statementDay(account, period, settings);
  if (on === null || on > moment.today) return { on };
  const facts = { ...about.facts, terms: account.terms, lastDay: account.ended?.lastDay ?? null };
  const lines = linesFor(period, billed, facts);
  const next = nextPeriod([{ ...period, lines }], { firstDay, calendar });
  // That the cost is not known yet is told once, and not again every four weeks.
  const isTold =
    lines.some(({ pence }) => pence !== 0) ||
    (lines.some(isAwaited) && !billed.at(-1)?.lines.some(isAwaited)) ||
    (balanceOf(account) !== 0 && isUpToTheEnd(account, period));
  return {
    period,
    lines,
    issued: isTold ? issue(account, { period, lines, about, moment }) : undefined,
    nextOn: statementDay(account, next, settings),
  };
}

/** After the end nobody is told again and again of what the last statement said. */
function isUpToTheEnd({ ended }: ContributionAccount, { from }: BilledPeriod): boolean {
  return ended === null || from <= ended.lastDay;
}

/** Where the care is not reported yet that the person contributes to. */
function isAwaited({ costPence }: StatementLine): boolean {
  return costPence === null;
}

function statementDay(
  { ended }: ContributionAccount,
  period: BilledPeriod,
  { statementAfterDays }: About['settings'],
): CivilDate | null {
  const isOver = ended !== null && period.from > addDays(ended.lastDay, 28 * periodsAfterEnd);
  return isOver ? null : addDays(period.to, statementAfterDays);
}

interface Issuing {
  readonly period: BilledPeriod;
  readonly lines: readonly StatementLine[];
  readonly about: About;
  readonly moment: Pick<Moment, 'today' | 'event'>;
}

function issue(account: ContributionAccount, { period, lines, about, moment }: Issuing) {
  const { today, event } = moment;
  const totalPence = sumPence(lines.map(({ pence }) => pence));
  const dueOn = addDays(today, about.settings.payWithinDays);
  const item = { name: period.from, kind: 'statement', dueOn, pence: totalPence } as const;
  const changed =
    totalPence > 0 ? withDebit(account, item) : withCredit(account, Math.abs(totalPence));
  const balancePence = balanceOf(changed);
  const receivedPence = account.receivedSincePence;
  const { ended } = account;
  const shown = {
    ...period,
    issuedOn: today,
    dueOn,
    lines: [...lines],
    totalPence,
    broughtForwardPence: sumPence([balancePence, -totalPence, receivedPence]),
    receivedPence,
    balancePence,
    isProvisional: about.isProvisional,
    isFinal: ended !== null && ended.lastDay <= period.to && !lines.some(isAwaited),
    rule: contributionLaw('statement', today),
  };
  const statement: ContributionStatement = { ...shown, explanation: [...explainStatement(shown)] };
  // Nobody writes to a person who has died: somebody settles it with the estate.
  const isForEstate = shown.isFinal && ended?.because === 'death' && balancePence !== 0;
  const lookAsked = isForEstate ? (account.lookAsked ?? event) : account.lookAsked;
  return {
    type: 'statement-issued',
    body: statement,
    next: { ...changed, receivedSincePence: 0, lookAsked },
    statement,
  } as const;
}
