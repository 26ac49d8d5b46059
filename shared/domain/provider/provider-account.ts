import type { BankDetails, BankDetailsCheck } from '../agreement/bank-details.ts';
import type { AccountFinding } from '../bank/check-account.ts';
import { payableAccount } from '../bank/payable-account.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Moment } from '../case/change.ts';
import { accept, refuse } from '../outcome.ts';
import type { PaymentReturn } from '../payment/return-payment.ts';
import {
  lastDigitsOf,
  type ProviderChange,
  type ProviderDecision,
  type ProviderState,
} from './provider-state.ts';

/** Records the account that a provider is paid to, or another one: nothing is paid to it, on any order,
 * before a second person has checked it. Refuses `invalid-input` where the numbers do not fit each other,
 * or the name has nothing that a payment file can hold. */
export function recordAccount(
  provider: ProviderState,
  details: BankDetails,
  modulusCheck: AccountFinding,
  moment: Moment,
): ProviderDecision {
  const account = payableAccount(details, modulusCheck);
  if (!account.accepted) return account;
  const { accountFrom: _ofTheOldOne, ...rest } = provider;
  return accept({
    type: 'provider-account-recorded',
    body: { ...details, ...account.value },
    next: {
      ...rest,
      hasBeenPayable: hasBeenPayable(provider),
      bankDetails: {
        event: moment.event,
        enteredBy: moment.actor.id,
        lastDigits: lastDigitsOf(details),
        ...account.value,
      },
      isBankChecked: false,
    },
  });
}

/** Records what a second person found about the account. Every account but the first waits a few working days
 * more, in which the provider may say that it was not they who changed it. Refuses `same-person`, and
 * `bank-details-unchecked` while there is no account to check. */
export function checkProviderAccount(
  provider: ProviderState,
  check: BankDetailsCheck,
  coolingOffWorkingDays: number,
  moment: Moment,
): ProviderDecision {
  const { bankDetails, isBankChecked, accountFrom: known, ...rest } = provider;
  if (!bankDetails) return refuse('bank-details-unchecked', 'There is no account to check yet.');
  if (bankDetails.enteredBy === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who entered the account checks it.');
  }
  if (isBankChecked && check.isConfirmed) {
    return refuse('already-recorded', 'Somebody has checked this account.');
  }
  const { readBack, ...said } = check;
  const isReplaced = provider.hasBeenPayable === true && !isBankChecked;
  const accountFrom = isReplaced ? addWorkingDays(moment.today, coolingOffWorkingDays) : known;
  return accept({
    type: 'provider-account-checked',
    body: { ...said, isReadBack: readBack !== undefined, bankDetailsEvent: bankDetails.event },
    next: {
      ...rest,
      bankDetails,
      isBankChecked: check.isConfirmed,
      hasBeenPayable: hasBeenPayable(provider) || check.isConfirmed,
      ...(check.isConfirmed && accountFrom !== undefined && { accountFrom }),
    },
  });
}

/** What was recorded before that was noted says it by an account that is checked. */
function hasBeenPayable(provider: ProviderState): boolean {
  return provider.hasBeenPayable ?? provider.isBankChecked;
}

/** A provider whose bank sent a payment back: an account that could not take one takes no other. Nothing where
 * the provider has another account by now, which its last digits show: it was entered and is checked by
 * two people like any. */
export function refusedAccount(
  provider: ProviderState,
  paid: { readonly accountNumber: string },
  returned: PaymentReturn,
): ProviderChange | undefined {
  const { bankDetails, accountFrom: _ofThatOne, ...rest } = provider;
  if (bankDetails?.lastDigits !== lastDigitsOf(paid)) return undefined;
  return {
    type: 'provider-account-refused',
    body: { ...returned, bankDetailsEvent: bankDetails.event },
    next: { ...rest, bankDetails: null, isBankChecked: false, hasBeenPayable: true },
  };
}
