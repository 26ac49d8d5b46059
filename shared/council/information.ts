import * as z from 'zod';

/** What a council tells people before they get in touch: the names of files in `data`. Each is
 * loaded when it is asked for, so that no other request waits for it. */
export const Information = z.strictObject({
  topics: z.enum(['plain']),
  glossary: z.enum(['plain']),
  /** The council's own page that shows the glossary: letters point to it. */
  glossaryUrl: z.url({ protocol: /^https$/ }),
  guides: z.array(z.enum(['plain', 'help-myself'])).min(1),
  /** Where the outward codes of the area lie; without it nobody can search by distance. */
  places: z.enum(['example']).optional(),
});
export type Information = z.infer<typeof Information>;
