import { loadPlaces } from '#shared/council/load/load-information.ts';
import type { Council } from '#shared/council/schema.ts';
import { refusalFor } from '#shared/domain/contact/check-contact.ts';
import { outwardCode, type Postcode, saysNoAddress } from '#shared/domain/identity/postcode.ts';
import type { Refused } from '#shared/domain/outcome.ts';
import type { PersonDetails } from '#shared/domain/person/person-details.ts';

interface Given {
  readonly pointer: string;
  readonly postcode: Postcode | undefined;
}

/** Names the postcodes of which the council's own list of places knows that their district does not
 * exist. It knows so only within the postcode areas that it lists whole: people write from, and
 * about, places elsewhere. */
export async function unknownDistricts(
  { information }: Council,
  given: readonly Given[],
): Promise<{ pointer: string; detail: string }[]> {
  const districts = given.flatMap(({ pointer, postcode }) =>
    postcode === undefined || saysNoAddress(postcode)
      ? []
      : [{ pointer, code: outwardCode(postcode) }],
  );
  const known = districts.length > 0 ? await loadPlaces(information) : undefined;
  if (!known) return [];
  return districts
    .filter(({ code }) => known.wholeAreas.includes(areaOf(code)) && !(code in known.places))
    .map(({ pointer, code }) => {
      return { pointer, detail: `There is no postcode that begins with ${code}: check it.` };
    });
}

/** The same, of what is known of a person. */
export async function refusalOfDistrict(
  { postcode }: Pick<PersonDetails, 'postcode'>,
  { council }: { readonly council: Council },
): Promise<Refused | undefined> {
  return refusalFor(await unknownDistricts(council, [{ pointer: '/details/postcode', postcode }]));
}

/** The letters with which an outward code begins. */
function areaOf(code: string): string {
  return /^[A-Z]*/.exec(code)?.[0] ?? '';
}
