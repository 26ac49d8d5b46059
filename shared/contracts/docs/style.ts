/** The page's only style: readable on a phone, where each row of a table becomes a block, in the
 * dark and in print. */
export const style = `
*{box-sizing:border-box}
html{color-scheme:light dark;font:100%/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff;scroll-padding-top:1rem}
body{margin:0;overflow-wrap:break-word}
header{background:#12436d;color:#fff;padding:1rem 0}
header p{margin:0;font-weight:bold}
.width{max-width:60rem;margin:0 auto}
header .width,main{padding:0 1rem}
main{padding-bottom:3rem}
.skip{position:absolute;left:-999rem;padding:.5rem 1rem;background:#ffdd00;color:#0b0c0c}
.skip:focus{left:0;top:0}
h1{font-size:2rem;line-height:1.2;margin:1.5rem 0 1rem}
h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 1rem;padding-top:1rem;border-top:4px solid #12436d}
h3{font-size:1.25rem;line-height:1.3;margin:2.5rem 0 .5rem}
h4{font-size:1rem;margin:1.25rem 0 .25rem}
nav h2{border:0;margin-top:1rem;padding:0}
nav h3{font-size:1rem;margin:1rem 0 .25rem}
nav ul{margin:0;padding:0;list-style:none;columns:22rem 2}
nav li{padding:.2rem 0;break-inside:avoid}
p{margin:.5rem 0;max-width:44rem}
a{color:#1a65a6;text-underline-offset:.15em}
a:hover{color:#12436d;text-decoration-thickness:.15em}
a:focus{outline:3px solid transparent;background:#ffdd00;color:#0b0c0c;box-shadow:0 4px #0b0c0c}
code{font:.9375em/1.4 Menlo,Consolas,monospace;overflow-wrap:anywhere}
.line{padding:.5rem .75rem;background:#eaf1f7;border-left:4px solid #12436d}
pre{margin:.25rem 0 1rem;padding:.75rem;background:#f3f2f1;white-space:pre-wrap;overflow-wrap:anywhere}
table{width:100%;margin:1rem 0;border-collapse:collapse;font-size:.9375rem}
caption{text-align:left;font-weight:bold;padding-bottom:.25rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #b1b4b6}
th{font-weight:normal}
thead th{font-weight:bold}
tbody th[scope=row] code{font-weight:bold}
.fields{table-layout:fixed}
.fields thead th:nth-child(1){width:33%}
.fields thead th:nth-child(2){width:19%}
.fields thead th:nth-child(3){width:10%}
td a{overflow-wrap:anywhere}
.form th{background:#f3f2f1;padding-left:.5rem}
@media (max-width:40rem){
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
table,caption,tbody,tr,th,td{display:block}
th,td{border:0;padding:0}
tr{padding:.5rem 0;border-bottom:1px solid #b1b4b6}
.fields td:nth-of-type(-n+2){display:inline}
.fields td:nth-of-type(2)::before{content:", "}
.form th{padding:.25rem .5rem}
}
@media (prefers-color-scheme:dark){
html{color:#f3f2f1;background:#16191c}
h2,.line{border-color:#5694ca}
a{color:#8cc4f0}
a:hover{color:#fff}
.line{background:#1d2b38}
pre,.form th{background:#24292e}
th,td,tr{border-color:#50575e}
}
@media print{nav,.skip{display:none}}
`;
