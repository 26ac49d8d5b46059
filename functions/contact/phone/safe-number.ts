import type { SafeNumber } from '#shared/domain/call-back/request-call-back.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import type { Ports } from '../../ports.ts';

/** The number at which it is safe to call, as the person's record has it from whichever contact told
 * it last: none where it is not. */
export async function safeNumberOf(
  state: CaseState,
  { people }: Pick<Ports, 'people'>,
): Promise<SafeNumber | undefined> {
  const person = await people.last(state.personId);
  if (!person) return undefined;
  const { safeContact } = factsOf(person.after);
  const number = safeContact?.phone ?? person.after.details.phone;
  if (number === undefined || safeContact?.mayCall === false) return undefined;
  return { number, mayLeaveMessage: safeContact?.mayLeaveMessage ?? false };
}
