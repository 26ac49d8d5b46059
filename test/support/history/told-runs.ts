import type { Payment } from '#shared/domain/payment/payment.ts';
import { dayAt, type ExpectedPay, placeOf } from './expected-pay.ts';
import type { RunHappening } from './happenings.ts';
import type { Payer, Run } from './payer.ts';
import { expectThat } from './told.ts';

interface ToldRun extends Run {
  readonly askedBy?: string;
  reissuedBy?: string;
  status: 'drafted' | 'rejected' | 'sent';
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
  /** By agreement, the days for which money was sent. */
  readonly #sentFor = new Map<string, Set<string>>();

  constructor(payer: Payer, expected: ReadonlyMap<string, ExpectedPay>, isExact: boolean) {
    this.#payer = payer;
    this.#expected = expected;
    this.#isExact = isExact;
  }

  async happens(kind: RunHappening, by: string, back: number): Promise<void> {
    if (kind === 'calendar moved') this.#payer.anchor = dayAt(back);
    else if (kind === 'rejected') await this.#reject(by);
    else if (kind === 'put up again') await this.#putUpAgain(by);
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
      this.#expectTaken(id, own, run, now);
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

  #expectTaken(id: string, own: ExpectedPay, run: ToldRun, now: readonly Payment[]): void {
    const known = this.#known.get(id);
    const taken = now.filter(({ name, state, runId }) => {
      return runId === run.runId && state === 'due' && known?.get(name)?.state !== 'due';
    });
    const why = own.whyNotTaken;
    if (why !== undefined) {
      expectThat(taken.length === 0, `${id} was taken up although ${why}`);
      return;
    }
    for (const { name } of taken) if (!known?.has(name)) own.handIn.set(name, own.activatedBy);
    const isNew = ({ name }: Payment) => !known?.has(name);
    this.#expectOnce(
      id,
      own,
      taken.filter((each) => isNew(each) && each.days === null),
    );
    const periods = taken.filter((each) => isNew(each) && each.days && !each.paysAgain);
    this.#expectPeriods(id, own, run, periods);
  }

  #expectOnce(id: string, own: ExpectedPay, taken: readonly Payment[]): void {
    if (own.isSettled) {
      expectThat(
        taken.every(({ name }) => name === 'FINAL'),
        `${id} bought after its end`,
      );
      return;
    }
    const once = taken.filter(({ paysAgain }) => paysAgain === undefined);
    const bought = once.filter(({ name }) => !name.includes('difference'));
    const sum = (payments: readonly Payment[]) =>
      payments.reduce((pence, { amountPence }) => pence + amountPence, 0);
    expectThat(sum(bought) === own.boughtPence, `${id} was not paid what was bought once`);
    own.boughtPence = 0;
    const lacking = sum(once) - sum(bought);
    if (this.#isExact)
      expectThat(lacking === own.lackingPence, `${id}: ${own.lackingPence} lacked, not ${lacking}`);
    own.lackingPence = 0;
  }

  #expectPeriods(id: string, own: ExpectedPay, run: ToldRun, taken: readonly Payment[]): void {
    if (own.isSettled) {
      expectThat(taken.length === 0, `${id} was paid a day after it was settled`);
      return;
    }
    const inOrder = taken.flatMap(({ days, amountPence }) =>
      days ? [{ ...days, amountPence }] : [],
    );
    for (const { from, to, amountPence } of inOrder.sort((a, b) => (a.from < b.from ? -1 : 1))) {
      const next = dayAt(placeOf(own.takenThrough) + 1);
      expectThat(from === next, `${id} is paid from ${from}, not from ${next}`);
      const pence = own.take({ from, to });
      if (this.#isExact)
        expectThat(
          amountPence === pence,
          `${id} ${from} to ${to}: ${pence} owed, ${amountPence} due`,
        );
    }
    // The last day of the run's four weeks, counted from its first.
    const runEnds = dayAt(placeOf(run.periodStart) + 27);
    const last = [runEnds, own.payUntil ?? runEnds].sort()[0] ?? runEnds;
    expectThat(own.takenThrough <= last || inOrder.length === 0, `${id} is paid beyond ${last}`);
    const left = own.worth.between(dayAt(placeOf(own.takenThrough) + 1), last);
    const isLeft = own.takenThrough < last && left.cost > 0;
    expectThat(!isLeft, `${id} is not paid for the days after ${own.takenThrough} until ${last}`);
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
    const names = new Set(due.map(([id, { name }]) => `${id} ${name}`));
    for (const [id, own] of this.#expected)
      for (const payment of await this.#payer.payments(id))
        if (names.has(`${id} ${payment.name}`)) this.#expectSent(id, own, payment);
  }

  #expectSent(id: string, own: ExpectedPay, payment: Payment): void {
    const { name, state, days, paysAgain } = payment;
    const isBeyond = days !== null && own.payUntil !== undefined && days.from > own.payUntil;
    const why = own.whyNotSent(this.#payer.today) ?? (isBeyond ? 'it ended before' : undefined);
    if (state !== 'sent') {
      expectThat(state === 'withheld' && why !== undefined, `${id} ${name} was ${state}: ${why}`);
      return;
    }
    expectThat(why === undefined, `${id} ${name} was sent although ${why}`);
    if (!days || paysAgain !== undefined) return;
    const sentFor = this.#sentFor.get(id) ?? new Set();
    this.#sentFor.set(id, sentFor);
    for (let place = placeOf(days.from); place <= placeOf(days.to); place += 1) {
      expectThat(!sentFor.has(dayAt(place)), `${id} was paid twice for ${dayAt(place)}`);
      sentFor.add(dayAt(place));
    }
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

  /** Every run that there is goes out. */
  async finish(): Promise<void> {
    await this.#putUpAgain('officer-6');
    await this.#sendAll(nobody);
  }
}
