import { composer } from "./composer.js";
import { h } from "./dom.js";
import { iconNode } from "./icons.js";
import { showMessages } from "./message-list.js";
import { act, go, place, state } from "./store.js";

let built;

/** The thread on the right, when one is open. */
export function showThread(panel) {
  const isOpen = Boolean(place.thread) && place.tab === "channel" && state.thread.length > 0;
  panel.hidden = !isOpen;
  document.body.classList.toggle("thread-open", isOpen);
  if (!isOpen) {
    built = undefined;
    return;
  }
  const key = `${place.channel} ${place.thread} ${place.as} ${state.channel.isArchived}`;
  if (built?.key !== key) {
    const list = h("div", { class: "messages", tabindex: "0" });
    panel.replaceChildren(head(), list, foot());
    built = { key, list };
  }
  showMessages(built.list, state.thread, { inThread: true });
}

function head() {
  const where = state.channel.isIm ? state.bot.name : `# ${state.channel.name}`;
  return h(
    "header",
    { class: "head" },
    h("h2", {}, "Thread"),
    h("span", { class: "muted" }, where),
    h("span", { class: "spacer" }),
    h(
      "button",
      { type: "button", class: "icon", "aria-label": "Close thread", onClick: () => go({ thread: "" }) },
      iconNode("close"),
    ),
  );
}

function foot() {
  if (state.channel.isArchived) return h("div", { class: "closed" }, "This channel has been archived.");
  const also = h("input", { type: "checkbox" });
  const extra = state.channel.isIm
    ? undefined
    : h("label", { class: "also muted" }, also, `Also send to #${state.channel.name}`);
  return composer({ label: "Reply in thread", sendLabel: "Send reply", placeholder: "Reply…", extra, send });

  async function send(text, files) {
    const command = /^\/(?!me\s)[\w-]+/.exec(text.trim())?.[0];
    if (command) return { problem: `${command} is not supported in threads. Sorry!` };
    built.list.scrollTop = built.list.scrollHeight;
    const outcome = await act("reply", {
      channel: place.channel,
      ts: place.thread,
      text,
      files,
      alsoSendToChannel: also.checked,
    });
    also.checked = false;
    return outcome;
  }
}
