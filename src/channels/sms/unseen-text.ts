import type { ConversationEvent } from "../../conversation/events.ts";
import { inGsm7, segmentsOf } from "./gsm7.ts";
import { withoutSecrets } from "./without-secrets.ts";

export interface UnseenTextOptions {
  /** What was answered since the visitor left, in order. */
  events: readonly ConversationEvent[];
  siteName: string;
  /** Opens the same conversation on any device, for a while. */
  continueUrl: string;
  /** Nothing was sent to them by SMS before: they are told how to end it. */
  isFirst: boolean;
}

/** Parts of one SMS that are paid for; the rest is in the chat. */
const maxSegments = 4;

/** Brings a visitor who has left what was answered since, as far as there is room, and a link to the rest. */
export function unseenText({ events, siteName, continueUrl, isFirst }: UnseenTextOptions): string {
  const words = events.flatMap((event, index) => {
    if (event.type !== "message.posted") return [];
    const before = events[index - 1];
    const name = nameOf(event);
    const said = `${withoutSecrets(plainly(event.message.text))}${filesOf(event)}`.trim();
    return before && nameOf(before) === name ? [said] : [`${name}: ${said}`];
  });
  const end = `${isFirst ? "\nSTOP ends these SMS." : ""}\n${continueUrl}`;
  return fitting(`${siteName}, ${words.join("\n")}`, end);
}

/** The words with their end; shortened at a word until both fit. */
function fitting(words: string, end: string): string {
  const whole = inGsm7(`${words}${end}`);
  if (segmentsOf(whole) <= maxSegments) return whole;
  const letters = Array.from(words);
  let [fits, tooLong] = [0, letters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (segmentsOf(inGsm7(`${letters.slice(0, middle).join("")}...${end}`)) <= maxSegments) fits = middle;
    else tooLong = middle;
  }
  const cut = letters.slice(0, fits).join("");
  const atWord = /\s/.test(letters[fits] ?? " ") ? cut : cut.replace(/\s+\S{0,40}$/, "");
  return inGsm7(`${atWord.trimEnd()}...${end}`);
}

function nameOf(event: ConversationEvent): string {
  if (event.type !== "message.posted") return "";
  const { author } = event.message;
  return author.kind === "agent" ? author.name.replaceAll(/\s+/g, " ").slice(0, 40) : "Assistant";
}

const filesOf = (event: ConversationEvent) =>
  event.type === "message.posted"
    ? (event.message.files ?? []).map(({ name }) => ` (File in the chat: ${name})`).join("")
    : "";

/** Markdown as plain text: a phone shows marks as they are. */
const plainly = (text: string) =>
  text
    .replaceAll(/!?\[([^\]\n]*)\]\(<?(https?:[^\s()<>]+)>?\)/g, (_all, label: string, url: string) =>
      label === url || !label ? url : `${label} ${url}`,
    )
    .replaceAll(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replaceAll(/(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])/g, "$2")
    .replaceAll(/^ {0,3}#{1,6} +/gm, "")
    .replaceAll(/`{1,3}([^`]+)`{1,3}/g, "$1")
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");
