import type { Ports } from '#functions/ports.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { type FactsDecision, noFacts } from '#shared/domain/person/facts/person-facts.ts';
import { newPerson } from '#shared/domain/person/person-state.ts';
import { personIndexWrites } from '#shared/stores/people/person-index.ts';

/** Registers somebody on the office's table. */
export async function register(ports: Ports, personId: string, givenName = 'Ada'): Promise<void> {
  const after = newPerson({ givenName, familyName: 'Example' });
  const event = {
    id: personId,
    aggregateId: personId,
    type: 'person-registered',
    at: ports.system.now(),
    actor: { id: 'adviser-1', role: 'adviser' },
    request: null,
    body: {},
    after,
  };
  const found = await personIndexWrites(ports.pseudonyms, [{ personId, after }]);
  await ports.people.append(undefined, event, found);
}

/** What is known of somebody after these decisions, each on what the one before left. */
export function factsAfter(
  ...decisions: readonly ((facts: typeof noFacts) => FactsDecision)[]
): typeof noFacts {
  return decisions.reduce((facts, decide) => {
    const decision = decide(facts);
    if (!decision.accepted) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
    return decision.value.next;
  }, noFacts);
}

export function by(id: string, today = '2026-07-08', event = 2): Moment {
  return { actor: { id, role: 'practitioner' }, today, event };
}
