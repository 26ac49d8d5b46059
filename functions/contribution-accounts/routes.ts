import {
  instalmentsAgreed,
  instalmentsEnded,
  instalmentsRefused,
} from './debt/agree-instalments.ts';
import { balanceChangeDecided, balanceChangeProposed } from './debt/change-balance.ts';
import { disputeAnswered, disputeOpened, myDisputeOpened } from './debt/dispute-statement.ts';
import { listOwedContributions } from './debt/list-owed.ts';
import { debtLookedAt } from './debt/look-at-debt.ts';
import { myInstalmentsAsked } from './debt/my-instalments.ts';
import { postReceipt, takeBackReceipt } from './debt/post-receipt.ts';
import { readAccount, readContributionLedger } from './read-account.ts';
import { readMyContributions } from './statements/read-mine.ts';
import { listStatements, readMyStatement, readStatement } from './statements/read-statements.ts';

/** The operations around what people are billed for. There is none that touches their support: care never
 * stops for debt (Care Act 2014 s18, s69). */
export const contributionRoutes = [
  listOwedContributions,
  readAccount,
  listStatements,
  readStatement,
  readContributionLedger,
  postReceipt,
  takeBackReceipt,
  instalmentsAgreed,
  instalmentsRefused,
  instalmentsEnded,
  disputeOpened,
  disputeAnswered,
  debtLookedAt,
  balanceChangeProposed,
  balanceChangeDecided,
  readMyContributions,
  readMyStatement,
  myDisputeOpened,
  myInstalmentsAsked,
];
