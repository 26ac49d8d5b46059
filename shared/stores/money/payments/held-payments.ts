import type { AgreementHead } from '../../../domain/payment/agreement-head.ts';
import { heldInRuns } from '../../../domain/payment/held-in-runs.ts';
import type { ProviderState } from '../../../domain/provider/provider-state.ts';

/** The list of the index, and what stands before the provider in the keys that name one. */
export const heldList = 'HELD';
export const ofProvider = 'PROVIDER';

interface HeldPlace {
  readonly gsi3pk: string;
  readonly gsi3sk: string;
}

/** Puts a head whose payments are held back into an index of its own while it is so: its key alone says
 * what of which run that is, because the index shows no more. */
export function heldPlace(head: AgreementHead): HeldPlace | undefined {
  const held = heldInRuns(head);
  if (held.length === 0) return undefined;
  const each = held.map(({ runId, count, pence, from, reason }) =>
    [runId, count, pence, from ?? '', reason].join('/'),
  );
  return { gsi3pk: heldList, gsi3sk: [head.agreementId, ...each].join('#') };
}

/** Puts a provider there that was paid before and whose account nobody has checked since it changed, or that
 * waits its days, which the key says. */
export function heldProviderPlace(
  providerId: string,
  { hasBeenPayable, isBankChecked, accountFrom = '' }: ProviderState,
): HeldPlace | undefined {
  if (!hasBeenPayable || (isBankChecked && accountFrom === '')) return undefined;
  const from = isBankChecked ? accountFrom : '';
  return { gsi3pk: heldList, gsi3sk: [ofProvider, providerId, from].join('#') };
}
