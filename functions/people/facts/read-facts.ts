import * as z from 'zod';
import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { PersonParams } from '#shared/contracts/person-answer.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { PersonFacts } from '#shared/domain/person/facts/person-facts.ts';
import { WarningInForce, warningsFor } from '#shared/domain/person/facts/warning.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import { everyCaseRole } from '../../cases/case-roles.ts';
import type { Ports } from '../../ports.ts';

const PersonFactsView = PersonFacts.extend({
  personId: Id,
  /** Those that your roles may read. */
  warnings: z.array(
    WarningInForce.extend({
      /** The day of its review has passed: ask whether it is still true. */
      isOverdue: z.boolean(),
    }),
  ),
}).meta({ id: 'PersonFactsView' });

export const readFacts = staffOperation({
  id: 'read-person-facts',
  method: 'GET',
  path: '/people/{personId}/facts',
  tag: 'People',
  roles: everyCaseRole,
  summary:
    'Warnings, relationships, representatives, access needs, circumstances and a death, as they stand',
  params: PersonParams,
  query: NoQuery,
  answer: PersonFactsView,
  async handle({ params, caller }, ports: Pick<Ports, 'people' | 'system'>) {
    const person = await ports.people.last(params.personId);
    if (!person) return refuse('not-found', 'There is no such person.');
    const facts = factsOf(person.after);
    const today = civilDateInLondon(ports.system.now());
    const warnings = warningsFor(facts, { roles: caller.roles, today });
    return accept({
      status: 200,
      version: person.sequence,
      body: { personId: params.personId, ...facts, warnings },
    });
  },
});
