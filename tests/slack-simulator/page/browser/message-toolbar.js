import { confirmed } from "./confirm.js";
import { h } from "./dom.js";
import { emojiNode } from "./emoji.js";
import { iconNode } from "./icons.js";
import { editor } from "./message-editor.js";
import { act, go, state } from "./store.js";

const offered = [
  "eyes",
  "white_check_mark",
  "+1",
  "heart",
  "pray",
  "tada",
  "joy",
  "wave",
  "thinking_face",
  "rocket",
];

/** What a pointer or the keyboard finds on a message: react, reply, edit, delete, the app's shortcuts. */
export function toolbar(message, { at, node, inThread }) {
  if (message.is_ephemeral)
    return h(
      "div",
      { class: "toolbar" },
      icon("Dismiss message", iconNode("close"), () => act("dismiss", at)),
    );
  const isOwn = message.user === state.me.id;
  const root = message.thread_ts ?? message.ts;
  const menu = h("div", { class: "menu", hidden: true });
  const open = (label, items) => {
    const isSame = !menu.hidden && menu.getAttribute("aria-label") === label;
    menu.replaceChildren(...items);
    menu.setAttribute("aria-label", label);
    menu.setAttribute("role", "group");
    menu.hidden = isSame;
    if (isSame) return close();
    node.dataset.busy = "menu";
    const room = node.parentElement.getBoundingClientRect().bottom - node.getBoundingClientRect().top;
    menu.classList.toggle("above", menu.offsetHeight + 24 > room);
    menu.querySelector("button")?.focus();
  };
  const close = () => {
    menu.hidden = true;
    if (node.dataset.busy === "menu") delete node.dataset.busy;
  };
  const closing = (then) => () => {
    close();
    return then();
  };
  node.addEventListener("mouseleave", close);
  node.addEventListener("keydown", (event) => event.key === "Escape" && close());
  const reactions = () =>
    offered.map((name) =>
      h(
        "button",
        { type: "button", class: "pick", onClick: closing(() => act("react", { ...at, emoji: name })) },
        emojiNode(name),
      ),
    );
  const more = [
    ...reactions().map((pick) => touchOnly(pick)),
    !inThread &&
      touchOnly(
        item(
          "Reply in thread",
          closing(() => go({ thread: root })),
        ),
      ),
    isOwn &&
      item(
        "Edit message",
        closing(() => editor(message, { at, node })),
      ),
    ...state.shortcuts.map(({ name, callbackId }) =>
      item(
        name,
        closing(() => act("shortcut", { ...at, callbackId })),
      ),
    ),
    item(
      "Copy link",
      closing(() =>
        navigator.clipboard?.writeText(
          `${location.origin}/archives/${at.channel}/p${at.ts.replace(".", "")}${root === at.ts ? "" : `?thread_ts=${root}&cid=${at.channel}`}`,
        ),
      ),
    ),
    (isOwn || state.me.admin) &&
      item(
        "Delete message",
        closing(() => remove(at)),
        "danger",
      ),
  ].filter(Boolean);
  return h(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": "Message actions" },
    icon("Add reaction", iconNode("react"), () => open("Add reaction", reactions())),
    !inThread && icon("Reply in thread", iconNode("reply"), () => go({ thread: root })),
    icon("More actions", iconNode("more"), () => open("More actions", more)),
    menu,
  );
}

/** Pointers find these beside the menu; fingers only inside it. */
function touchOnly(node) {
  node.classList.add("touch-only");
  return node;
}

const icon = (label, sign, onClick) =>
  h("button", { type: "button", class: "icon", "aria-label": label, title: label, onClick }, sign);
const item = (label, onClick, style = "") =>
  h("button", { type: "button", class: `item ${style}`, onClick }, label);

async function remove(at) {
  const plain = (text) => ({ type: "plain_text", text });
  const question = {
    title: plain("Delete message"),
    text: plain("Are you sure you want to delete this message? This cannot be undone."),
    confirm: plain("Delete"),
    deny: plain("Cancel"),
    style: "danger",
  };
  if (await confirmed(question)) await act("delete", at);
}
