import { blockNodes, textNodes } from "./blocks.js";
import { confirmed } from "./confirm.js";
import { h } from "./dom.js";
import { iconNode } from "./icons.js";
import { act, state } from "./store.js";

let shown;

/** The modal the app opened for this person, if any. What was typed stays until the app changes the view. */
export function showModal() {
  const { view } = state;
  const key = view && `${state.me.name} ${view.id} ${view.hash}`;
  if (shown?.key === key) return;
  const typed = shown && view && shown.id === view.id ? readValues(shown.dialog) : {};
  shown?.dialog.remove();
  shown = view ? { key, id: view.id, dialog: build(view) } : undefined;
  if (!shown) return;
  document.body.append(shown.dialog);
  restore(shown.dialog, typed);
  shown.dialog.showModal();
  shown.dialog.querySelector("[data-action]:not(.choices), [data-action] input")?.focus();
}

function build(view, errors = {}) {
  const dialog = h("dialog", {
    class: "modal",
    "aria-label": view.title.text,
    onCancel(event) {
      event.preventDefault();
      act("close", { all: false });
    },
  });
  const context = {
    errors,
    values: view.state.values,
    async act(element, value) {
      if (element.confirm && !(await confirmed(element.confirm))) return;
      await act("clickInView", { name: element.action_id, ...(value === undefined ? {} : { value }) });
    },
  };
  const form = h(
    "form",
    { novalidate: true, onSubmit: (event) => submit(event, view) },
    h(
      "header",
      {},
      state.viewDepth > 1 &&
        h(
          "button",
          {
            type: "button",
            class: "icon",
            "aria-label": "Back",
            onClick: () => act("close", { all: false }),
          },
          "‹",
        ),
      h("h2", {}, textNodes(view.title)),
      h(
        "button",
        { type: "button", class: "icon", "aria-label": "Close", onClick: () => act("close", { all: true }) },
        iconNode("close"),
      ),
    ),
    h("div", { class: "dialog-body" }, blockNodes(view.blocks, context)),
    h(
      "footer",
      {},
      h(
        "button",
        { type: "button", class: "block-button", onClick: () => act("close", { all: false }) },
        view.close ? textNodes(view.close) : "Cancel",
      ),
      view.submit && h("button", { class: "block-button primary" }, textNodes(view.submit)),
    ),
  );
  dialog.append(form);
  return dialog;
}

async function submit(event, view) {
  event.preventDefault();
  const dialog = event.currentTarget.closest("dialog");
  const button = dialog.querySelector("footer .primary");
  button.disabled = true;
  const values = readValues(dialog);
  const { errors, problem } = await act("submit", { values });
  button.disabled = false;
  if (problem || !errors) return;
  const again = build(view, errors);
  dialog.replaceChildren(...again.childNodes);
  restore(dialog, values);
  dialog.querySelector(".has-error [data-action]")?.focus();
}

function readValues(dialog) {
  return Object.fromEntries(
    [...dialog.querySelectorAll("[data-block]")].map((block) => [
      block.dataset.block,
      block.querySelector("[data-action]").read(),
    ]),
  );
}

function restore(dialog, values) {
  for (const [blockId, value] of Object.entries(values)) {
    const node = dialog.querySelector(`[data-block="${CSS.escape(blockId)}"] [data-action]`);
    if (!node) continue;
    const wanted = [value].flat();
    if (node.matches(".choices"))
      for (const input of node.querySelectorAll("input")) input.checked = wanted.includes(input.value);
    else if (node.multiple)
      for (const option of node.options) option.selected = wanted.includes(option.value);
    else node.value = value ?? "";
  }
}
