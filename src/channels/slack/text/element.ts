import { z } from "zod";

const style = z
  .object({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial()
  .catch({});
const text = z.string().min(1);
const maybe = text.optional().catch(undefined);

const known = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), style }),
  z.object({ type: z.literal("link"), url: text, text: maybe, style }),
  z.object({ type: z.literal("user"), user_id: text, label: maybe, style }),
  z.object({ type: z.literal("channel"), channel_id: text, label: maybe, style }),
  z.object({ type: z.literal("usergroup"), usergroup_id: text, label: maybe, style }),
  z.object({ type: z.literal("team"), team_id: text, style }),
  z.object({ type: z.literal("broadcast"), range: text, style }),
  z.object({
    type: z.literal("emoji"),
    name: text,
    unicode: maybe,
    skin_tone: z.number().optional().catch(undefined),
    style,
  }),
  z.object({ type: z.literal("date"), timestamp: z.number(), fallback: maybe, url: maybe, style }),
  z.object({ type: z.literal("color"), value: text, style }),
]);

/** What a line of rich text is made of. */
export type Element = z.infer<typeof known>;

/** Reads an element of Slack's; of one that is not known or not as documented, the words in it. */
export function elementsIn(value: unknown): Element[] {
  if (typeof value === "string") return value ? [{ type: "text", text: value, style: {} }] : [];
  if (Array.isArray(value)) return value.flatMap(elementsIn);
  const element = known.safeParse(value);
  if (element.success) return [element.data];
  const words = wording.safeParse(value).data ?? {};
  const [first = words.elements] = wordKeys.map((key) => words[key]).filter(Boolean);
  return elementsIn(first ?? []);
}

const wordKeys = ["text", "fallback", "name", "title", "value", "url"] as const;
const wording = z.record(z.string(), z.unknown());
