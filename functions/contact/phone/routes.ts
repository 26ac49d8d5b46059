import { readBanner } from './read-banner.ts';
import { readCallBack } from './read-call-back.ts';
import { callBackOutcome } from './record-call-back.ts';
import { callBackRequest } from './request-call-back.ts';
import { caseTransfer } from './transfer-case.ts';

/** What an adviser does while somebody is on the phone, and promises to do after. */
export const phoneRoutes = [
  readBanner,
  callBackRequest,
  readCallBack,
  callBackOutcome,
  caseTransfer,
];
