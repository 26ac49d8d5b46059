import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { maySignAs, RepresentativeKind, Signature } from '../../capacity/representatives.ts';
import type { Moment } from '../../case/change.ts';
import { ContactRepresentative } from '../../contact/reaching/how-to-reach.ts';
import { ShortText } from '../../contact/text.ts';
import { Reason } from '../../eligibility/decision.ts';
import { Postcode } from '../../identity/postcode.ts';
import { RecordId } from '../../identity/record-id.ts';
import { accept, type Refused, refuse } from '../../outcome.ts';
import { isSameWholeName } from '../names.ts';
import type { FactsDecision, PersonFacts } from './person-facts.ts';
import { Somebody } from './relationship.ts';

/** Where somebody reads the person's letters in their place, as far as their right reaches. */
const LettersTo = z
  .strictObject({
    /** That the person asked for it, or why it is decided for them. */
    why: Reason,
    email: z.email().max(254).optional(),
    address: z.array(ShortText).min(1).max(6).optional(),
    postcode: Postcode.optional(),
  })
  .meta({ id: 'LettersTo' });

/** Somebody who acts for a person, the evidence that was seen, and what they may sign. */
export const NewRepresentative = z
  .strictObject({
    who: Somebody,
    kind: RepresentativeKind,
    /** The number under which the power is registered, or of the order that gave it. */
    reference: ShortText.optional(),
    evidenceSeen: Reason,
    seenBy: ShortText,
    seenOn: CivilDate,
    from: CivilDate,
    /** The last day, or null while no end is known. */
    until: CivilDate.nullable(),
    maySign: z.array(Signature).max(10),
    /** Left out, the person gets their own letters. */
    lettersTo: LettersTo.optional(),
  })
  .meta({
    id: 'NewRepresentative',
    examples: [
      {
        who: { kind: 'named', name: 'Aster Quillfeather' },
        kind: 'attorney-property-and-affairs',
        reference: '700012345678',
        evidenceSeen: 'The registered power of attorney, every page of it.',
        seenBy: 'Rowan Pebblewick',
        seenOn: '2026-04-06',
        from: '2026-04-06',
        until: null,
        maySign: ['direct-payment-agreement', 'financial-assessment'],
      },
    ],
  });
export type NewRepresentative = z.infer<typeof NewRepresentative>;

export const RepresentativeEnd = z
  .strictObject({ on: CivilDate, reason: Reason })
  .meta({ id: 'RepresentativeEnd' });
export type RepresentativeEnd = z.infer<typeof RepresentativeEnd>;

export const RepresentativeOnRecord = NewRepresentative.extend({ id: RecordId }).meta({
  id: 'RepresentativeOnRecord',
});
export type RepresentativeOnRecord = z.infer<typeof RepresentativeOnRecord>;

/** Whom a contact named as speaking for the person: no evidence was seen, and nothing is signed. */
export const RepresentativeTold = ContactRepresentative.extend({
  id: RecordId,
  toldOn: CivilDate,
}).meta({ id: 'RepresentativeTold' });

export const representativesMax = 20;

/** A power of attorney counts once it is registered, and a deputy by the court's order (Mental
 * Capacity Act 2005 s9(2)(b), s16(2)): either has a number. */
const numbered: readonly RepresentativeKind[] = [
  'attorney-health-and-welfare',
  'attorney-property-and-affairs',
  'deputy-health-and-welfare',
  'deputy-property-and-affairs',
];

/** Records a representative. Refuses `invalid-input` for something that a power of this kind never
 * covers, a power without its number, days that do not fit, and letters that have nowhere to go. */
export function recordRepresentative(
  facts: PersonFacts,
  { id, input }: { readonly id: string; readonly input: NewRepresentative },
  moment: Moment,
): FactsDecision {
  if (facts.representatives.length >= representativesMax) {
    return refuse('limit-reached', `${representativesMax} stand on record: end some first.`);
  }
  const refused = wrongPower(input) ?? wrongDays(input, moment) ?? wrongLetters(input);
  if (refused) return refused;
  return accept({
    type: 'representative-recorded',
    body: { representativeId: id, ...input, rule: 'Mental Capacity Act 2005 s9, s16' },
    next: {
      ...facts,
      representatives: [...facts.representatives, { ...input, id }],
      // Whom a contact had named is known for certain now.
      representativesTold: facts.representativesTold.filter(
        (told) => !isRepresentedBy(input, told),
      ),
    },
  });
}

/** Ends what somebody may do for the person, on a day up to today. */
export function endRepresentative(
  facts: PersonFacts,
  { id, input }: { readonly id: string; readonly input: RepresentativeEnd },
  moment: Moment,
): FactsDecision {
  const told = facts.representativesTold.find((each) => each.id === id);
  const known = told ? { from: told.toldOn } : facts.representatives.find((each) => each.id === id);
  if (!known) return refuse('not-found', 'There is no such representative.');
  if (input.on < known.from || input.on > moment.today) {
    return refuse('invalid-input', `Name a day since ${known.from}, up to today.`, '/on');
  }
  return accept({
    type: 'representative-ended',
    body: { representativeId: id, ...input },
    next: {
      ...facts,
      representatives: facts.representatives.filter((each) => each.id !== id),
      representativesTold: facts.representativesTold.filter((each) => each.id !== id),
    },
  });
}

/** Whether a representative on record is the one whom a contact names: of the same kind, and by that
 * name where theirs is not on a record of their own. */
export function isRepresentedBy(
  { who, kind }: Pick<NewRepresentative, 'who' | 'kind'>,
  told: Pick<z.infer<typeof RepresentativeTold>, 'name' | 'authority'>,
): boolean {
  return (
    kind === told.authority && (who.kind === 'on-record' || isSameWholeName(who.name, told.name))
  );
}

/** The representative of that id who may sign this on that day, or why there is none. */
export function signatoryFor(
  facts: PersonFacts,
  asked: { readonly id: string; readonly signature: Signature; readonly on: CivilDate },
): RepresentativeOnRecord | undefined {
  return facts.representatives.find(
    ({ id, maySign, from, until }) =>
      id === asked.id &&
      maySign.includes(asked.signature) &&
      from <= asked.on &&
      (until === null || asked.on <= until),
  );
}

function wrongPower({ kind, maySign, reference }: NewRepresentative): Refused | undefined {
  const place = maySign.findIndex((signature) => !maySignAs(kind, signature));
  if (place >= 0) {
    const detail = 'A representative of this kind never signs this.';
    return refuse('invalid-input', detail, `/maySign/${place}`);
  }
  return numbered.includes(kind) && reference === undefined
    ? refuse('invalid-input', 'Give the number of the registration or order.', '/reference')
    : undefined;
}

function wrongLetters({ lettersTo }: NewRepresentative): Refused | undefined {
  if (!lettersTo) return undefined;
  const { email, address, postcode } = lettersTo;
  const hasSomewhere = email !== undefined || (address !== undefined && postcode !== undefined);
  return hasSomewhere
    ? undefined
    : refuse('invalid-input', 'Give an email address, or an address and postcode.', '/lettersTo');
}

function wrongDays(
  { seenOn, from, until }: NewRepresentative,
  { today }: Moment,
): Refused | undefined {
  if (seenOn > today) return refuse('invalid-input', 'That day is still to come.', '/seenOn');
  return until !== null && until < from
    ? refuse('invalid-input', 'It ends before it begins.', '/until')
    : undefined;
}
