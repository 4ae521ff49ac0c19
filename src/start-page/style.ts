/** Served as a file of its own: the page's policy forbids inline styles. */
export const style = `
:root { color-scheme: light dark; --text: #1c1e21; --quiet: #5b6168; --page: #fbfbfa; --card: #fff; --line: #e4e5e7; --accent: #2450d3; --on: #17723f; --broken: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --text: #eceef0; --quiet: #a3aab2; --page: #121417; --card: #1a1d21; --line: #2d3238; --accent: #9db4ff; --on: #6fd39b; --broken: #ff9a90; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 4.5rem 1.5rem 8rem; }
h1 { margin: 0 0 .75rem; font-size: 2rem; letter-spacing: -.02em; line-height: 1.2; }
h2 { margin: 2.75rem 0 .75rem; font-size: 1rem; }
header p { margin: 0 0 .5rem; color: var(--quiet); font-size: 1.0625rem; max-width: 38rem; }
header .try { color: var(--text); }
a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.integrations { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.integrations li { display: grid; grid-template-columns: 6.5rem 5.5rem 1fr; gap: .75rem; align-items: baseline; padding: .8rem 1.1rem; font-size: .9375rem; overflow-wrap: anywhere; }
.integrations li + li { border-top: 1px solid var(--line); }
.integrations strong { font-weight: 600; }
.integrations span:last-child { color: var(--quiet); }
.state::before { content: ""; display: inline-block; width: .5rem; height: .5rem; margin-right: .5rem; border-radius: 50%; background: var(--quiet); }
.state { color: var(--quiet); }
.state.on { color: var(--on); } .state.on::before { background: var(--on); }
.state.broken { color: var(--broken); } .state.broken::before { background: var(--broken); }
ol { margin: 0; padding-left: 1.25rem; }
ol li { margin: 0 0 .75rem; padding-left: .35rem; }
pre { margin: .6rem 0 0; padding: .9rem 1.1rem; overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; font-size: .875rem; }
@media (max-width: 34rem) {
  main { padding-top: 2.5rem; }
  .integrations li { grid-template-columns: 1fr auto; }
  .integrations span:last-child { grid-column: 1 / -1; }
}
`;
