import * as z from 'zod';

/** What somebody may say of a text: a choice each, and no words of their own, because people write
 * about themselves wherever they are given room. */
export const Feedback = z
  .strictObject({
    about: z.strictObject({
      kind: z.enum(['service', 'topic', 'guide', 'glossary']),
      id: z
        .string()
        .regex(/^[0-9A-Za-z-]{1,60}$/, 'This must be an id of the directory.')
        .meta({ examples: ['telecare'] }),
    }),
    isUseful: z.boolean(),
    because: z
      .enum(['not-what-i-need', 'hard-to-understand', 'out-of-date', 'wrong-format-or-language'])
      .optional(),
  })
  .meta({
    id: 'Feedback',
    examples: [
      { about: { kind: 'topic', id: 'telecare' }, isUseful: false, because: 'out-of-date' },
    ],
  });
export type Feedback = z.infer<typeof Feedback>;
export type FeedbackAbout = Feedback['about'];
