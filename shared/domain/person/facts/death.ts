import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import type { Moment } from '../../case/change.ts';
import { DeathRecord } from '../../case/ending/death.ts';
import { Reason } from '../../eligibility/decision.ts';
import { accept, refuse } from '../../outcome.ts';
import type { FactsDecision, PersonFacts } from './person-facts.ts';

const Version = z.int().positive();

/** A death as it stands on the person's record, which is the one place that says so; `event` holds
 * its source. */
export const DeathOnRecord = z
  .discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('stands'),
      diedOn: CivilDate,
      proof: DeathRecord.shape.proof,
      event: Version,
      /** Who asked for its reversal, which somebody else confirms. */
      reversalAskedBy: z.string().nullable(),
    }),
    z.strictObject({
      status: z.literal('reversed'),
      event: Version,
      reversedOn: CivilDate,
      askedBy: z.string(),
      confirmedBy: z.string(),
    }),
  ])
  .meta({ id: 'DeathOnRecord' });
export type DeathOnRecord = z.infer<typeof DeathOnRecord>;

export const DeathReversal = z.strictObject({ reason: Reason }).meta({ id: 'DeathReversal' });
export type DeathReversal = z.infer<typeof DeathReversal>;

const proofs = DeathRecord.shape.proof.options;

/** Whether the record says this already, so that saying it again changes nothing. */
export function saysDeathAlready({ death }: PersonFacts, input: DeathRecord): boolean {
  return (
    death?.status === 'stands' &&
    death.diedOn === input.diedOn &&
    proofs.indexOf(death.proof) >= proofs.indexOf(input.proof)
  );
}

/** Records a death, from which on no periodic payment is made (domain rules section 7). Better proof
 * replaces what was recorded, its day included. Refuses `already-recorded` for another day on no
 * better proof, and `invalid-input` for a day to come. */
export function recordDeath(facts: PersonFacts, input: DeathRecord, moment: Moment): FactsDecision {
  if (input.diedOn > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/diedOn');
  }
  const { death } = facts;
  if (death?.status === 'stands' && proofs.indexOf(death.proof) >= proofs.indexOf(input.proof)) {
    const detail = `A death on ${death.diedOn} stands on proof that is as good.`;
    return refuse('already-recorded', detail, '/diedOn');
  }
  const { diedOn, proof } = input;
  return accept({
    type: 'death-recorded',
    body: { ...input, replaces: death?.status === 'stands' ? death.diedOn : null },
    next: {
      ...facts,
      death: { status: 'stands', diedOn, proof, event: moment.event, reversalAskedBy: null },
    },
  });
}

/** Asks for a death to be taken back as a mistake; until somebody else confirms it, it stands. */
export function askToReverseDeath(
  facts: PersonFacts,
  input: DeathReversal,
  moment: Moment,
): FactsDecision {
  const { death } = facts;
  if (death?.status !== 'stands') return refuse('wrong-stage', 'No death stands on this record.');
  if (death.reversalAskedBy !== null) {
    return refuse('already-recorded', 'The reversal waits for a second person already.');
  }
  return accept({
    type: 'death-reversal-requested',
    body: { ...input, death: death.event },
    next: { ...facts, death: { ...death, reversalAskedBy: moment.actor.id } },
  });
}

/** Takes a recorded death back. Refuses `same-person` for whoever asked for it: two people reverse a
 * death, because payments may begin again after it. */
export function confirmDeathReversal(
  facts: PersonFacts,
  input: DeathReversal,
  moment: Moment,
): FactsDecision {
  const { death } = facts;
  if (death?.status !== 'stands' || death.reversalAskedBy === null) {
    return refuse('wrong-stage', 'Nobody has asked to reverse a death on this record.');
  }
  const askedBy = death.reversalAskedBy;
  if (askedBy === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who asked for the reversal confirms it.');
  }
  return accept({
    type: 'death-reversed',
    body: { ...input, askedBy, death: death.event, diedOn: death.diedOn },
    next: {
      ...facts,
      death: {
        status: 'reversed',
        event: moment.event,
        reversedOn: moment.today,
        askedBy,
        confirmedBy: moment.actor.id,
      },
    },
  });
}
