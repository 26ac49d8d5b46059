import { decideRun } from './approve-run.ts';
import { requestRun } from './ask-for-run.ts';
import { decideAccount, proposeAccount } from './final-account/final-account.ts';
import { readAgreementLedger } from './read-agreement-ledger.ts';
import { readAgreementPayments } from './read-agreement-payments.ts';
import { readMyPayments } from './read-my-payments.ts';
import { readRunLeftOut, readRunPayments } from './read-run-entries.ts';
import { readBacsFile, readRunJournal } from './read-run-files.ts';
import { readRun, readRuns } from './read-runs.ts';
import { putRunUpAgain } from './reissue-run.ts';
import { recordReturn } from './return-payment.ts';
import { releaseAgreementPayments, stopAgreementPayments } from './stop-payments.ts';

/** The operations around what is paid, and around what must not be. */
export const paymentRoutes = [
  readRuns,
  readRun,
  readRunPayments,
  readRunLeftOut,
  readBacsFile,
  readRunJournal,
  readAgreementLedger,
  requestRun,
  decideRun,
  putRunUpAgain,
  readAgreementPayments,
  recordReturn,
  readMyPayments,
  proposeAccount,
  decideAccount,
  stopAgreementPayments,
  releaseAgreementPayments,
];
