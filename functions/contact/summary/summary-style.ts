import * as z from 'zod';

export const PrintSize = z.enum(['standard', 'large']);
export type PrintSize = z.infer<typeof PrintSize>;

/** Large print is at least sixteen points, on paper as on a screen, and never two columns. */
const points: Readonly<Record<PrintSize, number>> = { standard: 12, large: 18 };

export function styleOf(size: PrintSize): string {
  return `
html{font:${points[size]}pt/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff}
body{margin:0}
main{max-width:40em;margin:0 auto;padding:1em;overflow-wrap:break-word}
h1{font-size:1.75em;line-height:1.2}
h2{font-size:1.25em;line-height:1.3;margin:1.5em 0 .5em;break-after:avoid}
li{margin:.25em 0}
@page{margin:20mm}
@media print{main{max-width:none;padding:0}}
`;
}
