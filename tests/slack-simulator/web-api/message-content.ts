import { z } from "zod";
import { messageBlocks } from "../block-kit/blocks.ts";
import { textLength, withIds } from "../block-kit/normalize.ts";
import type { Block, SlackMessage } from "../message.ts";
import { ApiError } from "./api-error.ts";
import { type Args, shapedArg, textArg } from "./args.ts";
import { normalizedText } from "./text-normalization.ts";

const flat = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const flatObject = z.record(z.string(), z.union([flat, z.array(flat)]));
const metadataShape = z.object({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.union([flat, flatObject, z.array(z.union([flat, flatObject]))])),
});

export interface Content {
  text: string;
  blocks?: Block[];
  attachments?: unknown[];
  metadata?: NonNullable<SlackMessage["metadata"]>;
}

/** The text, blocks, attachments and metadata of a message to post, refused as Slack refuses them. */
export function contentOf(args: Args): { content: Content; warnings: string[] } {
  const markdown = textArg(args, "markdown_text");
  if (markdown && (textArg(args, "text") || args.blocks)) throw new ApiError("markdown_text_conflict");
  if (markdown && markdown.length > 12_000) throw new ApiError("msg_too_long");
  const blocks = markdown ? [{ type: "markdown", text: markdown }] : blocksOf(args);
  const attachments = shapedArg(args, "attachments", z.array(z.unknown()), "invalid_attachments");
  const metadata = shapedArg(args, "metadata", metadataShape, "invalid_metadata_format");
  if (metadata && JSON.stringify(metadata).length > 16_000) throw new ApiError("metadata_too_large");
  const text = normalizedText(textArg(args, "text") ?? "");
  if (!text.trim() && !blocks?.length && !attachments?.length) throw new ApiError("no_text");
  const isTooLong = text.length > 40_000;
  return {
    content: {
      text: text.slice(0, 40_000),
      ...(blocks ? { blocks: withIds(blocks) } : {}),
      ...(attachments ? { attachments } : {}),
      ...(metadata ? { metadata } : {}),
    },
    warnings: isTooLong ? ["message_truncated"] : [],
  };
}

function blocksOf(args: Args): Block[] | undefined {
  if (args.blocks !== undefined && args.blocks !== "" && !Array.isArray(args.blocks))
    throw new ApiError("invalid_blocks_format");
  if (Array.isArray(args.blocks) && args.blocks.length > 50) throw new ApiError("msg_blocks_too_many");
  const blocks = shapedArg(args, "blocks", messageBlocks, "invalid_blocks");
  const markdownLength = textLength(blocks?.filter(({ type }) => type === "markdown"));
  if (markdownLength > 12_000 || textLength(blocks) > 13_000) throw new ApiError("msg_blocks_too_long");
  return blocks;
}
