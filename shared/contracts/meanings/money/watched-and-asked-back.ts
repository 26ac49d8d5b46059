/** What the fields mean in which the use of direct payments is watched, and money asked back. */
export const watchedAndAskedBack: Readonly<Record<string, string>> = {
  'AgreementAnswer.monitoring': 'How its use is watched; absent until it is paid',
  'AgreementAnswer.reclaims': 'Money that is asked back, the settled as well',

  // Refusing a direct payment
  'DirectPaymentRequest.prohibitedBy': 'The order or licence that prohibits it, where one does',
  'refusal.wasMisusedByRepresentative':
    'Whether somebody who held the money for the person has misused it',
  'refusal.otherRoute': 'How else the person can have a direct payment, or as much choice',

  // Returns
  'MonitoringReturn.spent': 'What was spent, by what it was spent on',
  'MonitoringReturn.reserve': 'What of the closing balance an employer still has to pay',
  'MonitoringReturn.outsidePlan': 'What of the spending the plan does not name',
  'outsidePlan.what': 'What it was for, and why',
  'MonitoringReturnCheck.made': 'The event of the return that was looked at',
  'MonitoringReturnCheck.question': 'What is asked, in words for the payee',
  'MonitoringReturnCheck.reasons': 'Why it is not accepted, in words for the payee',
  'MonitoringState.status': 'How far the next return has come',
  'MonitoringState.due': 'The last day on which the payee is in time; null while nothing is asked',
  'MonitoringState.figures': "The council's own figures for its days, once it is asked for",
  'MonitoringState.made': 'The return that was made, while it is looked at',
  'MonitoringState.last': 'What the newest return that was looked at has shown',
  'MonitoringState.cleanReturns': 'Clean returns one after the other',
  'made.by': 'Who made it, by their id',
  'last.verdict': 'What was found of it',
  'NextReturn.status': 'How far it has come',
  'NextReturn.due': 'The last day on which you are in time; null while nothing is asked of you',
  'NextReturn.figures': 'What we paid you in its days, and what was on the account before',
  'MyDirectPayment.nextReturn': 'The return that is due next; null before anything is paid',
  'MyDirectPayment.payBy': 'The day by whose end money is to be paid back; null where none is',
  'MyReturnMade.nextReturn': 'The return as it stands now',

  // The life of an agreement
  'AgreementLife.conditions':
    'The conditions for a direct payment, each with its reason; null where older records keep none',
  'AgreementLife.checks': 'What has to hold before it is paid',
  'checks.check': 'What is checked',
  'AgreementLife.monitoring': 'How its use is watched; null before it is paid',
  'AgreementLife.reclaims': 'Money that is asked back, the settled as well',
  'reclaims.reclaim': 'The reclaim',

  // Reclaims
  'ReclaimProposal.kind': 'Why money is asked back',
  'ReclaimProposal.reasons': 'Why, with the figures, in words for the payee',
  'ReclaimProposal.whatThePayeeSays': 'What the payee says to it, whom it was talked over with',
  'ReclaimDecision.verdict': 'Whether it is owed from now on',
  'ReclaimReceipt.reference': "What the bank's statement says: money is counted once for each",
  'ReclaimReceipt.paidBy': 'Who paid it',
  'ReclaimWriteOffProposal.cause': 'Whether it is lost, or was never owed',
  'ReclaimWriteOffProposal.reasons': 'Why it is given up',
  'ReclaimWriteOffDecision.verdict': 'Whether it is given up',
  'Reclaim.kind': 'Why money is asked back',
  'Reclaim.status': 'Whether it waits for its second person, is owed, or is settled',
  'Reclaim.recovery': 'How it comes back; absent for what a final account found',
  'ReclaimProposal.recovery': 'Whether the payee pays it, or it is taken off the next payments',
  'Reclaim.proposedBy': 'Who proposed it, by their id',
  'Reclaim.explanation': 'What the payee will be told of it, until they are',
  'Reclaim.return': 'The event of the return that showed it',
  'Reclaim.payBy': 'The day by whose end it is to be paid, once it is owed',
  'Reclaim.costs': 'How it falls to cost centres',
  'Reclaim.receipts': 'What came in of it, and when',
  'Reclaim.writeOff': 'What one person proposes to give up of it',
  'writeOff.cause': 'Whether it is lost, or was never owed',
  'writeOff.proposedBy': 'Who proposed it, by their id',
};
