import { decideAccount, proposeAccount } from './final-account/final-account.ts';
import { holdAgreementPayee, reviewPayeeHold } from './hold-payee.ts';
import { checkMonitoringReturn } from './monitoring/check-return.ts';
import { makeMyMonitoringReturn, recordMonitoringReturn } from './monitoring/make-return.ts';
import { readMyDirectPayment } from './monitoring/my-direct-payment.ts';
import { readAgreementLife } from './monitoring/read-agreement-life.ts';
import { askOneOffPayment, decideOneOffPayment } from './one-offs/one-off-payments.ts';
import { agreeRecovery } from './pauses/agree-recovery.ts';
import { endAgreementPayments } from './pauses/end-payments.ts';
import { pauseAgreementPayments, restartAgreementPayments } from './pauses/pause-payments.ts';
import { readAgreementLedger } from './read-agreement-ledger.ts';
import { readAgreementPayments } from './read-agreement-payments.ts';
import { readMyPayments } from './read-my-payments.ts';
import { confirmReclaim } from './reclaims/decide-reclaim.ts';
import { askBack } from './reclaims/propose-reclaim.ts';
import { recordReclaimReceived } from './reclaims/receive-reclaim.ts';
import { decideToGiveUp, giveUp } from './reclaims/write-off-reclaim.ts';
import { recordReturn } from './return-payment.ts';
import { decideRun } from './runs/approve-run.ts';
import { requestRun } from './runs/ask-for-run.ts';
import { cancelRejectedRun } from './runs/cancel-run.ts';
import { readRunLeftOut, readRunPayments } from './runs/read-run-entries.ts';
import { readBacsFile, readRunJournal } from './runs/read-run-files.ts';
import { readRun, readRuns } from './runs/read-runs.ts';
import { putRunUpAgain } from './runs/reissue-run.ts';
import { releaseAgreementPayments, stopAgreementPayments } from './stop-payments.ts';
import { claimRunTask, releaseRunTask } from './tasks/hold-run-task.ts';

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
  cancelRejectedRun,
  claimRunTask,
  releaseRunTask,
  readAgreementPayments,
  recordReturn,
  readMyPayments,
  proposeAccount,
  decideAccount,
  pauseAgreementPayments,
  restartAgreementPayments,
  endAgreementPayments,
  agreeRecovery,
  askOneOffPayment,
  decideOneOffPayment,
  holdAgreementPayee,
  reviewPayeeHold,
  stopAgreementPayments,
  releaseAgreementPayments,
  readAgreementLife,
  recordMonitoringReturn,
  checkMonitoringReturn,
  readMyDirectPayment,
  makeMyMonitoringReturn,
  askBack,
  confirmReclaim,
  recordReclaimReceived,
  giveUp,
  decideToGiveUp,
];
