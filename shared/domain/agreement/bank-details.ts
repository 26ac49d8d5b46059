import * as z from 'zod';
import type { AccountFinding } from '../bank/check-account.ts';
import { payableAccount } from '../bank/payable-account.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import type { AgreementDecision, AgreementState } from './agreement-state.ts';

/** The account that is paid. It stands in the body of its event alone, and is read from there when
 * a payment is made. */
export const BankDetails = z
  .strictObject({
    accountName: z.string().trim().min(1).max(70),
    sortCode: z
      .string()
      .regex(/^\d{6}$/, 'A sort code has six digits.')
      .meta({ examples: ['089999'] }),
    accountNumber: z
      .string()
      .regex(/^\d{8}$/, 'An account number has eight digits.')
      .meta({ examples: ['66374958'] }),
  })
  .meta({ id: 'BankDetails' });
export type BankDetails = z.infer<typeof BankDetails>;

export const BankDetailsCheck = z
  .strictObject({
    isConfirmed: z.boolean(),
    how: Reason,
    /** The numbers as the payee read them out: nobody is shown those that were entered. */
    readBack: BankDetails.pick({ sortCode: true, accountNumber: true }).optional(),
  })
  .meta({ id: 'BankDetailsCheck' });
export type BankDetailsCheck = z.infer<typeof BankDetailsCheck>;

/** Refuses `invalid-input` where somebody confirms an account and was read out another one than was entered. */
export function refusalOfReadBack(
  { isConfirmed, readBack }: BankDetailsCheck,
  entered: Pick<BankDetails, 'sortCode' | 'accountNumber'> | undefined,
): Refused | undefined {
  if (!isConfirmed || !readBack || !entered) return undefined;
  const isSame =
    readBack.sortCode === entered.sortCode && readBack.accountNumber === entered.accountNumber;
  const detail = 'Another account was entered: it is not confirmed, and is entered anew.';
  return isSame ? undefined : refuse('invalid-input', detail, '/readBack');
}

/** Why a new account stops what is paid until somebody else has checked it. */
export const uncheckedAccount = 'bank-details-unchecked';

/** Records the account, or another one: nothing is paid to it before a second person has checked
 * it. Refuses `invalid-input` where the numbers do not fit each other, or the name has nothing that a
 * payment file can hold; a sort code for which no check
 * exists is recorded as unchecked, which the second person reads. */
export function recordBankDetails(
  agreement: AgreementState,
  details: BankDetails,
  modulusCheck: AccountFinding,
  moment: Moment,
): AgreementDecision {
  if (isOver(agreement)) return refuse('wrong-stage', 'The agreement has ended.');
  const account = payableAccount(details, modulusCheck);
  if (!account.accepted) return account;
  return accept({
    type: 'bank-details-recorded',
    body: {
      ...details,
      ...account.value,
    },
    next: {
      ...agreement,
      status: agreement.status === 'checked' ? 'requested' : agreement.status,
      bankDetails: {
        event: moment.event,
        enteredBy: moment.actor.id,
        lastDigits: details.accountNumber.slice(-3),
        isNameRewritten: account.value.isNameRewritten,
        modulusCheck: account.value.modulusCheck,
      },
      isBankChecked: false,
      payStop: stoppedOverAccount(agreement),
    },
  });
}

/** Records what a second person found about the account: one that was checked before and turns out to be
 * wrong is paid no more. Refuses `same-person`, `already-recorded` for an account that is checked, and
 * `bank-details-unchecked` while there is none to check. */
export function checkBankDetails(
  agreement: AgreementState,
  check: BankDetailsCheck,
  moment: Moment,
): AgreementDecision {
  if (isOver(agreement)) return refuse('wrong-stage', 'The agreement has ended.');
  const { bankDetails } = agreement;
  if (!bankDetails) return refuse('bank-details-unchecked', 'There is no account to check yet.');
  if (bankDetails.enteredBy === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who entered the account checks it.');
  }
  if (agreement.isBankChecked && check.isConfirmed) {
    return refuse('already-recorded', 'Somebody has checked this account.');
  }
  const { readBack, ...said } = check;
  const isCleared = agreement.payStop === uncheckedAccount;
  const confirmedStop = isCleared ? null : agreement.payStop;
  return accept({
    type: 'bank-details-checked',
    body: { ...said, isReadBack: readBack !== undefined, bankDetailsEvent: bankDetails.event },
    next: {
      ...agreement,
      status: check.isConfirmed && agreement.status === 'requested' ? 'checked' : agreement.status,
      isBankChecked: check.isConfirmed,
      payStop: check.isConfirmed ? confirmedStop : stoppedOverAccount(agreement),
    },
  });
}

/** An account that nobody else has checked stops what is paid, unless another cause does already. */
function stoppedOverAccount(agreement: AgreementState): string | null {
  return agreement.payStop ?? (wasEverPaid(agreement) ? uncheckedAccount : null);
}

/** Nothing was paid before it ended. Otherwise what the bank sent back, and what a final account owes, may
 * still need another account. */
function isOver(agreement: AgreementState): boolean {
  return agreement.status === 'closed' && !wasEverPaid(agreement);
}

function wasEverPaid({ planVersion, finalAccount }: AgreementState): boolean {
  return planVersion !== null || finalAccount !== undefined;
}
