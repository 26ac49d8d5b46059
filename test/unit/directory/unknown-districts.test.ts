import { expect, test } from 'vitest';
import { unknownDistricts } from '#functions/information/directory/unknown-districts.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';

const pointer = '/person/postcode';
const faultsIn = (councilId: string, postcode: string | undefined) =>
  unknownDistricts(councilNamed(councilId), [{ pointer, postcode }]);

test.each([
  ['example', 'ZZ99 9ZZ', 'ZZ99'],
  ['example', 'ZZ16 1ZZ', 'ZZ16'],
])('%s knows that no postcode begins like %s', async (councilId, postcode, code) => {
  const [fault] = await faultsIn(councilId, postcode);
  expect(fault).toEqual({
    pointer,
    detail: `There is no postcode that begins with ${code}: check it.`,
  });
});

test.each([
  ['example', 'in a district that is listed', 'ZZ15 1ZZ'],
  ['example', 'elsewhere', 'SE1 2QH'],
  ['example', 'of no fixed abode, as the NHS writes it', 'ZZ99 3VZ'],
  ['example', 'that is not known', undefined],
  ['southwark-2010', 'anywhere, because it has no list', 'ZZ99 9ZZ'],
])('%s takes a postcode %s', async (councilId, _where, postcode) => {
  expect(await faultsIn(councilId, postcode)).toEqual([]);
});
