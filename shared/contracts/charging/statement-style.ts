/** The statement's only style: dark on white, large enough, and whole rows on a printed page. */
export const statementStyle = `
*{box-sizing:border-box}
html{font:100%/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff}
body{margin:0;overflow-wrap:break-word}
header{background:#12436d;color:#fff;padding:1rem}
header p{margin:0 auto;max-width:60rem;font-weight:bold}
main{max-width:60rem;margin:0 auto;padding:0 1rem 3rem}
h1{font-size:2rem;line-height:1.2;margin:1.5rem 0 1rem}
h2{font-size:1.5rem;line-height:1.25;margin:2rem 0 .5rem}
.summary{border-left:4px solid #12436d;padding:.25rem 1rem;margin:1rem 0}
.summary p{margin:.5rem 0}
.summary p:first-child{font-size:1.5rem;font-weight:bold}
table{width:100%;margin:1.5rem 0;border-collapse:collapse;table-layout:fixed}
caption{text-align:left;font-weight:bold;font-size:1.25rem;padding-bottom:.25rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #b1b4b6;font-weight:normal}
thead th,tfoot th,tfoot td{font-weight:bold}
thead th:nth-child(1){width:34%}
thead th:nth-child(3),thead th:nth-child(4){width:17%}
.sum{text-align:right;padding-right:0;font-variant-numeric:tabular-nums;white-space:nowrap}
li{margin:.5rem 0}
@media screen and (max-width:40rem){
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
table,caption,tbody,tfoot,tr,th,td{display:block}
tr{padding:.5rem 0;border-bottom:1px solid #b1b4b6}
th,td{border:0;padding:0}
tbody th{font-weight:bold}
.sum{display:flex;justify-content:space-between}
.sum::before{content:attr(data-label)}
}
@page{size:A4;margin:18mm}
@media print{
html{font-size:11pt}
header{background:none;color:#0b0c0c;border-bottom:2px solid #0b0c0c;padding:0 0 .5rem}
main{padding:0}
tr,caption,li{break-inside:avoid}
caption{break-after:avoid}
thead{display:table-header-group}
tfoot{display:table-row-group}
}
`;
