import { amountsAndDays } from './amounts-and-days.ts';
import { answeredAtTheFrontDoor } from './answered-at-the-front-door.ts';
import { answeredInQueues } from './answered-in-queues.ts';
import { answeredOfPeople } from './answered-of-people.ts';
import { answeredOfUpratings } from './answered-of-upratings.ts';
import { assessedAndDecided } from './assessed-and-decided.ts';
import { billedToPeople } from './billed-to-people.ts';
import { borneByCostCentres } from './borne-by-cost-centres.ts';
import { boughtFromProviders } from './bought-from-providers.ts';
import { chargedFor } from './charged-for.ts';
import { daysOfPeople } from './days-of-people.ts';
import { informationGiven } from './information-given.ts';
import { keptOfPeople } from './kept-of-people.ts';
import { meansInPence } from './means-in-pence.ts';
import { orderedForPeople } from './ordered-for-people.ts';
import { plannedAndPaid } from './planned-and-paid.ts';
import { plannedTogether } from './planned-together.ts';
import { reviewedAndHandedOn } from './reviewed-and-handed-on.ts';
import { saidAtContact } from './said-at-contact.ts';
import { watchedAndAskedBack } from './watched-and-asked-back.ts';

/** What fields mean whose schema does not say it: by the field's name, or by its owner's and its own
 * where the name alone would not tell. They stand here and not in the schemas, because nobody who is
 * waiting for an answer needs them loaded. */
export const fieldMeanings: Readonly<Record<string, string>> = {
  ...informationGiven,
  ...answeredAtTheFrontDoor,
  ...answeredOfPeople,
  ...answeredInQueues,
  ...answeredOfUpratings,
  ...assessedAndDecided,
  ...reviewedAndHandedOn,
  ...plannedAndPaid,
  ...amountsAndDays,
  ...daysOfPeople,
  ...meansInPence,
  ...plannedTogether,
  ...borneByCostCentres,
  ...billedToPeople,
  ...boughtFromProviders,
  ...orderedForPeople,
  ...chargedFor,
  ...keptOfPeople,
  ...saidAtContact,
  ...watchedAndAskedBack,
};
