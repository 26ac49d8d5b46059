import { describe, expect, test } from 'vitest';
import { checkDirectory } from '#shared/domain/directory/check-directory.ts';
import { serviceRecord, uuidOf } from '#test/support/directory-services.ts';

const today = '2026-11-02';
const good = (name = 'Good') => serviceRecord({ name, at: [53, -0.6] });
const broken = (more: object) => serviceRecord({ name: 'Broken', more });
const location = (more: object) => ({
  service_at_locations: [
    {
      id: uuidOf('held'),
      location: {
        id: uuidOf('place'),
        location_type: 'physical',
        latitude: 53,
        longitude: 0,
        ...more,
      },
    },
  ],
});
const schedule = (more: object) => ({ schedules: [{ id: uuidOf('schedule'), ...more }] });

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const address = (postal_code: string) => ({
  addresses: [
    { id: uuidOf('address'), address_1: '1 High Street', city: 'Exampleton', postal_code },
  ],
});

describe('A record of a directory file', () => {
  test.each<[string, object, string]>([
    ['has no id', { id: undefined }, '/id'],
    ['has an id that is no UUID', { id: '17' }, '/id'],
    ['has an empty name', { name: ' ' }, '/name'],
    ['has a description of 50 kB', { description: 'x'.repeat(50_000) }, '/description'],
    ['has a day that does not exist', { assured_date: '2026-02-30' }, '/assured_date'],
    ['says nobody who checked it', { assurer_email: undefined }, '/assurer_email'],
    ['was checked on a day to come', { assured_date: '2026-11-03' }, '/assured_date'],
    ['expires before it was checked', { assured_until: '2026-09-30' }, '/assured_until'],
    ['is for nobody', { minimum_age: 26, maximum_age: 16 }, '/maximum_age'],
    [
      'is in no category',
      { attributes: serviceRecord({ name: 'x', needs: ['a'], categories: [] })['attributes'] },
      '/attributes',
    ],
    ['has a script for an address', { url: 'javascript:alert(1)' }, '/url'],
    ['opens at no time of day', schedule({ opens_at: '25:00' }), '/schedules/0/opens_at'],
    ['opens on no day of the week', schedule({ byday: 'MONDAY' }), '/schedules/0/byday'],
    [
      'has a place without a position',
      location({ latitude: undefined }),
      '/service_at_locations/0/location/latitude',
    ],
    [
      'has a place outside the country',
      location({ latitude: 40 }),
      '/service_at_locations/0/location/latitude',
    ],
    [
      'has a postcode of the wrong shape',
      location(address('ZZ1')),
      '/service_at_locations/0/location/addresses/0/postal_code',
    ],
    [
      'is found by a term without a name',
      {
        attributes: [
          ...asList(good()['attributes']),
          { taxonomy_term: { code: 'x', taxonomy: 'need' } },
        ],
      },
      '/attributes/1/taxonomy_term/name',
    ],
    [
      'has one text twice',
      { variants: [{ format: 'standard', language: 'en', name: 'x', description: 'y' }] },
      '/variants/0',
    ],
  ])('that %s is named with the place of its fault', (_what, more, field) => {
    const checked = checkDirectory({ services: [good(), broken(more)] }, today);
    if (checked.isGood) throw new Error('it is not good');
    expect(checked.faults.map(({ pointer }) => pointer)).toEqual([`/services/1${field}`]);
    const hasId = !('id' in more) || more.id !== undefined;
    expect(checked.faults[0]?.id !== undefined).toBe(hasId);
  });

  test('that repeats an id is named beside the first', () => {
    const checked = checkDirectory({ services: [good(), good('Other'), good()] }, today);
    expect(checked).toEqual({
      isGood: false,
      faults: [
        { id: uuidOf('Good'), pointer: '/services/2/id', detail: 'is the id of /services/0 too' },
      ],
    });
  });
});

test.each([
  ['no object', []],
  ['no services', {}],
  ['a service that is no object', { services: ['x'] }],
  ['more than 5,000 services', { services: Array.from({ length: 5_001 }, () => ({})) }],
])('A file with %s is refused', (_what, file) => {
  expect(checkDirectory(file, today).isGood).toBe(false);
});

test('Every fault of every record is named at once', () => {
  const services = [broken({ name: 1, status: 'open' }), broken({ id: 2 })];
  const checked = checkDirectory({ services }, today);
  expect(checked.isGood ? 0 : checked.faults.length).toBe(3);
});

test('Whatever else the standard has is kept as it came, nulls and small letters included', () => {
  const fromFeed = broken({
    name: ' Two  blanks ',
    alternate_name: null,
    wait_time: 'two weeks',
    interpretation_services: null,
    minimum_age: null,
    assured_until: null,
    contacts: [{ id: uuidOf('contact'), name: 'Reception', phones: [{ number: '01632 960001' }] }],
    funding: [{ id: uuidOf('funding'), source: 'A grant.' }],
    languages: [{ id: uuidOf('language'), code: 'eng', note: null }],
    service_areas: [{ id: uuidOf('area'), name: 'The county', extent: null }],
    metadata: [{ resource_type: 'service', last_action_type: 'update', previous_value: '' }],
    organization: {
      id: uuidOf('organisation'),
      name: 'Agewell',
      parent_organization_id: uuidOf('parent'),
      year_incorporated: 1992,
    },
    service_at_locations: [{ id: uuidOf('held'), location_id: uuidOf('place') }],
    phones: [{ id: uuidOf('phone'), number: '0800 960 (option 2)', extension: null }],
    ...schedule({ byday: null, wkst: 'MO', opens_at: '9:00' }),
    attributes: [
      ...asList(good()['attributes']),
      { id: uuidOf('bare'), taxonomy_term_id: uuidOf('term'), value: null },
      { taxonomy_term: { code: 'B1.3', name: null, taxonomy: 'ServiceTypes' } },
    ],
  });
  const services = [fromFeed, broken({ id: uuidOf('Other'), ...location(address('zz11aa')) })];
  const checked = checkDirectory({ services: structuredClone(services) }, today);
  expect(checked).toEqual({ isGood: true, services });
});

test.each<[string, object, string]>([
  ['an empty name', { name: ' ' }, 'must not be empty'],
  ['no name', { name: undefined }, 'is missing'],
  ['a number for a name', { name: 1 }, 'must be a text'],
  ['an age below nought', { minimum_age: -1 }, 'must be at least 0'],
  [
    'a long description',
    { description: 'x'.repeat(5_001) },
    'must be at most 5000 characters long',
  ],
  ['no known status', { status: 'open' }, 'must be one of: active, inactive'],
  ['no email address', { assurer_email: 'nobody' }, 'must be an email address'],
  ['a day that is none', { assured_date: '2026-02-30' }, 'must be a day such as'],
  ['a day to come', { assured_date: '2026-11-03' }, 'is a day that is to come'],
])('A record with %s is told so in plain words', (_what, more, words) => {
  const checked = checkDirectory({ services: [broken(more)] }, today);
  const details = checked.isGood ? [] : checked.faults.map(({ detail }) => detail);
  expect(details).toEqual([expect.stringContaining(words)]);
});
