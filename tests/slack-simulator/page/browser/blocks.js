import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { field } from "./fields.js";
import { markdown } from "./markdown.js";
import { mrkdwn } from "./mrkdwn.js";
import { richText } from "./rich-text.js";

/**
 * Block Kit as nodes.
 * @param {any[]} blocks
 * @param {{ act(element: any, value?: unknown): void, errors?: Record<string, string>, values?: any }} context
 */
export const blockNodes = (blocks, context) =>
  blocks.map((block) => blockNode(block, context)).filter(Boolean);

export function textNodes(object) {
  if (!object) return [];
  return object.type === "mrkdwn" ? mrkdwn(object.text) : withEmoji(object.text);
}

function blockNode(block, context) {
  switch (block.type) {
    case "header":
      return h("h3", { class: "block-header" }, textNodes(block.text));
    case "divider":
      return h("hr");
    case "section":
      return h(
        "div",
        { class: "block-section" },
        h(
          "div",
          { class: "block-text" },
          block.text && h("div", {}, textNodes(block.text)),
          block.fields &&
            h(
              "div",
              { class: "block-fields" },
              block.fields.map((text) => h("div", {}, textNodes(text))),
            ),
        ),
        block.accessory && elementNode(block.accessory, context),
      );
    case "context":
      return h(
        "div",
        { class: "block-context" },
        block.elements.map((element) =>
          element.type === "image" ? picture(element) : h("span", {}, textNodes(element)),
        ),
      );
    case "actions":
      return h(
        "div",
        { class: "block-actions" },
        block.elements.map((element) => elementNode(element, context)),
      );
    case "image":
      return h("figure", {}, block.title && h("figcaption", {}, textNodes(block.title)), picture(block));
    case "markdown":
      return h("div", { class: "block-markdown" }, markdown(block.text));
    case "rich_text":
      return h("div", { class: "block-rich" }, richText(block));
    case "input":
      return inputNode(block, context);
    default:
      return h("div", { class: "block-context" }, `[${block.type} block]`);
  }
}

const picture = (element) =>
  h("img", { src: element.image_url ?? element.slack_file?.url, alt: element.alt_text, loading: "lazy" });

function elementNode(element, context) {
  if (element.type === "image") return picture(element);
  if (element.type === "button") return buttonNode(element, context);
  return field(element, {
    label: element.placeholder?.text ?? element.action_id,
    onChange: (value) => context.act(element, value),
  });
}

function buttonNode(element, context) {
  const press = async (event) => {
    const button = event.currentTarget;
    if (element.url) window.open(element.url, "_blank", "noopener");
    button.classList.add("is-pressed");
    await context.act(element);
    button.classList.remove("is-pressed");
  };
  return h(
    "button",
    {
      type: "button",
      class: `block-button ${element.style ?? ""}`,
      "aria-label": element.accessibility_label,
      onClick: press,
    },
    textNodes(element.text),
  );
}

function inputNode(block, context) {
  const error = context.errors?.[block.block_id];
  const id = `field-${block.block_id}`;
  const held = context.values?.[block.block_id]?.[block.element.action_id];
  return h(
    "div",
    { class: error ? "block-input has-error" : "block-input", "data-block": block.block_id },
    h(
      "label",
      { for: id, id: `${id}-label` },
      textNodes(block.label),
      block.optional && h("span", { class: "muted" }, " (optional)"),
    ),
    field(block.element, {
      id,
      labelledBy: `${id}-label`,
      describedBy: `${id}-note`,
      held,
      onChange: block.dispatch_action ? (value) => context.act(block.element, value) : undefined,
    }),
    h(
      "div",
      { id: `${id}-note`, class: error ? "field-error" : "muted", role: error ? "alert" : false },
      error ?? textNodes(block.hint),
    ),
  );
}
