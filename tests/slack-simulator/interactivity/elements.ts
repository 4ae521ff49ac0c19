import type { Block } from "../message.ts";

export type Element = Record<string, unknown> & { type: string; action_id?: string };
export interface Placed {
  blockId: string;
  element: Element;
}

/** Everything that can be pressed or filled in, in reading order. */
export function elementsOf(blocks: Block[]): Placed[] {
  return blocks.flatMap((block) => {
    const found = [
      block.accessory,
      block.element,
      ...(block.type === "actions" && Array.isArray(block.elements) ? block.elements : []),
    ];
    return found.filter(isElement).map((element) => ({ blockId: String(block.block_id ?? ""), element }));
  });
}

/** The element with this action_id or button text. */
export function elementNamed(blocks: Block[], name: string): Placed {
  const all = elementsOf(blocks);
  const found =
    all.find(({ element }) => element.action_id === name) ??
    all.find(({ element }) => textOf(element.text) === name);
  if (found) return found;
  const offered = all.map(({ element }) => textOf(element.text) ?? element.action_id).join(", ");
  throw new Error(`Nothing here is called "${name}". There is: ${offered || "nothing to press"}`);
}

/** What block_actions tells of one act on an element. */
export function actionOf({ blockId, element }: Placed, value: unknown, ts: string): Record<string, unknown> {
  const base = { type: element.type, action_id: element.action_id, block_id: blockId, action_ts: ts };
  if (element.type !== "button") return { ...base, ...heldValue(element, value) };
  const { text, value: carried, style, url } = element;
  return {
    ...base,
    text,
    ...(carried ? { value: carried } : {}),
    ...(style ? { style } : {}),
    ...(url ? { url } : {}),
  };
}

/** An element's value as it stands in view.state.values; options are named by value or by text. */
export function heldValue(element: Element, value: unknown): Record<string, unknown> {
  switch (element.type) {
    case "static_select":
    case "radio_buttons":
    case "overflow":
      return { selected_option: value === null || value === undefined ? null : optionOf(element, value) };
    case "checkboxes":
    case "multi_static_select":
      return { selected_options: listOf(value).map((item) => optionOf(element, item)) };
    case "users_select":
      return { selected_user: value ?? null };
    case "multi_users_select":
      return { selected_users: listOf(value) };
    case "channels_select":
      return { selected_channel: value ?? null };
    case "multi_channels_select":
      return { selected_channels: listOf(value) };
    case "conversations_select":
      return { selected_conversation: value ?? null };
    case "multi_conversations_select":
      return { selected_conversations: listOf(value) };
    case "datepicker":
      return { selected_date: value ?? null };
    case "timepicker":
      return { selected_time: value ?? null };
    case "datetimepicker":
      return { selected_date_time: value ?? null };
    default:
      return { value: value === undefined || value === null || value === "" ? null : String(value) };
  }
}

/** What an untouched element holds. */
export function initialValue(element: Element): unknown {
  const options = Array.isArray(element.initial_options)
    ? element.initial_options.map(optionValue)
    : undefined;
  return (
    options ??
    (element.initial_option ? optionValue(element.initial_option) : undefined) ??
    element.initial_value ??
    element.initial_user ??
    element.initial_users ??
    element.initial_channel ??
    element.initial_channels ??
    element.initial_conversation ??
    element.initial_conversations ??
    element.initial_date ??
    element.initial_time ??
    element.initial_date_time
  );
}

export function textOf(object: unknown): string | undefined {
  return typeof object === "object" && object !== null && "text" in object ? String(object.text) : undefined;
}

const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && "type" in value && value.type !== "image";
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const optionValue = (option: unknown) => (option as { value: string }).value;

function optionOf(element: Element, wanted: unknown): unknown {
  const groups = Array.isArray(element.option_groups)
    ? element.option_groups.flatMap((group: { options: unknown[] }) => group.options)
    : [];
  const options = [...(Array.isArray(element.options) ? element.options : []), ...groups];
  const found = options.find(
    (option) => optionValue(option) === wanted || textOf((option as { text: unknown }).text) === wanted,
  );
  if (!found)
    throw new Error(
      `"${String(wanted)}" is not among the options of ${element.action_id}: ${options.map(optionValue).join(", ")}`,
    );
  return found;
}
