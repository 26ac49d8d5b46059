/** What a day is for in what is sent of people, their assessment and their reviews: its shape says
 * only that it is a day. */
export const daysOfPeople: Readonly<Record<string, string>> = {
  // Contact and appointments
  dateOfBirth: 'Their date of birth',
  'CallBackRequest.by': 'The day by whose end we call',
  'callBack.by': 'The day by whose end we call',
  'CallBackOutcome.tryAgainOn': 'The day on which it is tried again',
  'ChildReferral.on': 'The day on which they were told',
  'Appointment.on': 'Its day',
  'Appointment.from': 'When it begins, in London time',
  'Appointment.to': 'When it ends, in London time',
  'SentByHand.on': 'The day on which it was sent or handed over',
  'Signposting.askIfUsefulOn': 'The day on which somebody asks whether it helped',

  // Assessment and eligibility
  'EligibilityScreening.on': 'The day on which the band was noted',
  'NeedsAssessment.assessedOn': 'The day of the assessment, the last where it took several',
  'NeedsAssessment.informedOn':
    'When the person was told how the assessment works (SI 2014/2827 reg 3(4))',
  'CapacityRecord.assessedOn': 'The day on which capacity was assessed',
  'BestInterestsDecision.decidedOn': 'The day of the decision',
  'continuingHealthcare.checklistOn': 'The day of the checklist',
  'continuingHealthcare.referredOn': 'The day on which the NHS was asked to assess',
  'continuingHealthcare.decidedOn': 'The day of its decision',
  'transition.turns18On': 'Their eighteenth birthday',
  'AssessmentPause.resumeOn': 'The day on which the assessment goes on',
  'copies.askedOn': 'The day on which they asked for it',
  'agreedSince.on': 'The day on which they agreed',
  'EligibilityDecision.decidedOn': 'The day of the decision',
  'SecondLookRequest.askedOn': 'The day on which the person asked',

  // Support, reviews and the end of a case
  'ReablementStart.firstDay': 'The first day of reablement',
  'ReablementEnd.lastDay': 'Its last day',
  'ReviewHeld.heldOn': 'The day on which it was held with the person',
  'PrescriptionEnd.on': 'The day from which it is not needed any more',
  'givenToCaredFor.agreedOn': 'The day on which they agreed to it',
  'careHomeStays.firstNight': 'The first night away',
  'careHomeStays.lastNight': 'The last night away',
  'CaseClosure.supportEndedOn': 'The last day of support',
  'DeathRecord.diedOn': 'The day of the death: from the day after, nothing is paid for',

  // What is kept of people
  'AccessNeedsRecord.reviewOn': 'The day on which the person is asked whether it still fits',
  'CircumstanceRecord.from': 'Since when it is so',
  'NewRelationship.from': 'Since when it is so',
  'RelationshipEnd.on': 'The day on which it ended',
  'NewRepresentative.seenOn': 'The day on which the document was seen',
  'NewRepresentative.from': 'Since when they may act',
  'RepresentativeEnd.on': 'The day on which they could act no more',
  'NewWarning.reviewOn': 'The day by which it is looked at again',
  'WarningReview.reviewOn': 'The day by which it is looked at once more',
  'personTold.on': 'The day on which the person was told of it',
};
