/** What the fields mean in which the records of people, and appointments with them, are kept. */
export const keptOfPeople: Readonly<Record<string, string>> = {
  // Who somebody is
  givenName: 'First name',
  familyName: 'Family name',
  preferredName: 'What they like to be called',
  previousNames: 'Names that they had before, or are also known by',
  nhsNumber: 'NHS number, with its check digit',
  uprn: 'Unique Property Reference Number of the address',
  address: 'The lines of the address, without the postcode',
  postcode: 'Full UK postcode',
  'DirectorySearch.postcode': 'From where the distance is measured: the middle of its district',
  email: 'Email address',
  phone: 'Telephone number',
  'ContactPerson.description': 'Where the name is not known: how to find or to recognise them',
  'NewPerson.details': 'What is known of who they are and how they are reached',
  'DetailsChange.details': 'All details as they are to stand: what is left out is no longer known',
  'DetailsChange.kind':
    'Whether something changed or was mistaken: a name that changed stays one by which they are found',
  'PersonSearch.personId': 'The id of a record that is known',
  'PersonLink.personId': 'The record of the person whom the contact is about',
  'Somebody.personId': 'The record of somebody who has one',
  'Somebody.name': 'The name of somebody who has no record',
  'DuplicateDecision.survivor':
    'Which of the two records goes on; the other becomes read-only and points to it',
  'DuplicateDecision.keepFromOther': 'The fields in which the other record is right',
  'DuplicateDecision.otherVersion': "The version of the other record's details that was compared",

  // Those around them, and what to look out for
  'NewRelationship.with': 'The other person: on record, or by name',
  'NewRelationship.kind': 'What they are to this person',
  'NewRelationship.care': 'Who of the two cares for the other, if anybody does',
  isNextOfKin: 'Whether they are the next of kin',
  isEmergencyContact: 'Whether they are called in an emergency',
  'NewRepresentative.kind': 'By what right they act, such as a lasting power of attorney',
  'NewRepresentative.who': 'The representative: on record, or by name',
  'NewRepresentative.reference':
    'The number under which the power is registered, or of the order that gave it',
  evidenceSeen: 'The document that was seen',
  'NewRepresentative.seenBy': 'Who of the council saw the document',
  'NewRepresentative.lettersTo':
    'Where letters go that the representative gets; left out, the person gets their own',
  'RepresentativeOnRecord.lettersTo':
    'Where letters go that the representative gets; left out, the person gets their own',
  'LettersTo.why': 'That the person asked for it, or why it is decided for them',
  maySign: 'What they may sign for the person',
  'NewRepresentative.until': 'The last day, or null while no end is known',
  'NewWarning.kind': 'What kind of danger to staff it is',
  'NewWarning.text': 'What to look out for, and what to do',
  'NewWarning.mayBeSeenBy': 'The roles that may read it; left out, everybody who works on cases',
  'NewWarning.personTold': 'Whether the person was told of it, or why not (UK GDPR art 13-14)',
  'personTold.whyNot': 'Why they were not told, such as serious harm',
  'WarningReview.finding': 'Whether it still holds, and why',
  'CircumstanceRecord.code': 'The code of the national list',
  source: 'Who said so',
  'ConcernBody.source': 'Who raised the concern',
  'DeathRecord.proof': 'The document that proves it, if one has been seen',
  identifiedBy: 'Who found out what the person needs',
  'AccessNeedsRecord.needs': 'How the person is best reached, informed and understood',
  'AccessNeedsRecord.met': 'Whether these needs are met, and how',
  'met.areMet': 'Whether we can meet them',
  'met.how': 'How they are met, or what is done until they are',

  // Equality monitoring: voluntary, and read by nobody who decides
  ethnicity: 'Ethnic group; voluntary',
  religionOrBelief: 'Religion or belief; voluntary',
  sexualOrientation: 'Sexual orientation; voluntary',
  gender: 'Gender; voluntary',
  'EqualityFacts.disability': 'Whether they are disabled; voluntary',

  // Appointments
  'Appointment.purpose': 'What the appointment is for',
  'Appointment.place': "Where it is; left out, at the person's own address",
  'Appointment.number': 'The number to call, where it is by phone',
  'Appointment.howToJoin': 'How to join, where it is by video',
  'Appointment.others': 'Who else is to be there, such as a daughter or an advocate',
  'Appointment.worker': "The member of staff, by the id that the council's sign-in gives",
  'Appointment.note': 'What whoever comes should know',
  'Appointment.interpreter':
    'Whether an interpreter is needed; left out, what is known of the person',
  'Appointment.whyNotOnWorkingDay':
    'Why it is on a weekend or a bank holiday; left out, it may not be',
  loneWorking: 'How the worker is kept safe: who knows where they are, and when they report back',
  'AppointmentChange.appointment': 'The appointment as it is from now on, whole',
  'AppointmentOutcome.note': 'What came of it',
  howWeMadeSureTheyAreSafe:
    'What was done so that somebody who does not open is not left behind the door',
  'InterpreterArrangement.interpreter': 'The interpreter who was booked',
  'Interpreter.language': 'The language, spoken or signed',
  'Interpreter.provider': 'Who sends the interpreter',
  'Interpreter.reference': 'The number of the booking',
  'Interpreter.why': 'Why none is needed, where the record says that one is',
  'Interpreter.instead': 'How we will understand each other all the same; never through a child',

  // Information before contact
  'Feedback.about': 'The text that is spoken of',
  'about.kind': 'What kind of text it is',
  'about.id': 'The id of the text',
  'Feedback.isUseful': 'Whether it was useful',
  'Feedback.because': 'What was wrong with it, if anything',
  'DirectorySearch.need': 'The code of a need, as the list of terms has them',
  'DirectorySearch.category': 'The code of a category, as the list of terms has them',
  'DirectorySearch.text': 'Words to look for, in any order',
  withinMiles: 'How far away at most, as the crow flies',
  'DirectorySearch.cursor': 'Where the list goes on: the `next` of the page before',
  'DirectorySearch.limit': 'How many to a page',
  'GuideAnswersBody.answers':
    "Each question's id with the id of the answer to it, all of them so far",

  // Equipment
  'EquipmentPrescription.item': 'The code of an item in the catalogue',
  quantity: 'How many',
  whatFor: 'What the person will be able to do with it',
  handedOver: 'When and where it was handed over, if it was',
  recipient: 'Who took it',
  'PrescriptionEnd.how': 'Returned once it was given; cancelled where it never was',
};
