import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { accept, refuse } from '../outcome.ts';
import { planningLaw } from '../plan/planning-law.ts';
import type { AgreementDecision, AgreementState } from './agreement-state.ts';

export const AgreementSignature = z
  .strictObject({
    signedOn: CivilDate,
    /** Whoever receives the money signs for it. */
    signedBy: z.enum(['self', 'nominated', 'authorised']),
    /** The signatory has a copy, with what the money may be spent on and what has to be shown. */
    copyGivenOn: CivilDate,
  })
  .meta({ id: 'AgreementSignature' });
export type AgreementSignature = z.infer<typeof AgreementSignature>;

/** Records that the payee has signed. Refuses `already-recorded`, and `invalid-input` for a day to
 * come or somebody who is not the payee. */
export function signAgreement(
  agreement: AgreementState,
  signature: AgreementSignature,
  moment: Moment,
): AgreementDecision {
  if (agreement.status === 'closed') return refuse('wrong-stage', 'The agreement has ended.');
  if (agreement.signedOn !== null) return refuse('already-recorded', 'The agreement is signed.');
  for (const field of ['signedOn', 'copyGivenOn'] as const) {
    if (signature[field] > moment.today) {
      return refuse('invalid-input', 'Record this when the day has come.', `/${field}`);
    }
  }
  if (signature.signedBy !== agreement.payee.kind) {
    const detail = `The payee signs: ${agreement.payee.kind}.`;
    return refuse('invalid-input', detail, '/signedBy');
  }
  return accept({
    type: 'agreement-signed',
    body: { ...signature, rule: planningLaw('direct-payment', moment.today) },
    next: { ...agreement, status: 'signed', signedOn: signature.signedOn },
  });
}
