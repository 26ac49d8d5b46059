import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { survivorOf } from '../people/follow-merge.ts';
import type { Ports } from '../ports.ts';

/** Whether a case is about that person. A sign-in may still name a record that was merged into the one
 * that has the case. */
export async function isAbout(
  { personId }: CaseState,
  signedIn: string,
  ports: Pick<Ports, 'people'>,
): Promise<boolean> {
  return personId === signedIn || personId === (await survivorOf(signedIn, ports));
}

/** A case as the person whom it is about may see it; somebody else's is not there to be seen. */
export async function readOwnCase(
  caseId: string,
  signedIn: string,
  ports: Pick<Ports, 'cases' | 'people'>,
): Promise<Outcome<RecordedEvent<CaseState>>> {
  const last = await ports.cases.last(caseId);
  return last && (await isAbout(last.after, signedIn, ports))
    ? accept(last)
    : refuse('not-found', 'There is no such case.');
}
