import { answeredAtTheFrontDoor } from './answered-at-the-front-door.ts';
import { answeredInQueues } from './answered-in-queues.ts';
import { answeredOfPeople } from './answered-of-people.ts';
import { assessedAndDecided } from './assessed-and-decided.ts';
import { daysOfPeople } from './days-of-people.ts';
import { informationGiven } from './information-given.ts';
import { keptOfPeople } from './kept-of-people.ts';
import { amountsAndDays } from './money/amounts-and-days.ts';
import { answeredOfUpratings } from './money/answered-of-upratings.ts';
import { billedToPeople } from './money/billed-to-people.ts';
import { borneByCostCentres } from './money/borne-by-cost-centres.ts';
import { boughtFromProviders } from './money/bought-from-providers.ts';
import { chargedFor } from './money/charged-for.ts';
import { meansInPence } from './money/means-in-pence.ts';
import { orderedForPeople } from './money/ordered-for-people.ts';
import { plannedAndPaid } from './money/planned-and-paid.ts';
import { watchedAndAskedBack } from './money/watched-and-asked-back.ts';
import { plannedTogether } from './planned-together.ts';
import { reviewedAndHandedOn } from './reviewed-and-handed-on.ts';
import { saidAtContact } from './said-at-contact.ts';

const tables = [
  informationGiven,
  answeredAtTheFrontDoor,
  answeredOfPeople,
  answeredInQueues,
  answeredOfUpratings,
  assessedAndDecided,
  reviewedAndHandedOn,
  plannedAndPaid,
  amountsAndDays,
  daysOfPeople,
  meansInPence,
  plannedTogether,
  borneByCostCentres,
  billedToPeople,
  boughtFromProviders,
  orderedForPeople,
  chargedFor,
  keptOfPeople,
  saidAtContact,
  watchedAndAskedBack,
];

/** What fields mean whose schema does not say it: by the field's name, or by its owner's and its own
 * where the name alone would not tell. They stand here and not in the schemas, because nobody who is
 * waiting for an answer needs them loaded. */
export const fieldMeanings: Readonly<Record<string, string>> = together(tables);

/** Throws where a field is told in two tables: one of them would be read by nobody. */
function together(each: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const meanings: Record<string, string> = {};
  for (const [field, meaning] of each.flatMap((table) => Object.entries(table))) {
    if (field in meanings) throw new Error(`what ${field} means is told twice`);
    meanings[field] = meaning;
  }
  return meanings;
}
