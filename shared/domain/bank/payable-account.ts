import { bacsText } from '../bacs/bacs-text.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { AccountFinding } from './check-account.ts';

/** How much of a name a payment file holds. */
const nameLengthInFile = 18;

/** What the bank will read, and whether there is a check that the numbers passed: for a second person to
 * compare. */
export interface NameOnFile {
  readonly modulusCheck: Exclude<AccountFinding, 'invalid'>;
  readonly nameInFile: string;
  readonly isNameRewritten: boolean;
}

/** An account as a payment file can name it. Refuses `invalid-input` where the numbers do not fit each
 * other, or the name has nothing that a payment file can hold; a sort code for which no check exists
 * passes as unchecked, which the second person reads. */
export function payableAccount(
  { accountName }: { readonly accountName: string },
  modulusCheck: AccountFinding,
): Outcome<NameOnFile> {
  if (modulusCheck === 'invalid') {
    const detail = 'No account has this number at this sort code: look at both again.';
    return refuse('invalid-input', detail, '/accountNumber');
  }
  const onFile = bacsText(accountName, nameLengthInFile);
  return onFile.accepted
    ? accept({
        modulusCheck,
        nameInFile: onFile.value.text,
        isNameRewritten: onFile.value.isChanged,
      })
    : refuse('invalid-input', onFile.refusal.detail, '/accountName');
}
