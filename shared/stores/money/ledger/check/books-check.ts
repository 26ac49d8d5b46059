import * as z from 'zod';
import {
  addUpLines,
  balanced,
  type LedgerAccount,
  type LedgerEntry,
  type LedgerLine,
} from '../../../../domain/ledger/ledger-entry.ts';
import { sumPence } from '../../../../domain/money/pence.ts';
import { PaymentState } from '../../../../domain/payment/payment.ts';
import type { Item } from '../../../table/table.ts';
import { Spent } from '../../cost-centres/spent-store.ts';
import { isInDailyJournal, StoredEntry } from '../ledger-store.ts';
import { Amounts } from './amounts.ts';
import { RunBooks } from './run-books.ts';

const StoredPayment = z.looseObject({
  name: z.string(),
  runId: z.string(),
  state: PaymentState,
  amountPence: z.int().nonnegative(),
});

/** What the council owes to somebody stands here below nothing until it is paid, and never above. */
const owedAccounts: readonly LedgerAccount[] = ['returned-payments', 'final-accounts'];
/** What a payee owes back stands here above nothing, and never below. */
const reclaimAccount: LedgerAccount = 'reclaims-owed';

export interface BooksReport {
  readonly entries: number;
  readonly payments: number;
  readonly runs: number;
  /** What the whole ledger adds up to, by account and cost centre. */
  readonly balances: readonly LedgerLine[];
  /** What does not agree, in words; nothing where the books are in order. */
  readonly faults: readonly string[];
}

/** Holds the whole ledger against everything that moved money. It takes the items of a table in whatever order
 * they come: each entry balances and is in one journal; each payment that was sent has one entry of its
 * amount, and each that came back one of its return; each run that was sent comes to the same in its payments, its
 * file and the ledger; what cost centres have spent is what stands by them; and nobody
 * is paid more of a return or a final account than is owed, or pays more back. */
export class BooksCheck {
  readonly #faults: string[] = [];
  readonly #entered = new Amounts();
  readonly #amounts = new Amounts();
  readonly #spent = new Amounts();
  readonly #owed = new Amounts();
  readonly #reclaimed = new Amounts();
  readonly #runs = new RunBooks();
  #balances: readonly LedgerLine[] = [];
  #entries = 0;
  #payments = 0;

  take(item: Item): void {
    if (item.sk.startsWith('LEDGER#')) this.#takeEntry(item);
    else if (item.sk.startsWith('PAYMENT#')) this.#takePayment(item);
    else if (item.pk.startsWith('SPENT#')) this.#takeSpent(item);
    else if (item.pk.startsWith('RUN#')) this.#runs.takeEvent(item);
  }

  #takeEntry(item: Item): void {
    const read = StoredEntry.safeParse(item);
    if (!read.success) {
      this.#faults.push(`${item.pk} ${item.sk} cannot be read as an entry`);
      return;
    }
    const entry = read.data;
    this.#entries += 1;
    const even = balanced(entry);
    if (!even.accepted) this.#faults.push(`entry ${entry.entryId}: ${even.refusal.detail}`);
    if (isInDailyJournal(item) !== (entry.runId === null)) {
      this.#faults.push(`entry ${entry.entryId} is not in just one journal`);
    }
    this.#balances = addUpLines([...this.#balances, ...entry.lines]);
    for (const { account, pence } of entry.lines) {
      if (owedAccounts.includes(account)) this.#owed.add(`${account} of ${item.pk}`, pence);
      if (account === reclaimAccount) this.#reclaimed.add(`${account} of ${item.pk}`, pence);
    }
    this.#takeMovement(item.pk, entry);
    this.#takeCost(entry);
  }

  /** A payment of nothing moves nothing through the bank, and has an entry only for what it would have cost. */
  #takeMovement(book: string, { kind, paymentName, runId, lines }: LedgerEntry): void {
    const bank = sumPence(lines.flatMap((line) => (line.account === 'bank' ? [line.pence] : [])));
    if (runId !== null) this.#runs.enter(runId, -bank);
    if (bank === 0 || (kind !== 'payment' && kind !== 'payment-returned')) return;
    const about = `${kind} ${book} ${paymentName}`;
    this.#entered.add(about, 1);
    this.#amounts.add(about, Math.abs(bank));
  }

  #takeCost({ entryId, runId, lines }: LedgerEntry): void {
    if (runId !== null) this.#runs.cost(runId, lines);
    else if (lines.some(({ costCentre }) => costCentre !== null)) this.#spend(entryId, lines, 1);
  }

  #takePayment(item: Item): void {
    const read = StoredPayment.safeParse(item);
    if (!read.success) return;
    const { name, runId, state, amountPence } = read.data;
    this.#payments += 1;
    if (state !== 'sent' && state !== 'returned') return;
    this.#runs.pay(runId, amountPence);
    if (amountPence === 0) return;
    this.#expectEntry(`payment ${item.pk} ${name}`, amountPence);
    if (state === 'returned') this.#expectEntry(`payment-returned ${item.pk} ${name}`, amountPence);
  }

  #expectEntry(about: string, pence: number): void {
    this.#entered.add(about, -1);
    this.#amounts.add(about, -pence);
  }

  #takeSpent(item: Item): void {
    const { runId, lines } = Spent.parse(item);
    if (runId !== null) this.#runs.state(runId, lines);
    else this.#spend(item.sk.slice(item.sk.lastIndexOf('#') + 1), lines, -1);
  }

  #spend(entryId: string, lines: readonly LedgerLine[], sign: 1 | -1): void {
    for (const { account, costCentre, pence } of lines) {
      this.#spent.add(`entry ${entryId}, ${account} ${costCentre ?? ''}`, sign * pence);
    }
  }

  report(): BooksReport {
    const unmatched = this.#entered.left.map(([about, count]) =>
      count < 0
        ? `${about} has no entry in the ledger`
        : `${about} stands ${count} times too often`,
    );
    const otherwise = this.#amounts.left
      .filter(([about]) => !this.#entered.left.some(([other]) => other === about))
      .map(([about, pence]) => `${about} is out by ${pence} pence`);
    const overpaid = this.#owed.left
      .filter(([, pence]) => pence > 0)
      .map(([about, pence]) => `${about}: ${pence} pence more were paid than were owed`);
    const takenBack = this.#reclaimed.left
      .filter(([, pence]) => pence < 0)
      .map(([about, pence]) => `${about}: ${-pence} pence more came back than were owed`);
    const unspent = this.#spent.left.map(
      ([about, pence]) => `${about} is out by ${pence} pence from what its cost centre has spent`,
    );
    return {
      entries: this.#entries,
      payments: this.#payments,
      runs: this.#runs.sent,
      balances: this.#balances,
      faults: [
        ...this.#faults,
        ...unmatched,
        ...otherwise,
        ...overpaid,
        ...takenBack,
        ...unspent,
        ...this.#runs.faults(),
      ],
    };
  }
}
