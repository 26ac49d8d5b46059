import * as z from 'zod';

const BusEvent = z.looseObject({
  'detail-type': z.string(),
  detail: z.record(z.string(), z.unknown()),
});

const LostExecution = z.looseObject({ name: z.string() });
/** An aggregate whose events, from the first number to the last, are looked at once more; none
 * where the last is nought, and then only its machines are. */
const Unsettled = z.looseObject({
  owner: z.enum(['contact', 'case', 'person', 'run']),
  aggregateId: z.string(),
  first: z.int().positive(),
  last: z.int().nonnegative(),
});

export type Signal =
  | { readonly kind: 'execution-lost'; readonly execution: string }
  | ({ readonly kind: 'unsettled' } & Pick<
      z.infer<typeof Unsettled>,
      'owner' | 'aggregateId' | 'first' | 'last'
    >);

/** What an event of the bus tells case-stream. Throws for one that no rule sends it. */
export function signalIn(event: unknown): Signal {
  const { 'detail-type': type, detail } = BusEvent.parse(event);
  if (type === 'Step Functions Execution Status Change') {
    return { kind: 'execution-lost', execution: LostExecution.parse(detail).name };
  }
  if (type === 'case-unsettled') {
    const { owner, aggregateId, first, last } = Unsettled.parse(detail);
    return { kind: 'unsettled', owner, aggregateId, first, last };
  }
  throw new Error(`no rule sends "${type}" here`);
}
