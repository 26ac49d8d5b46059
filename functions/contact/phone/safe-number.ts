import type { CallBackSettings } from '#shared/domain/call-back/request-call-back.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import type { Ports } from '../../ports.ts';

/** The number at which it is safe to call, and what is safe at all, as the person's record has it from
 * whichever contact told it last: no number where it is not. */
export async function whatIsSafeToCall(
  state: CaseState,
  { people }: Pick<Ports, 'people'>,
): Promise<Pick<CallBackSettings, 'safe' | 'onRecord'>> {
  const person = await people.last(state.personId);
  if (!person) return { safe: undefined, onRecord: null };
  const { safeContact } = factsOf(person.after);
  const number = safeContact?.phone ?? person.after.details.phone;
  const isKnown = number !== undefined && safeContact?.mayCall !== false;
  const mayLeaveMessage = safeContact?.mayLeaveMessage ?? false;
  return { safe: isKnown ? { number, mayLeaveMessage } : undefined, onRecord: safeContact };
}
