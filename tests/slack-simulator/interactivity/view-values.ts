import type { SlackView } from "../views.ts";
import { type Element, elementsOf, heldValue, initialValue, textOf } from "./elements.ts";

/** Writes values into view.state.values. Returns what Slack itself refuses before the app is asked, by block_id. */
export function filledIn(view: SlackView, values: Record<string, unknown>): Record<string, string> {
  const unknown = new Set(Object.keys(values));
  const errors: Record<string, string> = {};
  for (const { blockId, element } of elementsOf(view.blocks)) {
    if (element.type === "button" || element.type === "overflow") continue;
    const block = view.blocks.find((candidate) => candidate.block_id === blockId);
    const actionId = String(element.action_id);
    const name = [blockId, actionId, textOf(block?.label) ?? ""].find((candidate) => unknown.has(candidate));
    if (name !== undefined) unknown.delete(name);
    const known = view.state.values[blockId]?.[actionId];
    const given = name === undefined ? initialValue(element) : values[name];
    const value = name === undefined && known ? known : { type: element.type, ...heldValue(element, given) };
    view.state.values[blockId] = { ...view.state.values[blockId], [actionId]: value };
    const error =
      block?.type === "input"
        ? refusal(element, value as Record<string, unknown>, block.optional === true)
        : undefined;
    if (error) errors[blockId] = error;
  }
  if (unknown.size) throw new Error(`The modal has no field called ${[...unknown].join(", ")}`);
  return errors;
}

function refusal(element: Element, value: Record<string, unknown>, isOptional: boolean): string | undefined {
  const { type: _type, ...held } = value;
  const isEmpty = Object.values(held).every(
    (item) => item === null || (Array.isArray(item) && item.length === 0),
  );
  if (isEmpty)
    return isOptional || element.type === "checkboxes" ? undefined : "Please complete this required field.";
  const text = typeof held.value === "string" ? held.value : "";
  if (typeof element.max_length === "number" && text.length > element.max_length)
    return `Must be less than ${element.max_length + 1} characters`;
  if (typeof element.min_length === "number" && text.length < element.min_length)
    return `Must be more than ${element.min_length - 1} characters`;
  if (element.type === "email_text_input" && !/^\S+@\S+\.\S+$/.test(text))
    return "Please enter a valid email address.";
  if (element.type === "url_text_input" && !URL.canParse(text)) return "Please enter a valid URL.";
  if (element.type === "number_input" && !Number.isFinite(Number(text)))
    return "Please enter a valid number.";
  return undefined;
}
