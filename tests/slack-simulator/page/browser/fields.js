import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { state } from "./store.js";

/**
 * A form element of Block Kit. Its node has `read()`, the value as a person would name it.
 * @param {any} element
 */
export function field(element, { id, label, labelledBy, describedBy, held, onChange }) {
  const about = {
    id,
    "aria-label": labelledBy ? undefined : label,
    "aria-describedby": describedBy,
    "data-action": element.action_id,
  };
  const node = build(element, about, labelledBy, held);
  if (onChange) node.addEventListener("change", () => onChange(node.read()));
  return node;
}

function build(element, about, labelledBy, held) {
  switch (element.type) {
    case "checkboxes":
    case "radio_buttons":
      return choices(element, about, labelledBy, held);
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return textInput(element, about, held);
    case "datepicker":
      return plain(
        h("input", { ...about, type: "date", value: held?.selected_date ?? element.initial_date ?? "" }),
      );
    case "timepicker":
      return plain(
        h("input", { ...about, type: "time", value: held?.selected_time ?? element.initial_time ?? "" }),
      );
    default:
      return select(element, about, held);
  }
}

const plain = (node) => Object.assign(node, { read: () => node.value || null });

function textInput(element, about, held) {
  const type =
    { email_text_input: "email", url_text_input: "url", number_input: "number" }[element.type] ?? "text";
  const common = {
    ...about,
    placeholder: element.placeholder?.text,
    value: held?.value ?? element.initial_value ?? "",
  };
  return plain(
    element.multiline
      ? h("textarea", { ...common, rows: 4 })
      : h("input", { ...common, type, step: element.is_decimal_allowed ? "any" : undefined }),
  );
}

function choices(element, about, labelledBy, held) {
  const isMany = element.type === "checkboxes";
  const chosen = (
    held
      ? [held.selected_options ?? [], held.selected_option ?? []].flat()
      : [element.initial_options ?? [], element.initial_option ?? []].flat()
  ).map(({ value }) => value);
  const name = `${about.id ?? element.action_id}-choice`;
  const group = h(
    "div",
    { ...about, class: "choices", role: isMany ? "group" : "radiogroup", "aria-labelledby": labelledBy },
    element.options.map((option) =>
      h(
        "label",
        { class: "choice" },
        h("input", {
          type: isMany ? "checkbox" : "radio",
          name,
          value: option.value,
          checked: chosen.includes(option.value),
        }),
        h(
          "span",
          {},
          withEmoji(option.text.text),
          option.description && h("span", { class: "muted" }, option.description.text),
        ),
      ),
    ),
  );
  const read = () => {
    const values = [...group.querySelectorAll("input:checked")].map((input) => input.value);
    return isMany ? values : (values[0] ?? null);
  };
  return Object.assign(group, { read });
}

function select(element, about, held) {
  const isMany = element.type.startsWith("multi_");
  const first = [initial(held ?? {}, "selected"), held ? undefined : initial(element, "initial")]
    .flat()
    .filter(Boolean);
  const options = offered(element);
  const node = h(
    "select",
    { ...about, multiple: isMany, class: element.type === "overflow" && "overflow" },
    !isMany &&
      h(
        "option",
        { value: "" },
        element.placeholder?.text ?? (element.type === "overflow" ? "⋯" : "Choose…"),
      ),
    options.map(({ value, text }) => h("option", { value, selected: first.includes(value) }, text)),
  );
  const read = () => (isMany ? [...node.selectedOptions].map(({ value }) => value) : node.value || null);
  return Object.assign(node, { read });
}

function initial(holder, prefix) {
  const kinds = [
    "option",
    "options",
    "user",
    "users",
    "channel",
    "channels",
    "conversation",
    "conversations",
  ];
  return kinds.flatMap((kind) => holder[`${prefix}_${kind}`] ?? []).map((value) => value?.value ?? value);
}

function offered(element) {
  if (element.type.includes("user"))
    return state.people.map(({ id, realName }) => ({ value: id, text: realName }));
  if (/channel|conversation/.test(element.type))
    return state.channels.map(({ id, name }) => ({ value: id, text: `#${name}` }));
  const groups = (element.option_groups ?? []).flatMap(({ options }) => options);
  return [...(element.options ?? []), ...groups].map(({ value, text }) => ({ value, text: text.text }));
}
