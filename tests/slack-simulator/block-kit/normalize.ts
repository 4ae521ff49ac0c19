import { randomBytes } from "node:crypto";
import type { Block } from "../message.ts";

const newId = () => randomBytes(4).toString("base64url").slice(0, 5);

/** Gives blocks and their elements the ids Slack makes up where the app left them out. */
export function withIds(blocks: Block[]): Block[] {
  return blocks.map((block) => {
    const named: Block = {
      ...block,
      ...(block.type === "markdown" ? {} : { block_id: block.block_id ?? newId() }),
    };
    if (block.type === "actions" && Array.isArray(block.elements))
      named.elements = block.elements.map(withActionId);
    if (block.accessory) named.accessory = withActionId(block.accessory);
    if (block.type === "input" && block.element) named.element = withActionId(block.element);
    return named;
  });
}

function withActionId(element: unknown): unknown {
  if (typeof element !== "object" || element === null) return element;
  const known = element as Record<string, unknown>;
  return known.type === "image" ? known : { ...known, action_id: known.action_id ?? newId() };
}

/** Characters of all text inside blocks: what Slack's undocumented cap of about 13,000 counts. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === "text" && typeof item === "string" ? item.length : textLength(item)),
    0,
  );
}
