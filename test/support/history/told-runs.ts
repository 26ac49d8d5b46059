import type { Payment } from '#shared/domain/payment/payment.ts';
import { expectSent, expectTaken } from './expect-taken.ts';
import { dayAt, type ExpectedPay } from './expected-pay.ts';
import type { RunHappening } from './happenings.ts';
import type { Payer, Run } from './payer.ts';
import { expectThat } from './told.ts';

interface ToldRun extends Run {
  readonly askedBy?: string;
  reissuedBy?: string;
  status: 'drafted' | 'rejected' | 'cancelled' | 'sent';
}

const nobody = 'approver-3';

/** The runs of a history: each is played on whatever pays, and what it takes up and sends is held against
 * what the diaries say, agreement by agreement. */
export class ToldRuns {
  readonly #payer: Payer;
  readonly #expected: ReadonlyMap<string, ExpectedPay>;
  /** Whether every day is worth whole pence, so that each payment can be told to the penny. */
  readonly #isExact: boolean;
  readonly #runs: ToldRun[] = [];
  /** The payments of an agreement as they stood when they were last looked at. */
  readonly #known = new Map<string, ReadonlyMap<string, Payment>>();

  constructor(payer: Payer, expected: ReadonlyMap<string, ExpectedPay>, isExact: boolean) {
    this.#payer = payer;
    this.#expected = expected;
    this.#isExact = isExact;
  }

  async happens(kind: RunHappening, by: string, back: number): Promise<void> {
    if (kind === 'calendar moved') this.#payer.anchor = dayAt(back);
    else if (kind === 'rejected') await this.#reject(by);
    else if (kind === 'put up again') await this.#putUpAgain(by);
    else if (kind === 'cancelled') await this.#cancel(by);
    else {
      if (kind === 'asked') await this.#ask();
      else if (kind !== 'sent') await this.#fire();
      if (kind !== 'selected') await this.#sendAll(by);
      if (kind === 'run twice') await this.happens('run', by, back);
    }
  }

  async #ask(): Promise<void> {
    const run = await this.#payer.askForRun('officer-1');
    if (run) await this.#select({ ...run, askedBy: 'officer-1', status: 'drafted' });
  }

  async #fire(): Promise<void> {
    for (const run of await this.#payer.fire()) await this.#select({ ...run, status: 'drafted' });
  }

  async #select(run: ToldRun): Promise<void> {
    this.#runs.push(run);
    await this.#lookAround();
    await this.#payer.select(run.runId);
    for (const [id, own] of this.#expected) {
      const now = await this.#payer.payments(id);
      const known = this.#known.get(id);
      expectTaken(id, own, { ...run, known, now, isExact: this.#isExact });
      this.#keep(id, now);
    }
  }

  #keep(id: string, payments: readonly Payment[]): void {
    this.#known.set(id, new Map(payments.map((payment) => [payment.name, payment])));
  }

  /** Returns and other things that happened to payments outside of runs. */
  async #lookAround(): Promise<void> {
    for (const id of this.#expected.keys()) this.#keep(id, await this.#payer.payments(id));
  }

  async #sendAll(by: string): Promise<void> {
    for (const run of this.#runs) if (run.status === 'drafted') await this.#send(run, by);
  }

  async #dueIn(runId: string): Promise<readonly (readonly [string, Payment])[]> {
    const due: (readonly [string, Payment])[] = [];
    for (const id of this.#expected.keys()) {
      for (const payment of await this.#payer.payments(id))
        if (payment.runId === runId && payment.state === 'due') due.push([id, payment]);
    }
    return due;
  }

  async #send(run: ToldRun, by: string): Promise<void> {
    const due = await this.#dueIn(run.runId);
    const hands = due.map(([id, { name }]) => this.#expected.get(id)?.handIn.get(name));
    const isBarred = [run.askedBy, run.reissuedBy, ...hands].includes(by);
    const isApproved = await this.#payer.decide(run.runId, 'approved', by);
    if (due.length > 0)
      expectThat(
        isApproved === !isBarred,
        `${by} ${isApproved ? 'approved' : 'may approve'} a run`,
      );
    if (!isApproved) return;
    await this.#payer.send(run.runId);
    run.status = 'sent';
    await this.#expectSent(run, due);
  }

  /** Each payment goes where it may, and the file says so to the bank. */
  async #expectSent(run: ToldRun, due: readonly (readonly [string, Payment])[]): Promise<void> {
    const money = [0, 0];
    for (const [id, own] of this.#expected) {
      const names = new Set(due.flatMap(([whose, { name }]) => (whose === id ? [name] : [])));
      if (names.size === 0) continue;
      const which = own.account?.which ?? 0;
      for (const payment of await this.#payer.payments(id)) {
        if (!names.has(payment.name)) continue;
        expectSent(id, own, payment, this.#payer.today);
        if (payment.state === 'sent') money[which] = (money[which] ?? 0) + payment.amountPence;
      }
    }
    const file = await this.#payer.bankMoney(run.runId);
    const isRight = !file || file.every((pence, which) => pence === money[which]);
    expectThat(isRight, `the bank was told to pay ${file} to the two accounts, and not ${money}`);
  }

  async #reject(by: string): Promise<void> {
    await this.#fire();
    for (const run of this.#runs) {
      if (run.status !== 'drafted') continue;
      if (await this.#payer.decide(run.runId, 'rejected', by)) run.status = 'rejected';
    }
  }

  async #putUpAgain(by: string): Promise<void> {
    for (const run of this.#runs) {
      if (run.status !== 'rejected' || !(await this.#payer.putUpAgain(run.runId, by))) continue;
      run.status = 'drafted';
      run.reissuedBy = by;
      await this.#payer.select(run.runId);
    }
  }

  /** Nothing of a cancelled run is due any more: the next one takes it up. */
  async #cancel(by: string): Promise<void> {
    for (const run of this.#runs) {
      const due = await this.#dueIn(run.runId);
      const isCancelled = await this.#payer.cancel(run.runId, by);
      expectThat(isCancelled === (run.status === 'rejected'), `a run ${run.status} is cancelled`);
      if (!isCancelled) continue;
      run.status = 'cancelled';
      for (const [id, { name }] of due) {
        const payment = (await this.#payer.payments(id)).find((each) => each.name === name);
        expectThat(payment?.state === 'withheld', `${id} ${name} was ${payment?.state}`);
      }
    }
  }

  /** Every run that there is goes out. */
  async finish(): Promise<void> {
    await this.#putUpAgain('officer-6');
    await this.#sendAll(nobody);
  }
}
