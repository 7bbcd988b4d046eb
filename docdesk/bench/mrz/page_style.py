"""How the page looks, in light and in dark, on a screen and on paper."""

STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--quiet:#57606a;--paper:#fff;--rule:#d0d7de;--wrong:#ffdfc4;
--first:#0a5fb4;--second:#a24b00}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ed;--quiet:#9aa4af;--paper:#14171b;--rule:#3a424b;
--wrong:#6b3a10;--first:#6cb4ff;--second:#ffab5e}}
body{font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:76rem;
margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;margin:.5rem 0 1.5rem}
th,td{padding:.25rem .75rem;border-bottom:1px solid var(--rule);text-align:right;font-weight:400;
font-variant-numeric:tabular-nums}
thead th{font-weight:600;vertical-align:bottom}
th:first-child,td:first-child{text-align:left;padding-left:0}
article{border-top:1px solid var(--rule);padding:.5rem 0 1.5rem;break-inside:avoid}
article h3{margin:.5rem 0;overflow-wrap:anywhere}
article p{margin:.25rem 0}
.quiet{color:var(--quiet)}
img{max-width:100%;height:auto;border:1px solid var(--rule)}
pre{font:15px/1.3 ui-monospace,monospace;overflow-x:auto;margin:.75rem 0}
pre b{font-weight:400;color:var(--quiet)}
mark{background:var(--wrong);color:inherit;font-weight:700;text-decoration:underline}
.diagram{max-width:100%;height:auto}
.diagram text{fill:var(--ink);font-size:12px}
.grid{stroke:var(--rule);stroke-width:1;fill:none}
.line{stroke:var(--quiet);stroke-dasharray:4 4;fill:none}
.s0{fill:var(--first)}.s1{fill:var(--second)}
.bar{fill:none;stroke-width:1.5}.bar.s0{stroke:var(--first)}.bar.s1{stroke:var(--second)}
.key{list-style:none;display:flex;gap:1.5rem;padding:0}
"""
"""Tabular figures line up; a wrong character is underlined and bold beside its colour."""
