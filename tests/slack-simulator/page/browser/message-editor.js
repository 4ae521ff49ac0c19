import { h } from "./dom.js";
import { act } from "./store.js";

/** Turns a message into a text field until it is saved or let be. */
export function editor(message, { at, node }) {
  node.dataset.busy = "edit";
  const content = node.querySelector(".content");
  const text = h("textarea", { "aria-label": "Edit message", rows: 3, value: typedAgain(message) });
  const finish = () => {
    form.replaceWith(content);
    delete node.dataset.busy;
  };
  const save = async (event) => {
    event.preventDefault();
    delete node.dataset.busy;
    node.dataset.content = "";
    const { problem } = await act("edit", { ...at, text: text.value });
    if (problem) node.dataset.busy = "edit";
  };
  const form = h(
    "form",
    { class: "editor", onSubmit: save },
    text,
    h(
      "div",
      { class: "editor-buttons" },
      h("button", { type: "button", class: "block-button", onClick: finish }, "Cancel"),
      h("button", { class: "block-button primary" }, "Save changes"),
    ),
  );
  text.addEventListener("keydown", (event) => {
    if (event.key === "Escape") finish();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  content.replaceWith(form);
  text.focus();
}

/** The stored text as its author would type it again. */
function typedAgain({ text }) {
  return text
    .replace(/<(?:mailto:)?([^|>]+)(?:\|([^>]*))?>/g, (_, target, label) => label || target)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
