/** What an emoji's name stands for: its characters, `alias:` and another name, or the address of a workspace's picture. */
export type EmojiNames = (name: string) => string | undefined;

export interface SlackEmoji {
  /** May carry its skin tone, as reactions do: `thumbsup::skin-tone-3`. */
  name: string;
  /** Code points in hexadecimal: `1f44d-1f3fc`. */
  unicode?: string | undefined;
  /** 2 to 6. */
  skin_tone?: number | undefined;
}

/** An emoji as the character everyone sees; a workspace's own picture stays `:its_name:`. */
export function emojiOf({ name, unicode, skin_tone }: SlackEmoji, names?: EmojiNames): string {
  const [plain = name, suffix = ""] = name.split("::skin-tone-");
  const character = fromCodePoints(unicode) ?? named(plain, names);
  if (!character) return `:${name}:`;
  const tones = suffix ? suffix.split("-").map(Number) : skin_tone === undefined ? [] : [skin_tone];
  return toned(character, tones);
}

function fromCodePoints(unicode = ""): string | undefined {
  const points = unicode.split("-").map((point) => Number.parseInt(point, 16));
  const isKnown = points.every((point) => point > 0 && point <= 0x10ffff);
  return isKnown ? String.fromCodePoint(...points) : undefined;
}

function named(name: string, names: EmojiNames = () => undefined, depth = 0): string | undefined {
  const value = names(name);
  if (value?.startsWith("alias:"))
    return depth < 5 ? named(value.slice("alias:".length), names, depth + 1) : undefined;
  return value && /^[^\s:/]+$/.test(value) ? value : undefined;
}

const first = 0x1f3fb;

/** A tone follows the person it colours, in the place of the sign that asks for a coloured picture. */
function toned(character: string, tones: number[]): string {
  const modifiers = tones
    .filter((tone) => tone >= 2 && tone <= 6)
    .map((tone) => String.fromCodePoint(first + tone - 2));
  const [one = "", other = one] = modifiers;
  if (!one || /\p{Emoji_Modifier}/u.test(character)) return character;
  if (!/^\p{Emoji_Modifier_Base}/u.test(character)) return `${character}${one}`;
  const isPair = modifiers.length > 1 && /\u200d\p{Emoji_Modifier_Base}$/u.test(character);
  return `${character.replace(/^(.)\ufe0f?/u, `$1${one}`)}${isPair ? other : ""}`;
}
