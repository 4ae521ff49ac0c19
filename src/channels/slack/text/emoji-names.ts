import type { EmojiNames } from "./emoji.ts";

/** Slack's standard emoji by name. The table is loaded when the first message needs it. */
export async function standardEmoji(): Promise<EmojiNames> {
  const { emojiTable } = await import("../../../emoji/emoji-table.ts");
  return (name) => {
    const at = /^[a-z0-9_+-]+$/.test(name) ? emojiTable.indexOf(`:${name}:`) : -1;
    return at < 0 ? undefined : /^\S*:([^\s:]+)/.exec(emojiTable.slice(at, at + 300))?.[1];
  };
}

/**
 * What the given names stand for, a workspace's own included. `custom` is asked only about names that are not standard;
 * it answers as Slack's emoji.list does, with `alias:other_name` or the address of a picture.
 */
export async function emojiNames(
  names: string[],
  custom: (name: string) => Promise<string | undefined> = async () => undefined,
): Promise<EmojiNames> {
  if (names.length === 0) return () => undefined;
  const standard = await standardEmoji();
  const own = new Map<string, string>();
  await Promise.all(
    [...new Set(names.map((name) => name.split("::")[0] ?? name))].map((name) => follow(name)),
  );
  return (name) => standard(name) ?? own.get(name);

  async function follow(name: string, depth = 0): Promise<void> {
    if (depth > 5 || standard(name) || own.has(name)) return;
    const value = await custom(name);
    if (value === undefined) return;
    own.set(name, value);
    if (value.startsWith("alias:")) await follow(value.slice("alias:".length), depth + 1);
  }
}
