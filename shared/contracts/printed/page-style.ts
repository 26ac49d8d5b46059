import * as z from 'zod';

export const PrintSize = z.enum(['standard', 'large']);
export type PrintSize = z.infer<typeof PrintSize>;

/** Clear print is twelve points, and large print at least sixteen, on paper as on a screen. */
const points: Readonly<Record<PrintSize, number>> = { standard: 12, large: 18 };

/** What a table becomes where four columns have no room: each row a block, each sum with its own
 * label. Headings that only name columns stay for screen readers. */
const rowsAsBlocks = `
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
table,caption,tbody,tfoot,tr,th,td{display:block}
tr{padding:.5rem 0;border-bottom:1px solid #b1b4b6}
th,td{border:0;padding:0}
tbody th{font-weight:bold}
.sum{display:flex;justify-content:space-between;gap:1rem}
.sum::before{content:attr(data-label)}
tfoot tr{display:flex;justify-content:space-between;gap:1rem}
`;

/** On paper the names of the columns stand again on each sheet, and the sum once, at the end. */
const rowsOverSheets = `@media print{
thead{display:table-header-group}
tfoot{display:table-row-group}
}`;

/** The only style of a printed page: dark on white, large enough, a screen, a phone and A4 alike, and
 * no row, heading or point torn over two sheets. */
export function styleOf(size: PrintSize): string {
  return `
*{box-sizing:border-box}
html{font:${points[size]}pt/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff}
body{margin:0;overflow-wrap:break-word}
header{background:#12436d;color:#fff;padding:1rem}
header p{margin:0 auto;max-width:58rem;font-weight:bold}
main{max-width:60rem;margin:0 auto;padding:0 1rem 3rem}
h1{font-size:2rem;line-height:1.2;margin:1.5rem 0 1rem}
h2{font-size:1.5rem;line-height:1.25;margin:2rem 0 .5rem}
h3{font-size:1.25rem;line-height:1.3;margin:1.5rem 0 .25rem}
p,li,dd{max-width:44rem}
.summary{border-left:4px solid #12436d;padding:.25rem 1rem;margin:1rem 0}
.summary p{margin:.5rem 0}
.summary p:first-child{font-size:1.5rem;line-height:1.3;font-weight:bold}
table{width:100%;margin:1.5rem 0;border-collapse:collapse;table-layout:fixed}
caption{text-align:left;font-weight:bold;font-size:1.25rem;padding-bottom:.25rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #b1b4b6;font-weight:normal}
thead th,tfoot th,tfoot td{font-weight:bold}
.sums thead th:nth-child(1){width:34%}
.sums thead th:nth-child(3),.sums thead th:nth-child(4){width:17%}
.findings thead th:nth-child(1){width:30%}
.findings thead th:nth-child(3){width:22%}
.sum{text-align:right;padding-right:0;font-variant-numeric:tabular-nums;white-space:nowrap}
ul,ol{padding-left:1.5rem}
li{margin:.5rem 0}
dl{margin:1rem 0}
dt{font-weight:bold}
dd{margin:0 0 .75rem}
.basis{color:#505a5f;font-size:.9rem}
${size === 'large' ? rowsAsBlocks : `@media screen and (max-width:40rem){${rowsAsBlocks}}${rowsOverSheets}`}
@page{size:A4;margin:18mm}
@media print{
header{background:none;color:#0b0c0c;border-bottom:2px solid #0b0c0c;padding:0 0 .5rem}
main{padding:0}
h1{font-size:1.75rem}
h2{font-size:1.3rem}
tr,li,dt,dd,.summary,.whole{break-inside:avoid}
h1,h2,h3,caption,dt{break-after:avoid}
p,li{orphans:3;widows:3}
}
`;
}
