import { composer } from "./composer.js";
import { h } from "./dom.js";
import { iconNode } from "./icons.js";
import { showMessages } from "./message-list.js";
import { act, notice, place, state } from "./store.js";

let built;

/** The channel in the middle: its head, its messages and where to write. */
export function showChannel(main) {
  const { channel } = state;
  const key = `${channel.id} ${place.as} ${channel.isArchived}`;
  if (built?.key !== key || !main.contains(built.list)) {
    const list = h("div", { class: "messages", tabindex: "0" });
    main.setAttribute("aria-label", "Channel");
    main.replaceChildren(head(channel), list, foot(channel));
    built = { key, list };
  }
  showMessages(built.list, state.messages, { inThread: false });
}

function head(channel) {
  const title = channel.isIm ? state.bot.name : `# ${channel.name}`;
  return h(
    "header",
    { class: "head" },
    menuButton(),
    h("h1", {}, title),
    h("span", { class: "muted" }, channel.isIm ? "App" : `${channel.members} members`),
  );
}

export const menuButton = () =>
  h(
    "button",
    {
      type: "button",
      class: "icon open-sidebar",
      "aria-label": "Show channels",
      onClick: () => document.body.classList.toggle("sidebar-open"),
    },
    iconNode("menu"),
  );

function foot(channel) {
  if (channel.isIm) return h("div", { class: "closed" }, "Sending messages to this app has been turned off.");
  if (channel.isArchived) return h("div", { class: "closed" }, `#${channel.name} has been archived.`);
  return composer({
    label: "Message",
    sendLabel: "Send message",
    placeholder: `Message #${channel.name}`,
    send(text, files) {
      built.list.scrollTop = built.list.scrollHeight;
      return sendTo(channel, text, files);
    },
  });
}

function sendTo(channel, text, files) {
  const [, command, rest] = /^(\/[\w-]+)(?:\s+([\s\S]*))?$/.exec(text.trim()) ?? [];
  if (!command || command === "/me") return act("post", { channel: channel.id, text, files });
  if (state.commands.includes(command))
    return act("command", { channel: channel.id, command, text: rest ?? "" });
  notice(`${command} is not a valid command.`);
  return Promise.resolve({
    problem: `${command} is not a valid command. In Slack, all text which begins with “/” is treated as a command.`,
  });
}
