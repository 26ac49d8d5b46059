import * as z from 'zod';

// The part of the Amazon States Language that this interpreter runs, in its JSONata form. Every
// object is strict: a field that is not listed here would be ignored locally and obeyed by AWS.

/** Any JSON in which strings between `{%` and `%}` are expressions. */
const Template = z.unknown();
const Expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'an expression stands between {% and %}');
const WholeNumber = z.int().min(0);
const WholeNumberOrExpression = z.union([WholeNumber, Expression]);

const common = { Comment: z.string().optional(), QueryLanguage: z.literal('JSONata').optional() };
const assigning = {
  Assign: z.record(z.string(), Template).optional(),
  Output: Template.optional(),
};
const onward = { Next: z.string().optional(), End: z.literal(true).optional() };

export const Retrier = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.int().min(1).default(1),
  MaxAttempts: WholeNumber.default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().min(1).optional(),
  Comment: z.string().optional(),
});
export type Retrier = z.infer<typeof Retrier>;

export const Catcher = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  Next: z.string(),
  Comment: z.string().optional(),
  ...assigning,
});
export type Catcher = z.infer<typeof Catcher>;

const recovering = {
  Retry: z.array(Retrier).default([]),
  Catch: z.array(Catcher).default([]),
};

export const AWAITED_INVOKE = 'arn:aws:states:::lambda:invoke.waitForTaskToken';

export const TaskState = z.strictObject({
  Type: z.literal('Task'),
  Resource: z.enum(['arn:aws:states:::lambda:invoke', AWAITED_INVOKE]),
  Arguments: z.strictObject({ FunctionName: z.string(), Payload: Template.optional() }),
  TimeoutSeconds: z.union([z.int().min(1), Expression]).optional(),
  ...common,
  ...assigning,
  ...onward,
  ...recovering,
});
export type TaskState = z.infer<typeof TaskState>;

const ChoiceRule = z.strictObject({
  Condition: z.union([Expression, z.boolean()]),
  Next: z.string(),
  Comment: z.string().optional(),
  ...assigning,
});

export const ChoiceState = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(ChoiceRule).min(1),
  Default: z.string().optional(),
  ...common,
  ...assigning,
});
export type ChoiceState = z.infer<typeof ChoiceState>;

const PassState = z.strictObject({
  Type: z.literal('Pass'),
  ...common,
  ...assigning,
  ...onward,
});

export const WaitState = z.strictObject({
  Type: z.literal('Wait'),
  Seconds: WholeNumberOrExpression.optional(),
  Timestamp: z.string().optional(),
  ...common,
  ...assigning,
  ...onward,
});
export type WaitState = z.infer<typeof WaitState>;

const SucceedState = z.strictObject({
  Type: z.literal('Succeed'),
  Output: Template.optional(),
  ...common,
});

const FailState = z.strictObject({
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  Cause: z.string().optional(),
  ...common,
});

/** A `States` field and where it begins: the machine itself, a branch, or a map's processor. */
export interface Block {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

const blockFields = {
  StartAt: z.string(),
  States: z.record(
    z.string().max(80),
    z.lazy(() => State),
  ),
  Comment: z.string().optional(),
};

const Branch: z.ZodType<Block> = z.lazy(() => z.strictObject(blockFields));
const Processor: z.ZodType<Block> = z.lazy(() =>
  z.strictObject({
    ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }).optional(),
    ...blockFields,
  }),
);

export const ParallelState = z.strictObject({
  Type: z.literal('Parallel'),
  Branches: z.array(Branch).min(1),
  Arguments: Template.optional(),
  ...common,
  ...assigning,
  ...onward,
  ...recovering,
});
export type ParallelState = z.infer<typeof ParallelState>;

export const MapState = z.strictObject({
  Type: z.literal('Map'),
  ItemProcessor: Processor,
  Items: z.union([z.array(Template), Expression]).optional(),
  ItemSelector: Template.optional(),
  MaxConcurrency: WholeNumberOrExpression.default(0),
  ...common,
  ...assigning,
  ...onward,
  ...recovering,
});
export type MapState = z.infer<typeof MapState>;

export type State =
  | TaskState
  | ChoiceState
  | z.infer<typeof PassState>
  | WaitState
  | z.infer<typeof SucceedState>
  | z.infer<typeof FailState>
  | ParallelState
  | MapState;

export const State: z.ZodType<State> = z.discriminatedUnion('Type', [
  TaskState,
  ChoiceState,
  PassState,
  WaitState,
  SucceedState,
  FailState,
  ParallelState,
  MapState,
]);

export const Definition = z.strictObject({
  QueryLanguage: z.literal('JSONata'),
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: z.int().min(1).optional(),
  ...blockFields,
});
export type Definition = z.infer<typeof Definition>;

/** The blocks that a state runs inside itself, each in a variable scope of its own. */
export function innerBlocks(state: State): readonly Block[] {
  if (state.Type === 'Parallel') return state.Branches;
  if (state.Type === 'Map') return [state.ItemProcessor];
  return [];
}
