import { h } from "./dom.js";
import { encoded } from "./files.js";
import { iconNode } from "./icons.js";
import { notice } from "./store.js";

/**
 * Where a person types. Enter sends, Shift and Enter begins a line.
 * @param {{ label: string, sendLabel: string, placeholder: string, extra?: Node, send(text: string, files: unknown[]): Promise<{ problem?: string }> }} about
 */
export function composer({ label, sendLabel, placeholder, extra, send }) {
  let files = [];
  const text = h("textarea", { "aria-label": label, placeholder, rows: 1 });
  const chosen = h("div", { class: "chosen" });
  const input = h("input", {
    type: "file",
    multiple: true,
    hidden: true,
    "aria-label": "Attach files",
    onChange: () => add([...input.files]),
  });
  const sendButton = h(
    "button",
    { class: "send", "aria-label": sendLabel, title: sendLabel, disabled: true },
    iconNode("send"),
  );
  const form = h(
    "form",
    { class: "composer", onSubmit: submit },
    chosen,
    text,
    h(
      "div",
      { class: "composer-foot" },
      h(
        "button",
        {
          type: "button",
          class: "icon",
          "aria-label": "Attach a file",
          title: "Attach a file",
          onClick: () => input.click(),
        },
        iconNode("attach"),
      ),
      ...format(text),
      h("span", { class: "spacer" }),
      sendButton,
    ),
    input,
  );
  text.addEventListener("input", changed);
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  });
  return h("div", { class: "composer-area" }, form, extra);

  function add(more) {
    files.push(...more);
    input.value = "";
    changed();
  }

  function changed() {
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, 220)}px`;
    sendButton.disabled = !text.value.trim() && !files.length;
    chosen.replaceChildren(
      ...files.map((file) =>
        h(
          "span",
          { class: "file-chip" },
          file.name,
          h(
            "button",
            {
              type: "button",
              "aria-label": `Remove ${file.name}`,
              onClick: () => {
                files = files.filter((kept) => kept !== file);
                changed();
              },
            },
            "✕",
          ),
        ),
      ),
    );
  }

  async function submit(event) {
    event.preventDefault();
    if (sendButton.disabled) return;
    const typed = text.value;
    const attached = files;
    text.value = "";
    files = [];
    changed();
    const { problem } = await send(typed, await Promise.all(attached.map(encoded)));
    if (problem) {
      notice(problem);
      text.value = typed;
      files = attached;
      changed();
    }
  }
}

/** Buttons that put Slack's own marks around what is selected. */
function format(text) {
  const marks = [
    ["Bold", "*", "B"],
    ["Italic", "_", "I"],
    ["Strikethrough", "~", "S"],
    ["Code", "`", "‹›"],
  ];
  return marks.map(([label, mark, sign]) =>
    h(
      "button",
      {
        type: "button",
        class: `icon format ${label.toLowerCase()}`,
        "aria-label": label,
        title: label,
        onClick() {
          const { selectionStart: from, selectionEnd: to, value } = text;
          text.value = `${value.slice(0, from)}${mark}${value.slice(from, to)}${mark}${value.slice(to)}`;
          text.focus();
          text.setSelectionRange(from + 1, to + 1);
          text.dispatchEvent(new Event("input"));
        },
      },
      sign,
    ),
  );
}
