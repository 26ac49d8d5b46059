import * as z from 'zod';
import { PassedCheck } from '../bank/passed-check.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import type { Outcome } from '../outcome.ts';
import { Offer } from './offer.ts';

export const CqcLocationId = z
  .string()
  .regex(/^1-\d{1,12}$/, 'A location has an id such as 1-123456789.')
  .meta({ examples: ['1-123456789'] });

/** An organisation that supports people, and is paid for it by the council. */
export const NewProvider = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    /** Its location at the Care Quality Commission, where what it does is registered. */
    cqcLocationId: CqcLocationId.optional(),
  })
  .meta({ id: 'NewProvider' });
export type NewProvider = z.infer<typeof NewProvider>;

/** As many offers as one transaction can replace. */
export const offersMax = 40;

/** Where a provider stands: what it offers, and whether it can be paid. */
export const ProviderState = z.strictObject({
  name: z.string(),
  cqcLocationId: z.string().exactOptional(),
  offers: z.array(Offer),
  /** The event that holds the account in full, who entered it, and its last three digits. */
  bankDetails: z
    .strictObject({
      event: z.int().positive(),
      enteredBy: z.string(),
      lastDigits: z.string().length(3),
      /** The name as a bank will read it, and whether that is in other letters than it was given in. An
       * account from before this was kept has neither. */
      nameInFile: z.string().exactOptional(),
      isNameRewritten: z.boolean().exactOptional(),
      /** Whether there is a check that the numbers passed; not known of earlier accounts. */
      modulusCheck: PassedCheck.exactOptional(),
    })
    .nullable(),
  isBankChecked: z.boolean(),
  /** Whether an account of it was ever checked, so that the next one replaces another. */
  hasBeenPayable: z.boolean().exactOptional(),
  /** The first day on which money may be sent to its account, where that replaced another. */
  accountFrom: CivilDate.exactOptional(),
  /** The ids of the newest requests and the events that answered them. */
  recent: z.array(z.tuple([z.string(), z.int().positive()])),
});
export type ProviderState = z.infer<typeof ProviderState>;

/** As much of an account number as anybody is shown. */
export function lastDigitsOf({ accountNumber }: { readonly accountNumber: string }): string {
  return accountNumber.slice(-3);
}

export interface ProviderChange {
  readonly type:
    | 'provider-entered'
    | 'offers-set'
    | 'provider-account-recorded'
    | 'provider-account-checked'
    | 'provider-account-refused';
  readonly body: unknown;
  readonly next: ProviderState;
}
export type ProviderDecision = Outcome<ProviderChange>;

/** A provider as it is entered: it offers nothing yet, and cannot be paid. */
export function enterProvider({ name, cqcLocationId }: NewProvider): ProviderChange {
  const location = cqcLocationId === undefined ? {} : { cqcLocationId };
  return {
    type: 'provider-entered',
    body: { name, ...location },
    next: { name, ...location, offers: [], bankDetails: null, isBankChecked: false, recent: [] },
  };
}
