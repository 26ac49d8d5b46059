import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { type FollowedType, isFollowed } from './followed-types.ts';
import { handOverOneOff } from './hand-over-one-off.ts';
import type { AgreementFollowingPorts } from './once.ts';
import { keepPayee, spreadHold, spreadRelease, takeUpReview } from './spread-hold.ts';
import { tellOfAccount, tellOfEnd, tellOfRelease, tellOfStop } from './tell-case.ts';

type AgreementEvent = RecordedEvent<AgreementState>;
type Effect = (event: AgreementEvent, ports: AgreementFollowingPorts) => Promise<void>;

const effects = {
  'agreement-activated': keepPayee,
  'agreement-ended': tellOfEnd,
  'bank-details-recorded': tellOfAccount,
  'one-off-authorised': handOverOneOff,
  'payee-held': spreadHold,
  'payee-hold-reviewed': takeUpReview,
  'payee-released': spreadRelease,
  'payments-released': tellOfRelease,
  'payments-stopped': tellOfStop,
} as const satisfies Record<FollowedType, Effect>;

/** Does what an event of an agreement leads to elsewhere; done twice, or late, it comes to the same. */
export async function followAgreement(
  event: AgreementEvent,
  ports: AgreementFollowingPorts,
): Promise<void> {
  if (isFollowed(event.type)) await effects[event.type](event, ports);
}
