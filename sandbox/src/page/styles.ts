/** Tokens and rules of the page; the values are those of the product's own design tokens. */
export const STYLES = `
:root{--ink:#1A2233;--ink-2:#4A556B;--ink-3:#626C80;--paper:#FFF;--paper-2:#F5F7FA;--line:#D9DFE8;--primary:#1553B6;
--primary-ink:#0E3F8C;--primary-soft:#E8F0FC;--apricot:#A94A08;--apricot-soft:#FDF1E6;--ok:#18794E;--ok-soft:#E7F5EE;
--stop:#B42318;--stop-soft:#FDECEA}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--paper-2);font:14px/1.6 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums}
a{color:var(--primary)}
.demo{margin:0;padding:8px 24px;background:var(--apricot-soft);color:var(--apricot);font-weight:600;text-align:center}
.top{display:flex;flex-wrap:wrap;align-items:center;gap:8px 32px;padding:16px 24px 0;background:var(--paper);border-bottom:1px solid var(--line)}
h1{margin:0 0 12px;font-size:22px;font-weight:600}
h2{margin:0 0 12px;font-size:18px;font-weight:600}
nav{display:flex;gap:4px;flex-wrap:wrap}
nav a{padding:8px 12px 12px;color:var(--ink-2);text-decoration:none;border-bottom:3px solid transparent}
nav a[aria-current]{color:var(--primary-ink);border-color:var(--primary);font-weight:600}
main{max-width:1440px;margin:0 auto;padding:24px;display:grid;gap:24px}
section{min-width:0;padding:16px 24px 24px;background:var(--paper);border:1px solid var(--line);border-radius:6px}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:24px}
.heading{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:8px}
.hint{margin:0 0 12px;color:var(--ink-3)}
.messages{margin:0;padding:0;list-style:none;display:grid;gap:12px;max-height:520px;overflow:auto}
.messages li{padding:12px;border:1px solid var(--line);border-radius:6px;overflow-wrap:anywhere}
.messages p{margin:4px 0 0;white-space:pre-wrap}
.meta{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 12px;color:var(--ink-3)}
.meta b{color:var(--ink);font-weight:600}
.switches{display:grid;gap:8px}
.switch{display:grid;grid-template-columns:minmax(180px,1.4fr) minmax(200px,1.6fr) 130px 130px 88px 88px;gap:8px 12px;align-items:end;padding:12px;border:1px solid var(--line);border-radius:6px}
.switch.faulty{border-color:var(--stop);background:var(--stop-soft)}
.switch>div:first-child{align-self:center}
label{display:grid;gap:4px;color:var(--ink-2);font-size:13px}
input,select,button{min-height:36px;padding:4px 12px;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--ink-3);border-radius:6px}
input,select{width:100%}
button{white-space:nowrap;cursor:pointer;color:var(--primary-ink);border-color:var(--primary)}
button:hover{background:var(--primary-soft)}
:focus-visible{outline:3px solid var(--primary);outline-offset:2px}
.tag{display:inline-block;padding:0 8px;border-radius:6px;background:var(--primary-soft);color:var(--primary-ink)}
.tag.ok{background:var(--ok-soft);color:var(--ok)}
.tag.stop{background:var(--stop-soft);color:var(--stop)}
.filter{display:flex;flex-wrap:wrap;align-items:end;gap:12px;margin-bottom:16px}
.filter label{min-width:240px}
.table{overflow-x:auto}
table{width:100%;border-collapse:collapse}
th,td{padding:8px 12px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th{color:var(--ink-2);font-weight:600;white-space:nowrap;background:var(--paper-2)}
td.plain{white-space:nowrap}
td small{display:block;color:var(--ink-3)}
@media (max-width:900px){
.demo{padding:8px 16px}.top{padding:12px 16px 0}main{padding:16px;gap:16px}section{padding:16px}
.columns{grid-template-columns:1fr}
.switch{grid-template-columns:1fr 1fr}.switch>div,.switch>label:first-of-type{grid-column:1/-1}
input,select,button{min-height:44px}
.filter label{min-width:100%}
table,tbody,tr,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:12px 0;border-bottom:1px solid var(--line)}td,td.plain{padding:2px 0;border:0;white-space:normal;overflow-wrap:anywhere}
td[data-title]::before{content:attr(data-title) "：";color:var(--ink-3)}
}
@media (prefers-reduced-motion:no-preference){button{transition:background 120ms}}
`
