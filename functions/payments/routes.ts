import { decideRun } from './approve-run.ts';
import { readAgreementPayments } from './read-agreement-payments.ts';
import { readMyPayments } from './read-my-payments.ts';
import { readRunLeftOut, readRunPayments } from './read-run-entries.ts';
import { readRun, readRuns } from './read-runs.ts';
import { putRunUpAgain } from './reissue-run.ts';
import { releaseAgreementPayments, stopAgreementPayments } from './stop-payments.ts';

/** The operations around what is paid, and around what must not be. */
export const paymentRoutes = [
  readRuns,
  readRun,
  readRunPayments,
  readRunLeftOut,
  decideRun,
  putRunUpAgain,
  readAgreementPayments,
  readMyPayments,
  stopAgreementPayments,
  releaseAgreementPayments,
];
