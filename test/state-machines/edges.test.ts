import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { machineOf, machineStarts, moves } from '#shared/domain/journey/moves.ts';
import { Machine, Step, verdictsByStep } from '#shared/domain/journey/steps.ts';

const State = z.looseObject({
  Type: z.string(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.looseObject({ Condition: z.string(), Next: z.string() })).default([]),
  Arguments: z.looseObject({ Payload: z.looseObject({ step: z.string().optional() }) }).optional(),
  Branches: z.array(z.looseObject({ StartAt: z.string(), States: z.unknown() })).default([]),
});
const States = z.record(z.string(), State);
const Definition = z.looseObject({ StartAt: z.string(), States });
type States = z.infer<typeof States>;

function definitionOf(machine: Machine): z.infer<typeof Definition> {
  const file = new URL(`../../state-machines/${machine}.asl.json`, import.meta.url);
  return Definition.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Follows the states that only route, until people are waited for or nothing is. */
function restFrom(states: States, name: string | undefined, verdict: string): string[] {
  const state = name === undefined ? undefined : states[name];
  if (!state) return ['end'];
  if (state.Arguments?.Payload.step) return [state.Arguments.Payload.step];
  if (state.Type === 'Choice') {
    const chosen = state.Choices.find(({ Condition }) => isChosen(Condition, verdict));
    return restFrom(states, chosen ? chosen.Next : state.Default, verdict);
  }
  if (state.Type === 'Parallel') {
    return state.Branches.flatMap((branch) =>
      restFrom(States.parse(branch.States), branch.StartAt, verdict),
    );
  }
  return restFrom(states, state.Next, verdict);
}

function isChosen(condition: string, verdict: string): boolean {
  return [...condition.matchAll(/'([^']+)'/g)].some(([, named]) => named === verdict);
}

function waitsOf(states: States): { step: Step; next: string | undefined; states: States }[] {
  return Object.values(states).flatMap((state) => {
    const inner = state.Branches.flatMap((branch) => waitsOf(States.parse(branch.States)));
    const step = state.Arguments?.Payload.step;
    return step === undefined ? inner : [{ step: Step.parse(step), next: state.Next, states }];
  });
}

describe.each(Machine.options)('the machine %s', (machine) => {
  const definition = definitionOf(machine);
  const waits = waitsOf(definition.States);

  test('begins where the domain says that it begins', () => {
    expect(restFrom(definition.States, definition.StartAt, '').sort()).toEqual(
      [...machineStarts[machine]].sort(),
    );
  });

  test('waits for just the steps that belong to it', () => {
    const own = Step.options.filter((step) => machineOf[step] === machine);
    expect(waits.map(({ step }) => step).sort()).toEqual(own.sort());
  });

  test('leads every verdict where the domain permits it to lead', () => {
    for (const { step, next, states } of waits) {
      const drawn = Object.fromEntries(
        verdictsByStep[step].map((verdict) => [verdict, restFrom(states, next, verdict)[0]]),
      );
      expect(drawn).toEqual(moves[step]);
    }
  });
});
