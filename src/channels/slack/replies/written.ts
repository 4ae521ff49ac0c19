import type { RichTextBlockElement, RichTextElement } from "@slack/types";
import { mrkdwnToRichText } from "../text/mrkdwn.ts";
import { richTextToMarkdown } from "../text/to-markdown.ts";
import type { PeopleAndChannels } from "../workspace/directory.ts";
import type { MessageEvent } from "./reply-event.ts";

/** What a person wrote in Slack, as Markdown with the names of those mentioned. */
export async function written(message: MessageEvent, directory: PeopleAndChannels): Promise<string> {
  const parts = richTextOf(message);
  const mentioned = parts.flatMap(elementsOf);
  const users = mentioned.flatMap((element) => (element.type === "user" ? [element.user_id] : []));
  const channels = mentioned.flatMap((element) => (element.type === "channel" ? [element.channel_id] : []));
  const [people, names] = await Promise.all([
    Promise.all(users.map(async (id) => [id, (await directory.person(id))?.name] as const)),
    Promise.all(channels.map(async (id) => [id, await directory.channelName(id)] as const)),
  ]);
  const [userNames, channelNames] = [new Map(people), new Map(names)];
  return richTextToMarkdown(parts, {
    user: (id) => userNames.get(id),
    channel: (id) => channelNames.get(id),
  });
}

/** The composer's own structure where there is one; `text` loses some of it. */
function richTextOf({ blocks, text }: MessageEvent): RichTextBlockElement[] {
  const structured = blocks?.flatMap((block) => (isRichText(block) ? block.elements : [])) ?? [];
  return structured.length > 0 ? structured : mrkdwnToRichText(text ?? "");
}

const isRichText = (block: {
  type: string;
}): block is { type: "rich_text"; elements: RichTextBlockElement[] } =>
  block.type === "rich_text" && "elements" in block && Array.isArray(block.elements);

function elementsOf(part: RichTextBlockElement): RichTextElement[] {
  return part.type === "rich_text_list" ? part.elements.flatMap(({ elements }) => elements) : part.elements;
}
