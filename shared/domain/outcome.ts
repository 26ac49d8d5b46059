import type { RefusalKind } from './refusals.ts';

/** An expected no: its kind, a sentence for the person who asked, and the field it concerns. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly detail: string;
  /** A JSON pointer into the input, such as `/lines/0/weeklyPence`. */
  readonly pointer?: string;
  /** Where several fields are wrong at once: each with its own sentence. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

export type Accepted<T> = { readonly accepted: true; readonly value: T };
export type Refused = { readonly accepted: false; readonly refusal: Refusal };

/** What a rule answers: the value, or the refusal. Faults are thrown; refusals never are. */
export type Outcome<T> = Accepted<T> | Refused;

export function accept<T>(value: T): Accepted<T> {
  return { accepted: true, value };
}

/** All that is wrong in one answer, under the kind of the first; undefined where nothing is. `summary` says
 * what several of them come to. */
export function refuseAll(
  refusals: readonly Refusal[],
  summary: (count: number) => string,
): Refused | undefined {
  const [first, ...others] = refusals;
  if (!first) return undefined;
  const detail = others.length === 0 ? first.detail : summary(refusals.length);
  const errors = refusals.map((each) => ({ pointer: each.pointer ?? '', detail: each.detail }));
  return { accepted: false, refusal: { kind: first.kind, detail, errors } };
}

export function refuse(kind: RefusalKind, detail: string, pointer?: string): Refused {
  const refusal = pointer === undefined ? { kind, detail } : { kind, detail, pointer };
  return { accepted: false, refusal };
}
