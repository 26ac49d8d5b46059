/** What a week of a day is worth, before and after the contribution, in pence. */
interface Week {
  readonly weeklyPence: number;
  readonly weeklyContributionPence: number;
}

interface Worth {
  readonly net: number;
  readonly cost: number;
}

interface Pause {
  readonly from: string;
  to: string;
  readonly keptPence: number;
  readonly keptTo: string;
}

/** A diary of what each day is worth, kept day by day and with nothing of the service's: a page for every day
 * that says what holds, over which pauses are laid. */
export class DaysWorth {
  readonly #days: readonly string[];
  readonly #first: string;
  readonly #weeks: Week[];
  readonly #pauses: Pause[] = [];
  #known: Worth[] = [];

  /** The days of a diary from the first on. */
  constructor(days: readonly string[], first: string, week: Week) {
    this.#days = days;
    this.#first = first;
    this.#weeks = Array<Week>(days.length).fill(week);
  }

  changeFrom(day: string, week: Week): void {
    this.#known = [];
    this.#weeks.fill(week, Math.max(0, this.#days.indexOf(day)));
  }

  pause(pause: Pause): void {
    this.#known = [];
    this.#pauses.push({ ...pause });
  }

  /** The pause that holds on a day ends with the day before it. */
  restart(on: string): void {
    this.#known = [];
    const before = this.#days[this.#days.indexOf(on) - 1] ?? '';
    for (const pause of this.#pauses) {
      if (pause.from <= on && on <= pause.to) pause.to = before;
    }
  }

  /** What every day until the last is worth together, rounded nowhere: in sevenths of a penny. */
  sevenths(last: string): Worth {
    return this.between(this.#first, last);
  }

  /** What a day is worth where no pause lies over it. */
  weekOn(day: string): Week {
    return this.#weeks[this.#days.indexOf(day)] ?? noWeek;
  }

  between(first: string, last: string): Worth {
    const sum = { net: 0, cost: 0 };
    for (let place = this.#days.indexOf(first); ; place += 1) {
      const day = this.#days[place];
      if (day === undefined || day > last) break;
      const { net, cost } = this.#worthOn(place, day);
      sum.net += net;
      sum.cost += cost;
    }
    return sum;
  }

  /** Each day is worked out once until something changes. */
  #worthOn(place: number, day: string): Worth {
    const known = this.#known[place];
    if (known) return known;
    const { weeklyPence, weeklyContributionPence } = this.#weeks[place] ?? noWeek;
    const net = Math.max(0, weeklyPence - weeklyContributionPence);
    const pause = this.#pauses.find(({ from, to }) => from <= day && day <= to);
    const kept = pause && day <= pause.keptTo ? Math.min(pause.keptPence, net) : 0;
    const worth = pause ? { net: kept, cost: kept } : { net, cost: weeklyPence };
    this.#known[place] = worth;
    return worth;
  }
}

const noWeek: Week = { weeklyPence: Number.NaN, weeklyContributionPence: 0 };
