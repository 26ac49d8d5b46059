import * as z from 'zod';

const BusEvent = z.looseObject({
  'detail-type': z.string(),
  detail: z.record(z.string(), z.unknown()),
});

const LostExecution = z.looseObject({ name: z.string() });
const UnsettledAggregate = z.looseObject({
  owner: z.enum(['case', 'run']),
  aggregateId: z.string(),
});

export type Signal =
  | { readonly kind: 'execution-lost'; readonly execution: string }
  | { readonly kind: 'unsettled'; readonly owner: 'case' | 'run'; readonly aggregateId: string };

/** What an event of the bus tells case-stream. Throws for one that no rule sends it. */
export function signalIn(event: unknown): Signal {
  const { 'detail-type': type, detail } = BusEvent.parse(event);
  if (type === 'Step Functions Execution Status Change') {
    return { kind: 'execution-lost', execution: LostExecution.parse(detail).name };
  }
  if (type === 'case-unsettled') {
    const { owner, aggregateId } = UnsettledAggregate.parse(detail);
    return { kind: 'unsettled', owner, aggregateId };
  }
  throw new Error(`no rule sends "${type}" here`);
}
