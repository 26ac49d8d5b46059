import type { Value } from '../table/table.ts';

type Stored = Readonly<Record<string, Value>>;

/** Lifts a stored item, one released version at a time, to the newest. The versions that were ever
 * released are read from fixtures in `test/unit/stores/released`. */
const upcasters: Readonly<Record<number, (item: Stored) => Stored>> = {};

export function upcast(item: Stored): Stored {
  let lifted = item;
  for (;;) {
    const lift = upcasters[Number(lifted['schema'])];
    if (!lift) return lifted;
    lifted = lift(lifted);
  }
}
