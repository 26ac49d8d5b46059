import * as z from 'zod';

/** Who helps somebody under 18 now, and what can be done before they come of age. */
export const HelpUnder18 = z
  .strictObject({
    say: z.string(),
    call: z.array(z.strictObject({ who: z.string(), phone: z.string() })),
  })
  .meta({ id: 'HelpUnder18' });
export type HelpUnder18 = z.infer<typeof HelpUnder18>;

/** What is said where a contact is about somebody under 18. Children's services help them (Children Act
 * 1989 s17); a child who is likely to have needs as an adult, and a young carer, may be assessed for
 * that time before it comes (Care Act 2014 s58, s63). */
export function helpUnder18(
  about: 'adult' | 'carer',
  { childrensServicesPhone }: { readonly childrensServicesPhone: string },
): HelpUnder18 {
  const asWhat = about === 'carer' ? 'as an adult carer' : 'as an adult';
  return {
    say: [
      "Children's services help people who are under 18.",
      `Before the 18th birthday we can also look at what help will be needed ${asWhat}.`,
      'This is called a transition assessment. The young person, a parent or a carer can ask us for it.',
    ].join(' '),
    call: [{ who: "Children's services", phone: childrensServicesPhone }],
  };
}
