import type { Callable } from "../../../../settings/callable.ts";
import type { Settings } from "../../../../settings/schema.ts";

/** One field of the settings, as the page in the inbox names it. Its name is the block's id. */
export interface Field {
  name: string;
  label: string;
  hint: string;
  kind: "switch" | "line" | "lines" | "words" | "number" | "channel" | "people" | "choice";
  /** What can be chosen; at most 100. */
  options?: readonly { value: string; label: string }[];
  /** What the field holds. Switches hold "on" or "". */
  shown(settings: Settings, callable: readonly Callable[]): string;
  /** What to change where the field holds `value` now, or what is wrong with it. */
  wanted(value: string, { draft, before, callable }: Asked): Partial<Settings> | { problem: string };
  /** Whether a refusal of this setting, at this place in it, is about this field. */
  isAbout(path: readonly PropertyKey[]): boolean;
}

export interface Asked {
  /** The settings with what the fields before ask for. */
  draft: Settings;
  /** What the field held when the modal was opened. */
  before: string;
  /** Whom a step of the ladder can call by name. */
  callable: readonly Callable[];
}

type Named = Pick<Field, "label" | "hint">;
type KeyOf<Value> = { [Key in keyof Settings]: Settings[Key] extends Value ? Key : never }[keyof Settings];

const about = (key: string) => (path: readonly PropertyKey[]) => path[0] === key;

export const switchOf = (name: KeyOf<boolean>, named: Named): Field => ({
  ...{ name, ...named, kind: "switch", isAbout: about(name) },
  shown: (settings) => (settings[name] ? "on" : ""),
  wanted: (value) => ({ [name]: value === "on" }),
});

export const wordsOf = (
  name: KeyOf<string>,
  named: Named & { kind: "line" | "words" | "channel" },
): Field => ({
  ...{ name, ...named, isAbout: about(name) },
  shown: (settings) => settings[name],
  wanted: (value) => ({ [name]: value }),
});

/** One of several. */
export const choiceOf = (
  name: KeyOf<string>,
  { label, hint, options }: Named & Required<Pick<Field, "options">>,
): Field => ({
  ...{ name, label, hint, options, kind: "choice", isAbout: about(name) },
  shown: (settings) => settings[name],
  wanted: (value) => ({ [name]: value }),
});

/** One a line; addresses and numbers may stand beside one another, with commas. */
export const linesOf = (name: KeyOf<string[]>, named: Named & { commas?: boolean }): Field => ({
  ...{ name, label: named.label, hint: named.hint, kind: "lines", isAbout: about(name) },
  shown: (settings) => settings[name].join("\n"),
  wanted: (value) => ({
    [name]: value
      .split(named.commas ? /[\n,;]/ : /\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  }),
});

/** By Slack's ids, one a line. Who was not shown, being of another workspace, stays. */
export const peopleOf = (name: KeyOf<string[]>, named: Named): Field => ({
  ...{ name, ...named, kind: "people", isAbout: about(name) },
  shown: (settings) => settings[name].join("\n"),
  wanted(value, { draft, before }) {
    const kept = draft[name].filter((id) => !linesIn(before).includes(id));
    return { [name]: [...new Set([...kept, ...linesIn(value)])] };
  },
});

const linesIn = (text: string) => text.split("\n").filter(Boolean);

export const numberOf = (name: KeyOf<number>, named: Named): Field => ({
  ...{ name, ...named, kind: "number", isAbout: about(name) },
  shown: (settings) => String(settings[name]),
  wanted: (value) => ({ [name]: Number(value || 0) }),
});
