import { readAgreementBalances, readRunBalances } from './read-balances.ts';
import { readCostCentreLedger } from './read-cost-centre-ledger.ts';
import { readJournal } from './read-journal.ts';

/** The operations that look at the books as a whole, beside those of one payment. */
export const ledgerRoutes = [
  readAgreementBalances,
  readRunBalances,
  readCostCentreLedger,
  readJournal,
];
