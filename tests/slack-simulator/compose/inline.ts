import { emoji, emojiCodePoints, emojiName } from "../emoji.ts";

export interface Style {
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
}
export type Inline =
  | { type: "text"; text: string; style?: Style }
  | { type: "link"; url: string; text?: string; style?: Style }
  | { type: "user"; user_id: string; style?: Style }
  | { type: "channel"; channel_id: string; style?: Style }
  | { type: "usergroup"; usergroup_id: string; style?: Style }
  | { type: "broadcast"; range: "here" | "channel" | "everyone"; style?: Style }
  | { type: "emoji"; name: string; unicode?: string; skin_tone?: number; style?: Style };

/** Finds what an @name or #name typed in the composer stands for. */
export interface Names {
  user(name: string): string | undefined;
  channel(name: string): string | undefined;
  usergroup(handle: string): string | undefined;
  isCustomEmoji(name: string): boolean;
}

type Rule = {
  pattern: RegExp;
  read(match: RegExpExecArray, names: Names, style: Style): Inline[] | undefined;
};

/** One run of typed text as rich_text elements. Formatting marks count only at the edge of a word, as in Slack's composer. */
export function composeInline(typed: string, names: Names, style: Style = {}): Inline[] {
  const elements: Inline[] = [];
  let plain = "";
  const flush = () => {
    if (plain) elements.push({ type: "text", text: plain, ...styled(style) });
    plain = "";
  };
  for (let at = 0; at < typed.length; ) {
    const found = firstMatch(typed, at, names, style);
    if (found) {
      flush();
      elements.push(...found.elements);
      at += found.length;
    } else {
      const character = String.fromCodePoint(typed.codePointAt(at) ?? 0);
      plain += character;
      at += character.length;
    }
  }
  flush();
  return elements;
}

function firstMatch(typed: string, at: number, names: Names, style: Style) {
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(typed);
    const elements = match && read(match, names, style);
    if (elements) return { elements, length: match[0].length };
  }
  return undefined;
}

const styled = (style: Style) => (Object.keys(style).length ? { style } : {});
const marked = (mark: string, name: keyof Style): Rule => ({
  pattern: new RegExp(`(?<![\\w${mark}])${mark}(?=\\S)([^\\n]*?[^\\s])${mark}(?![\\w${mark}])`, "y"),
  read: (match, names, style) => composeInline(match[1] ?? "", names, { ...style, [name]: true }),
});
const link = (url: string, text: string | undefined, style: Style): Inline[] => [
  { type: "link", url, ...(text === undefined ? {} : { text }), ...styled(style) },
];

const rules: Rule[] = [
  {
    pattern: /`([^`\n]+)`/y,
    read: (match, _names, style) => [{ type: "text", text: match[1] ?? "", style: { ...style, code: true } }],
  },
  {
    pattern: /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/y,
    read: (match, _names, style) => link(match[2] ?? "", match[1], style),
  },
  {
    pattern: /https?:\/\/[^\s<>]*[^\s<>.,!?:;)'"*_~]/y,
    read: (match, _names, style) => link(match[0], undefined, style),
  },
  {
    pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/y,
    read: (match, _names, style) => link(`mailto:${match[0]}`, match[0], style),
  },
  {
    pattern: /(?<![\w@.-])(?:[\w-]+\.)+(?:com|org|net|io|dev|app)\b(?:\/[^\s<>]*[^\s<>.,!?:;)'"])?/y,
    read: (match, _names, style) => link(`http://${match[0]}`, match[0], style),
  },
  marked("\\*", "bold"),
  marked("_", "italic"),
  marked("~", "strike"),
  { pattern: /(?<!\w)@([\w.-]*\w)/y, read: (match, names, style) => mention(match[1] ?? "", names, style) },
  {
    pattern: /(?<!\w)#([\w-]+)/y,
    read(match, names, style) {
      const id = names.channel(match[1] ?? "");
      return id ? [{ type: "channel", channel_id: id, ...styled(style) }] : undefined;
    },
  },
  {
    pattern: /:([a-z0-9_+-]+):(?::skin-tone-([2-6]):)?/y,
    read(match, names, style) {
      const name = match[1] ?? "";
      if (!(name in emoji) && !names.isCustomEmoji(name)) return undefined;
      return emojiElement(name, match[2] ? Number(match[2]) : undefined, style);
    },
  },
  {
    pattern: /(?<!\u200d)(\p{Extended_Pictographic}\ufe0f?)(\p{Emoji_Modifier})?(?!\u200d)/uy,
    read(match, _names, style) {
      const name = emojiName(match[1] ?? "");
      const tone = match[2]?.codePointAt(0);
      return name ? emojiElement(name, tone && tone - 0x1f3f9, style) : undefined;
    },
  },
];

function mention(name: string, names: Names, style: Style): Inline[] | undefined {
  if (name === "here" || name === "channel" || name === "everyone")
    return [{ type: "broadcast", range: name, ...styled(style) }];
  const user = names.user(name);
  if (user) return [{ type: "user", user_id: user, ...styled(style) }];
  const usergroup = names.usergroup(name);
  return usergroup ? [{ type: "usergroup", usergroup_id: usergroup, ...styled(style) }] : undefined;
}

function emojiElement(name: string, tone: number | undefined, style: Style): Inline[] {
  const unicode = emojiCodePoints(name);
  return [
    {
      type: "emoji",
      name,
      ...(unicode ? { unicode } : {}),
      ...(tone ? { skin_tone: tone } : {}),
      ...styled(style),
    },
  ];
}
