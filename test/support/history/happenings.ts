import fc from 'fast-check';

const Terms = fc.record({ weekly: fc.integer({ min: 0, max: 20_000 }), part: fc.nat(100) });
export type Terms = typeof Terms extends fc.Arbitrary<infer T> ? T : never;

/** What may happen to runs, and how often beside each other. */
const toRuns = [
  'run',
  'run',
  'run',
  'run twice',
  'asked',
  'selected',
  'sent',
  'rejected',
  'put up again',
  'cancelled',
  'calendar moved',
] as const;

/** What may happen to an agreement. */
const toAgreements = [
  'changed',
  'changed',
  'superseded',
  'stopped',
  'released',
  'held',
  'hold released',
  'died',
  'death reversed',
  'ended on a day',
  'paused',
  'paused',
  'restarted',
  'came back',
  'account entered',
  'account checked',
  'account checked',
  'account found wrong',
  'recovery agreed',
  'bought',
] as const;

export type RunHappening = (typeof toRuns)[number];
type AgreementHappening = (typeof toAgreements)[number];

export function isOfAgreement(kind: RunHappening | AgreementHappening): kind is AgreementHappening {
  return toAgreements.some((each) => each === kind);
}

const Happening = (kinds: readonly (RunHappening | AgreementHappening)[]) =>
  fc.record({
    /** Days since whatever happened before. */
    daysOn: fc.oneof({ arbitrary: fc.nat(4), weight: 2 }, { arbitrary: fc.nat(40), weight: 3 }),
    kind: fc.constantFrom(...kinds),
    /** Which of the agreements that there are. */
    whose: fc.nat(1_000),
    who: fc.nat(3),
    back: fc.nat(60),
    days: fc.nat(90),
    ahead: fc.nat(120),
    terms: Terms,
  });
export type Happening = ReturnType<typeof Happening> extends fc.Arbitrary<infer H> ? H : never;

const Start = fc.record({ day: fc.integer({ min: 40, max: 480 }), terms: Terms });

/** What happens to one person's direct payment, and to the runs that pay it. */
export const History = fc.record({
  starts: fc.tuple(Start),
  happenings: fc.array(Happening([...toRuns, ...toRuns, ...toAgreements]), {
    minLength: 3,
    maxLength: 14,
  }),
});

/** A council with so many people, to whom so much happens within a year or so. */
export function CouncilYear(people: number) {
  const close = { min: 40, max: 100 };
  const starts = fc.record({ day: fc.integer(close), terms: Terms });
  const at = Happening([...toAgreements]).map((each) => ({ ...each, daysOn: 0 }));
  const steps = fc.tuple(
    Happening([...toRuns]),
    fc.array(at, { minLength: people / 2, maxLength: people }),
  );
  return fc.record({
    starts: fc.array(starts, { minLength: people, maxLength: people }),
    happenings: fc
      .array(steps, { minLength: 12, maxLength: 16 })
      .map((all) => all.flatMap(([run, others]) => [run, ...others])),
  });
}

export interface History {
  readonly starts: readonly { readonly day: number; readonly terms: Terms }[];
  readonly happenings: readonly Happening[];
}
