import { textNodes } from "./blocks.js";
import { h } from "./dom.js";

/** Asks before something is done. `question` is Block Kit's confirm object. */
export function confirmed({ title, text, confirm, deny, style }) {
  return new Promise((resolve) => {
    const dialog = h(
      "dialog",
      {
        class: "confirm",
        "aria-label": title.text,
        onClose() {
          dialog.remove();
          resolve(dialog.returnValue === "yes");
        },
      },
      h(
        "form",
        { method: "dialog" },
        h("h2", {}, textNodes(title)),
        h("div", { class: "dialog-body" }, textNodes(text)),
        h(
          "footer",
          {},
          h("button", { value: "no", class: "block-button" }, textNodes(deny)),
          h("button", { value: "yes", class: `block-button ${style ?? "primary"}` }, textNodes(confirm)),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
