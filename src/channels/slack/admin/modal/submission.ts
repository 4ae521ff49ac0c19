import type { ViewOutput } from "@slack/bolt";
import { z } from "zod";
import type { Callable } from "../../../../settings/callable.ts";
import { Settings } from "../../../../settings/schema.ts";
import type { Field } from "./field.ts";
import { fields } from "./fields.ts";
import { valueId } from "./view.ts";

/** Only the fields the admin touched: what somebody else changed meanwhile stays as they left it. */
const Element = z.object({
  initial_value: z.string().optional(),
  initial_conversation: z.string().optional(),
  initial_users: z.array(z.string()).optional(),
  initial_option: z.object({ value: z.string() }).optional(),
  initial_options: z.array(z.object({ value: z.string() })).optional(),
});
const Block = z.object({ block_id: z.string(), element: Element });

export type Submission =
  | { wanted: Partial<Settings>; touched: readonly Field[] }
  | { errors: Record<string, string> };

/** What a submitted modal asks for, checked; or what is wrong, by field. */
export function submission(
  { state, blocks }: Pick<ViewOutput, "state" | "blocks">,
  { current, callable }: { current: Settings; callable: readonly Callable[] },
): Submission {
  let wanted: Partial<Settings> = {};
  const errors: Record<string, string> = {};
  const touched = fields.filter((field) => contentOf(field, state) !== initialOf(field, blocks));
  for (const field of touched) {
    const change = field.wanted(contentOf(field, state), {
      ...{ draft: { ...current, ...wanted }, callable },
      before: initialOf(field, blocks),
    });
    if ("problem" in change) errors[field.name] = change.problem;
    else wanted = { ...wanted, ...change };
  }
  const parsed = Settings.safeParse({ ...current, ...wanted });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = touched.find(({ isAbout }) => isAbout(path));
    if (field) errors[field.name] ??= message;
  }
  return Object.keys(errors).length > 0 ? { errors } : { wanted, touched };
}

function contentOf({ name, kind }: Field, { values }: ViewOutput["state"]): string {
  const held = values[name]?.[valueId];
  if (kind === "switch") return held?.selected_options?.[0]?.value ?? "";
  if (kind === "choice") return held?.selected_option?.value ?? "";
  if (kind === "people") return (held?.selected_users ?? []).join("\n");
  if (kind === "channel") return held?.selected_conversation ?? "";
  return (held?.value ?? "").trim();
}

function initialOf({ name }: Field, blocks: unknown[]): string {
  const block = blocks.map((block) => Block.safeParse(block).data).find((block) => block?.block_id === name);
  if (!block) return "";
  const { initial_value, initial_conversation, initial_users, ...chosen } = block.element;
  const { initial_option = chosen.initial_options?.[0] } = chosen;
  return initial_value ?? initial_conversation ?? initial_users?.join("\n") ?? initial_option?.value ?? "";
}
