import { dayAt, type ExpectedPay, placeOf } from './expected-pay.ts';
import type { Happening, Terms } from './happenings.ts';
import type { Act, Payer, WeeklyTerms } from './payer.ts';

export function expectThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** Something that happens to one agreement, with the diaries of whoever it is for. */
export class Told {
  readonly payer: Payer;
  readonly id: string;
  readonly by: string;
  readonly happening: Happening;
  /** 7 where every day is worth whole pence. */
  readonly unit: number;
  readonly expected: Map<string, ExpectedPay>;
  /** The agreements of one person, the newest last. */
  readonly person: string[];

  constructor(
    told: Pick<Told, 'payer' | 'id' | 'by' | 'happening' | 'unit' | 'expected' | 'person'>,
  ) {
    this.payer = told.payer;
    this.id = told.id;
    this.by = told.by;
    this.happening = told.happening;
    this.unit = told.unit;
    this.expected = told.expected;
    this.person = told.person;
  }

  of(id: string): ExpectedPay {
    const expected = this.expected.get(id);
    if (!expected) throw new Error(`no agreement ${id}`);
    return expected;
  }

  get own(): ExpectedPay {
    return this.of(this.id);
  }

  get everyOwn(): readonly ExpectedPay[] {
    return this.person.map((id) => this.of(id));
  }

  get terms(): WeeklyTerms {
    return termsOf(this.happening.terms, this.unit);
  }

  /** A day behind today, or ahead of it, though not before the first. */
  dayBack(days: number): string {
    const first = placeOf(this.own.startsOn);
    return dayAt(Math.max(first, placeOf(this.payer.today) - days));
  }

  async acts(act: Act, by = this.by): Promise<boolean> {
    return await this.payer.act(this.id, by, act);
  }
}

/** A week's worth and the contribution to it. */
export function termsOf({ weekly, part }: Terms, unit: number): WeeklyTerms {
  return {
    weeklyPence: weekly * unit,
    weeklyContributionPence: Math.floor((weekly * part) / 100) * unit,
  };
}
