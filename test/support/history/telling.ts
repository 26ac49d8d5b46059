import { dayAt, ExpectedPay, placeOf } from './expected-pay.ts';
import { type Happening, type History, isOfAgreement } from './happenings.ts';
import { happensToDays } from './happens-to-days.ts';
import { happensToPayee } from './happens-to-payee.ts';
import type { Payer } from './payer.ts';
import { expectThat, Told, termsOf } from './told.ts';
import { ToldRuns } from './told-runs.ts';

const people = ['approver-1', 'finance-1', 'officer-1', 'approver-2'] as const;
const happens = { ...happensToDays, ...happensToPayee };

/** Plays a history on whatever pays, tells the diary of each agreement what was done, and holds against it
 * whatever was paid, every time that a run moves. */
export class Telling {
  readonly #payer: Payer;
  readonly #unit: number;
  readonly #expected = new Map<string, ExpectedPay>();
  readonly #persons: string[][] = [];
  readonly #runs: ToldRuns;

  constructor(payer: Payer, unit: number) {
    this.#payer = payer;
    this.#unit = unit;
    this.#runs = new ToldRuns(payer, this.#expected, unit === 7);
  }

  get expected(): ReadonlyMap<string, ExpectedPay> {
    return this.#expected;
  }

  async tell({ starts, happenings }: History): Promise<void> {
    // Nobody is paid before their support has begun.
    this.#payer.today = dayAt(Math.max(...starts.map(({ day }) => day)));
    for (const { day, terms } of starts) {
      const id = `agreement${String(this.#persons.length + 1).padStart(4, '0')}`;
      const weekly = termsOf(terms, this.#unit);
      await this.#payer.begin(id, dayAt(day), weekly);
      this.#persons.push([id]);
      this.#expected.set(id, new ExpectedPay(dayAt(day), weekly));
    }
    for (const happening of happenings) await this.#happens(happening);
    await this.#end();
  }

  async #happens(happening: Happening): Promise<void> {
    const payer = this.#payer;
    const { kind, whose, back, who } = happening;
    payer.today = dayAt(placeOf(payer.today) + happening.daysOn);
    const by = people[who] ?? people[0];
    if (!isOfAgreement(kind)) return this.#runs.happens(kind, by, back);
    const person = this.#persons[whose % this.#persons.length] ?? [];
    const id = person[back % person.length] ?? '';
    const about = { payer, id, by, happening, person };
    await happens[kind](new Told({ ...about, unit: this.#unit, expected: this.#expected }));
  }

  /** Every run is sent; then who is over is settled, and who is not paid up to date. */
  async #end(): Promise<void> {
    const payer = this.#payer;
    await this.#runs.finish();
    const ends = [...this.#expected.values()].map(({ payUntil }) => payUntil ?? '');
    payer.today = [payer.today, ...ends].sort().at(-1) ?? payer.today;
    for (const person of this.#persons) await this.#releaseHold(person);
    for (const [id, own] of this.#expected) {
      await this.#clear(id, own);
      await this.#settle(id, own);
    }
    for (const _run of [1, 2]) {
      payer.today = dayAt(placeOf(payer.today) + 28);
      await this.#runs.happens('run', 'approver-3', 0);
    }
  }

  async #settle(id: string, own: ExpectedPay): Promise<void> {
    const { lastDay } = own;
    if (lastDay === undefined) return;
    await this.#payer.settle(id, { lastDay, proposedBy: 'officer-8', approvedBy: 'officer-9' });
    own.isSettled = true;
    own.payUntil = lastDay;
    own.activatedBy = 'officer-8';
  }

  /** A hold is released in the agreement where it was set. */
  async #releaseHold(person: readonly string[]): Promise<void> {
    const isHeld = (id: string) => this.#expected.get(id)?.heldBy !== undefined;
    if (!person.some(isHeld)) return;
    const released: boolean[] = [];
    for (const id of person)
      released.push(await this.#payer.act(id, 'lead-9', { does: 'release-hold' }));
    expectThat(released.filter((each) => each).length === 1, 'a hold was not released once');
    for (const [id, own] of this.#expected) if (person.includes(id)) own.heldBy = undefined;
  }

  /** What stands in the way is done away with, by somebody else than who put it there. */
  async #clear(id: string, own: ExpectedPay): Promise<void> {
    const payer = this.#payer;
    if (own.stoppedBy !== undefined && own.diedOn === undefined) {
      const isReleased = await payer.act(id, 'officer-7', { does: 'release' });
      expectThat(isReleased, `the stop of ${id} was not released`);
      own.stop(undefined, false);
    }
    if (own.account?.isChecked) return;
    await payer.act(id, 'finance-8', { does: 'record-account', which: 1 });
    await payer.act(id, 'finance-9', { does: 'check-account', isRight: true });
    own.account = { enteredBy: 'finance-8', isChecked: false, from: '', which: 1 };
    own.checkAccount(true, payer.today);
  }
}
