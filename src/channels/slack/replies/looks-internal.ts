import { invisible } from "./note-prefix.ts";

export interface LooksOf {
  /** As Markdown. */
  text: string;
  /** A colleague, a user group or the whole channel is called by name. */
  callsColleagues: boolean;
  visitorName?: string | undefined;
}

const starts = [
  /^fyi\b(?!-)/,
  /^(?:internal|intern|interne?s?|privat|private|team|todo|to-do|notes?|notiz|nota|memo|nb|n\.b\.|psst+)\s*[:：]/,
  /^(?:internal|private)\s*(?:[-–—](?=\s)|\)|\]|note\b|only\b|comment\b)/,
  /^(?:internally|between us|off the record)\b/,
  /^(?:nb|n\.b\.)[\s,]/,
  /^psst+\b/,
  /^(?:(?:hey|hi|hello|ok|dear),?\s+)?(?:team|colleagues)\s*(?:[,:!]|[-–—](?=\s))/,
  /^(?:hey|hi)\s+(?:team|colleagues)\b/,
  /^guys\s*[,:]/,
  /^note to (?:self|the team|team|us|everyone|all)\b/,
  /^@(?:here|channel|everyone|team|all)\b/,
];

const visitor = "(?:the |this )?(?:customer|visitor|client|user|caller)";
const anywhere = [
  new RegExp(
    `\\b(?:don't|do not|never) (?:tell|show|mention|reveal|promise) (?:this |that |it )?(?:to )?${visitor}\\b`,
  ),
  /\b(?:don't|do not) tell (?:him|her|them) (?:yet|that|about|we|anything|this)\b/,
  new RegExp(`\\b(?:don't|do not|never) let (?:${visitor}|him|her|them) (?:know|see|find out)\\b`),
  new RegExp(`\\bnot (?:meant )?for ${visitor}(?:$|[.,!?)]|'s eyes)`),
  new RegExp(
    `\\b(?:this|the) (?:customer|visitor|client|guy|lady|woman|man) (?:is|seems|sounds|looks) (?:really |very |so |quite |a bit |pretty )?${"(?:angry|upset|furious|annoyed|annoying|rude|mad|crazy|lying|drunk|difficult|suspicious|a pain|a troll|a fraud)"}\\b`,
  ),
  /\b(?:for internal (?:use|eyes)|internal use only|keep (?:this|it) (?:internal|between us)|just between us)\b/,
];

/**
 * Whether this reads as words for colleagues that lack the sign of a note. A wrong “yes” costs the agent a click, a
 * wrong “no” shows the visitor what was never meant for them; ordinary answers pass.
 */
export function looksInternal({ text, callsColleagues, visitorName }: LooksOf): boolean {
  if (callsColleagues) return true;
  const plain = plainOf(text);
  const called = /^@(\p{L}[\p{L}\p{N}._-]*)/u.exec(plain)?.[1];
  if (called && !visitorName?.toLowerCase().startsWith(called)) return true;
  return starts.some((start) => start.test(plain)) || anywhere.some((words) => words.test(plain));
}

/** Lower case, one kind of apostrophe, no marks of Markdown and nothing before the first word. */
const plainOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(unseen, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s"'“”„«»>([•_\p{Extended_Pictographic}-]+/u, "");

const unseen = new RegExp(`[*~\\\\${invisible}]`, "g");
