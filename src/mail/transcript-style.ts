/** For the mail programs that read style sheets: distances, and colours for those who read in the dark. */
export const transcriptStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.words p, .words ul, .words ol, .words pre, .words blockquote { margin: 0 0 8px; }
.words > :last-child { margin-bottom: 0; }
.words ul, .words ol { padding-left: 24px; }
.words a { color: #1d4ed8; }
.words blockquote { border-left: 3px solid #d1d5db; padding-left: 12px; }
.words code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 14px; background: #f3f4f6; border-radius: 4px; padding: 1px 4px; }
.words pre { background: #f3f4f6; border-radius: 8px; padding: 10px 12px; white-space: pre-wrap; }
.words pre code { background: none; padding: 0; }
@media (prefers-color-scheme: dark) {
  .page { background: #0b0f17 !important; color: #e5e7eb !important; }
  .sheet { background: #161c27 !important; color: #e5e7eb !important; }
  .strong { color: #f9fafb !important; }
  .quiet { color: #9ca3af !important; }
  .note { background: #2b2510 !important; }
  .words a { color: #93c5fd !important; }
  .words blockquote { border-left-color: #4b5563 !important; }
  .words code, .words pre { background: #232b3a !important; }
  .words pre code { background: none !important; }
}
`;
