import * as z from 'zod';
import { SafeContactOnRecord } from '../../contact/reaching/how-to-reach.ts';
import type { Outcome } from '../../outcome.ts';
import { AccessNeedsOnRecord } from './access-needs.ts';
import { Circumstances } from './circumstances.ts';
import { DeathOnRecord } from './death.ts';
import { Relationship } from './relationship.ts';
import { RepresentativeOnRecord, RepresentativeTold } from './representative.ts';
import { WarningInForce } from './warning.ts';

/** What is known of a person besides who they are, as it stands now: whatever has ended is read in
 * the history. */
export const PersonFacts = z.strictObject({
  warnings: z.array(WarningInForce),
  relationships: z.array(Relationship),
  representatives: z.array(RepresentativeOnRecord),
  /** Whom a contact named, and nobody has seen any evidence of: they sign nothing. */
  representativesTold: z.array(RepresentativeTold).default([]),
  accessNeeds: AccessNeedsOnRecord.nullable(),
  /** How it is safe to reach them, as it was told last; null where nobody has said. */
  safeContact: SafeContactOnRecord.nullable().default(null),
  circumstances: Circumstances,
  death: DeathOnRecord.nullable(),
});
export type PersonFacts = z.infer<typeof PersonFacts>;

export const noFacts: PersonFacts = {
  warnings: [],
  relationships: [],
  representatives: [],
  representativesTold: [],
  accessNeeds: null,
  safeContact: null,
  circumstances: { accommodation: [], employment: [], 'primary-support-reason': [] },
  death: null,
};

/** Every kind of event that changes them, in the words of the service. */
export const factEventTypes = [
  'warning-recorded',
  'warning-reviewed',
  'warning-ended',
  'warning-review-asked',
  'relationship-recorded',
  'relationship-ended',
  'representative-recorded',
  'representative-ended',
  'access-needs-recorded',
  'circumstance-recorded',
  'equality-facts-recorded',
  'equality-facts-erased',
  'death-recorded',
  'death-reversal-requested',
  'death-reversed',
] as const;

/** What an accepted decision does to a person's facts: one event. */
export interface FactsChange {
  readonly type: (typeof factEventTypes)[number];
  /** What was recorded, as it will be read for ever: plain JSON. */
  readonly body: unknown;
  readonly next: PersonFacts;
}

export type FactsDecision = Outcome<FactsChange>;
