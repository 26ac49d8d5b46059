import type { Charge } from '../charging/charge.ts';
import type { DifferenceStatement } from '../charging/recalculate.ts';
import { type ChargeStatement, stateCharge } from '../charging/statement/charge-statement.ts';
import { notesOfOwn } from '../charging/statement/statement-notes.ts';
import type { AssessedCharge } from './assessed-charge.ts';

/** What a letter says of a charge beside the sum: why it is so much, what is particular to it, and
 * what comes of the time behind us. */
export function explanationOf(charge: Charge, difference: DifferenceStatement | null): string[] {
  const { reason } = charge;
  return [
    reason.endsWith('.') ? reason : `${reason}.`,
    ...notesOfOwn(charge),
    ...(difference ? [difference.summary] : []),
  ];
}

/** The statement of a charge that was assessed, for the person whose it is. */
export function stateAssessed(assessed: AssessedCharge, personName: string): ChargeStatement {
  const { charge, difference, assessedByName, assessedOn, appliesFrom } = assessed;
  const statement = stateCharge(charge, { isEstimate: false });
  return {
    ...statement,
    summary: [...statement.summary, ...(difference ? [difference.summary] : [])],
    assessed: { personName, assessedByName, assessedOn, appliesFrom },
    ...(difference && { difference }),
  };
}
