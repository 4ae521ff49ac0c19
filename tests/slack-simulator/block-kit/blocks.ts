import { z } from "zod";
import { accessory, actionElement, image, inputElement } from "./elements.ts";
import { blockId, mrkdwnOrPlain, plainText, string } from "./text.ts";

const loose = { block_id: blockId };

const header = z.looseObject({ type: z.literal("header"), text: plainText(150), ...loose });
const divider = z.looseObject({ type: z.literal("divider"), ...loose });
const section = z
  .looseObject({
    type: z.literal("section"),
    text: mrkdwnOrPlain(3000).optional(),
    fields: z.array(mrkdwnOrPlain(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    ...loose,
  })
  .refine((block) => block.text || block.fields, { error: "missing required field: text" });
const context = z.looseObject({
  type: z.literal("context"),
  elements: z
    .array(z.union([mrkdwnOrPlain(3000), image]))
    .min(1)
    .max(10),
  ...loose,
});
const actions = z.looseObject({
  type: z.literal("actions"),
  elements: z.array(actionElement).min(1).max(25),
  ...loose,
});
const imageBlock = image.extend({ title: plainText(2000).optional(), ...loose });
const markdown = z.looseObject({ type: z.literal("markdown"), text: string(12_000).min(1) });
const richText = z.looseObject({
  type: z.literal("rich_text"),
  elements: z.array(z.looseObject({ type: z.string() })),
  ...loose,
});
const others = (["video", "file", "table", "context_actions", "call"] as const).map((type) =>
  z.looseObject({ type: z.literal(type), ...loose }),
);
const input = z.looseObject({
  type: z.literal("input"),
  label: plainText(2000),
  element: inputElement,
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  ...loose,
});

const unique = (blocks: object[]) => {
  const ids = blocks.flatMap((block) => ("block_id" in block && block.block_id ? [block.block_id] : []));
  return new Set(ids).size === ids.length;
};

const kinds = [
  header,
  divider,
  section,
  context,
  actions,
  imageBlock,
  markdown,
  richText,
  input,
  ...others,
] as const;
const block = z.discriminatedUnion("type", kinds, { error: "unsupported type" });
const blocks = z.array(block).refine(unique, { error: "block_id already exists" });

/** Blocks of a message: up to 50, without inputs until Slack allows them outside views. */
export const messageBlocks = blocks;

const shared = {
  private_metadata: string(3000).optional(),
  callback_id: string(255).optional(),
  external_id: string(255).optional(),
};
const viewBlocks = blocks.max(100, { error: "no more than 100 items allowed" });

export const modalView = z
  .looseObject({
    type: z.literal("modal"),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    blocks: viewBlocks,
    ...shared,
  })
  .refine((view) => view.submit || !view.blocks.some(({ type }) => type === "input"), {
    error: "submit is required when an input is in blocks",
    path: ["submit"],
  });

export const homeView = z.looseObject({ type: z.literal("home"), blocks: viewBlocks, ...shared });
