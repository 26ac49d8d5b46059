import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';

const Handling = z.looseObject({ ErrorEquals: z.array(z.string()) });

export const State = z.looseObject({
  Type: z.string(),
  Comment: z.string().optional(),
  QueryLanguage: z.string().optional(),
  Resource: z.string().optional(),
  Arguments: z.looseObject({ Payload: z.record(z.string(), z.unknown()).optional() }).optional(),
  TimeoutSeconds: z.number().optional(),
  Retry: z.array(Handling).default([]),
  Catch: z.array(Handling.extend({ Next: z.string() })).default([]),
  Choices: z.array(z.looseObject({ Condition: z.string(), Next: z.string() })).default([]),
  Default: z.string().optional(),
  Next: z.string().optional(),
  Branches: z.array(z.lazy(() => Block)).default([]),
  ItemProcessor: z.lazy(() => Block).optional(),
});
export type State = z.infer<typeof State>;

const Block: z.ZodType<Block> = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), z.unknown()),
});
export interface Block {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, unknown>>;
}

export interface NamedState {
  readonly name: string;
  readonly state: State;
  /** Whether it stands at the top, and not in a branch or a map. */
  readonly isOuter: boolean;
}

const folder = new URL('../../state-machines/', import.meta.url);

export const machineFiles = readdirSync(folder).filter((file) => file.endsWith('.asl.json'));

export function readMachine(file: string) {
  const definition: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const block = Block.parse(definition);
  return { definition, block, states: statesIn(block, true) };
}

/** Every state, those of branches and maps included. */
function statesIn(block: Block, isOuter: boolean): NamedState[] {
  return Object.entries(block.States).flatMap(([name, value]) => {
    const state = State.parse(value);
    const inner = [...state.Branches, ...(state.ItemProcessor ? [state.ItemProcessor] : [])];
    return [{ name, state, isOuter }, ...inner.flatMap((each) => statesIn(each, false))];
  });
}

/** Every payload that a machine sends, by the state that sends it. */
export function payloadsOf(file: string): { name: string; payload: Record<string, unknown> }[] {
  return readMachine(file).states.flatMap(({ name, state }) => {
    const payload = state.Arguments?.Payload;
    return payload ? [{ name, payload }] : [];
  });
}
