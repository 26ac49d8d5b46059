import * as z from 'zod';

/** Where a person lives, in the words of the national return (Client Level Data, release 2, as the
 * ASC-CLD-LA-Dashboard code of the Department of Health and Social Care reads them). */
export const AccommodationStatus = z
  .enum([
    'owner-occupier-or-shared-ownership',
    'tenant',
    'tenant-private-landlord',
    'settled-with-family-or-friends',
    'supported-accommodation',
    'shared-lives',
    'approved-premises',
    'sheltered-or-extra-care',
    'mobile-traveller-accommodation',
    'rough-sleeper',
    'night-shelter-or-hostel',
    'refuge',
    'temporary-placed-by-council',
    'short-term-guest',
    'healthcare-facility-or-hospital',
    'registered-care-home',
    'registered-nursing-home',
    'prison-or-detention',
    'other-temporary',
    'unknown',
  ])
  .meta({ id: 'AccommodationStatus' });
export type AccommodationStatus = z.infer<typeof AccommodationStatus>;

/** The labels exactly as the return prints them. */
export const accommodationStatusLabels = {
  'owner-occupier-or-shared-ownership': 'Owner occupier or shared ownership scheme',
  tenant: 'Tenant',
  'tenant-private-landlord': 'Tenant - private landlord',
  'settled-with-family-or-friends': 'Settled mainstream housing with family / friends',
  'supported-accommodation': 'Supported accommodation / supported lodgings / supported group home',
  'shared-lives': 'Shared Lives scheme',
  'approved-premises':
    'Approved premises for offenders released from prison or under probation supervision',
  'sheltered-or-extra-care': 'Sheltered housing / extra care housing / other sheltered housing',
  'mobile-traveller-accommodation':
    'Mobile accommodation for Gypsy / Roma and Traveller communities',
  'rough-sleeper': 'Rough sleeper / squatting',
  'night-shelter-or-hostel': 'Night shelter / emergency hostel / direct access hostel',
  refuge: 'Refuge',
  'temporary-placed-by-council':
    'Placed in temporary accommodation by the council (inc. homelessness resettlement)',
  'short-term-guest': 'Staying with family / friends as a short-term guest',
  'healthcare-facility-or-hospital':
    'Acute / long-term healthcare residential facility or hospital',
  'registered-care-home': 'Registered care home',
  'registered-nursing-home': 'Registered nursing home',
  'prison-or-detention': 'Prison / Young offenders institution / detention centre',
  'other-temporary': 'Other temporary accommodation',
  unknown: 'Unknown',
} satisfies Record<AccommodationStatus, string>;
