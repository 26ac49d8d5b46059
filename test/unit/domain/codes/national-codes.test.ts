import { describe, expect, it } from 'vitest';
import {
  AccessibleInformationNeed,
  accessibleInformationNeedLabels,
  InformationFormat,
  informationFormatLabels,
} from '#shared/domain/codes/accessible-information.ts';
import {
  AccommodationStatus,
  accommodationStatusLabels,
} from '#shared/domain/codes/accommodation-status.ts';
import {
  DeliveryMechanism,
  deliveryMechanismLabels,
} from '#shared/domain/codes/delivery-mechanisms.ts';
import {
  EmploymentStatus,
  employmentStatusLabels,
} from '#shared/domain/codes/employment-status.ts';
import {
  EnquiryConclusion,
  enquiryConclusionLabels,
  RiskOutcome,
  riskOutcomeLabels,
  WantedOutcomes,
  WantedOutcomesAchieved,
  wantedOutcomesAchievedLabels,
  wantedOutcomesLabels,
} from '#shared/domain/codes/enquiry-codes.ts';
import {
  EventOutcome,
  EventType,
  eventOutcomeLabels,
  eventTypeLabels,
  outcomeToReturn,
} from '#shared/domain/codes/event-outcomes.ts';
import {
  RiskLocation,
  RiskSource,
  RiskType,
  riskLocationLabels,
  riskSourceLabels,
  riskTypeLabels,
} from '#shared/domain/codes/safeguarding-codes.ts';
import { SupportReason, supportReasonLabels } from '#shared/domain/codes/support-reasons.ts';
import { WellBeingArea, wellBeingAreaLabels } from '#shared/domain/codes/wellbeing-areas.ts';

describe('The national codes', () => {
  it.each([
    ['kinds of event', EventType.options, eventTypeLabels, 4],
    ['outcomes of an event', EventOutcome.options, eventOutcomeLabels, 16],
    ['accommodation statuses', AccommodationStatus.options, accommodationStatusLabels, 20],
    ['employment statuses', EmploymentStatus.options, employmentStatusLabels, 7],
    ['primary support reasons', SupportReason.options, supportReasonLabels, 13],
    ['delivery mechanisms', DeliveryMechanism.options, deliveryMechanismLabels, 3],
    ['types of risk', RiskType.options, riskTypeLabels, 11],
    ['locations of risk', RiskLocation.options, riskLocationLabels, 9],
    ['sources of risk', RiskSource.options, riskSourceLabels, 3],
    ['conclusions of an enquiry', EnquiryConclusion.options, enquiryConclusionLabels, 7],
    ['outcomes of a risk', RiskOutcome.options, riskOutcomeLabels, 3],
    ['answers on outcomes wanted', WantedOutcomes.options, wantedOutcomesLabels, 3],
    ['answers on what came', WantedOutcomesAchieved.options, wantedOutcomesAchievedLabels, 3],
    ['areas of well-being', WellBeingArea.options, wellBeingAreaLabels, 9],
    [
      'accessible information',
      AccessibleInformationNeed.options,
      accessibleInformationNeedLabels,
      4,
    ],
    ['formats of information', InformationFormat.options, informationFormatLabels, 6],
  ])(
    'for %s are whole, each with a label of its own in the same order',
    (_what, codes, labels, count) => {
      expect(Object.keys(labels)).toEqual(codes);
      expect(new Set(Object.values(labels)).size).toBe(count);
    },
  );
});

describe('The outcome that is returned', () => {
  it.each([
    [['nfa-other', 'nfa-deceased'], 'nfa-deceased'],
    [['nfa-information-and-advice', 'progress-to-assessment'], 'progress-to-assessment'],
    [['progress-to-assessment', 'progress-to-reablement'], 'progress-to-reablement'],
    [['nfa-other'], 'nfa-other'],
    [[], undefined],
  ] as const)('of %j is %s', (outcomes, returned) => {
    expect(outcomeToReturn(outcomes)).toBe(returned);
  });
});
