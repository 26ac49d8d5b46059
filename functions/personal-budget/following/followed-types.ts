import type { AgreementEventType } from '#shared/domain/agreement/agreement-state.ts';

/** The events of an agreement that lead to something elsewhere: a letter, a payment, another agreement. */
const followedTypes = [
  'agreement-activated',
  'agreement-ended',
  'bank-details-recorded',
  'one-off-authorised',
  'payee-held',
  'payee-hold-reviewed',
  'payee-released',
  'payments-released',
  'payments-stopped',
] as const satisfies readonly AgreementEventType[];
export type FollowedType = (typeof followedTypes)[number];

export function isFollowed(type: unknown): type is FollowedType {
  return followedTypes.some((each) => each === type);
}
