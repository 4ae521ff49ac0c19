import type { Element } from "../text/element.ts";
import { emojiNames } from "../text/emoji-names.ts";
import { mrkdwnToRichText } from "../text/mrkdwn.ts";
import { type Part, partsOf } from "../text/parts.ts";
import { partsToMarkdown } from "../text/to-markdown.ts";

/** As much of a message as says what was written. */
interface Message {
  text?: string | undefined;
  blocks?: { type?: string | undefined }[] | undefined;
}

/** Who knows what the ids and names in a message stand for. */
export interface Directory {
  person(userId: string): Promise<{ name: string } | undefined>;
  channelName(channelId: string): Promise<string | undefined>;
  usergroupName?(usergroupId: string): Promise<string | undefined>;
  /** As Slack's emoji.list has it: the address of a picture, or `alias:` and another name. */
  customEmoji?(name: string): Promise<string | undefined>;
}

export interface Written {
  /** As Markdown, with the names of those mentioned. */
  text: string;
  /** A colleague, a user group or the whole channel is called by name. */
  callsColleagues: boolean;
}

/** What a person wrote in Slack. Whoever mentions the app calls the assistant. */
export async function written(message: Message, directory: Directory, botUserId?: string): Promise<Written> {
  const parts = partsIn(message);
  const elements = parts.flatMap(elementsOf);
  const ids = mentionedIn(elements);
  const [users, channels, usergroups, emoji] = await Promise.all([
    named(ids.user, async (id) => (id === botUserId ? "assistant" : (await directory.person(id))?.name)),
    named(ids.channel, (id) => directory.channelName(id)),
    named(ids.usergroup, async (id) => directory.usergroupName?.(id)),
    emojiNames(ids.emoji, async (name) => directory.customEmoji?.(name)),
  ]);
  const text = partsToMarkdown(parts, {
    user: (id) => users.get(id),
    channel: (id) => channels.get(id),
    usergroup: (id) => usergroups.get(id),
    emoji,
  });
  return { text, callsColleagues: elements.some(({ type }) => calls.has(type)) };
}

const calls = new Set<Element["type"]>(["user", "usergroup", "team", "broadcast"]);

/** The composer's own structure where there is one; `text` loses some of it. */
function partsIn({ blocks = [], text = "" }: Message): Part[] {
  const structured = partsOf(
    blocks.filter((block) => block?.type === "rich_text" || block?.type === "table"),
  );
  return structured.some((part) => elementsOf(part).length > 0)
    ? structured
    : partsOf(mrkdwnToRichText(text));
}

const elementsOf = (part: Part): Element[] => (part.type === "list" ? part.items.flat() : part.elements);

function mentionedIn(elements: Element[]) {
  const ids: Record<"user" | "channel" | "usergroup" | "emoji", string[]> = {
    user: [],
    channel: [],
    usergroup: [],
    emoji: [],
  };
  for (const element of elements) {
    if (element.type === "user") ids.user.push(element.user_id);
    if (element.type === "channel") ids.channel.push(element.channel_id);
    if (element.type === "usergroup") ids.usergroup.push(element.usergroup_id);
    if (element.type === "emoji") ids.emoji.push(element.name);
  }
  return ids;
}

async function named(ids: string[], name: (id: string) => Promise<string | undefined>) {
  const known = [...new Set(ids)].map(async (id) => [id, await name(id)] as const);
  return new Map(await Promise.all(known));
}
