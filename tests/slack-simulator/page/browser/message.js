import { blockNodes } from "./blocks.js";
import { confirmed } from "./confirm.js";
import { h, link } from "./dom.js";
import { reactionNode, withEmoji } from "./emoji.js";
import { fileNodes } from "./files.js";
import { toolbar } from "./message-toolbar.js";
import { mrkdwn, nameOf } from "./mrkdwn.js";
import { act, go, place, state } from "./store.js";

const announcements = {
  channel_join: "joined the channel",
  channel_leave: "left the channel",
  channel_archive: "archived the channel",
};

/** One message, with everything that can be done to it. */
export function messageNode(message, { isCompact, inThread }) {
  const at = { channel: message.channel, ts: message.ts };
  const name = authorOf(message);
  const node = h("article", {
    class: ["message", isCompact && "compact", message.is_ephemeral && "ephemeral"].filter(Boolean).join(" "),
    "aria-label": name,
    "data-ts": message.ts,
    tabindex: "-1",
  });
  const isGone = message.subtype === "tombstone";
  node.append(
    h("div", { class: "gutter" }, isCompact ? timeNode(message.ts) : avatarNode(message, name)),
    h(
      "div",
      { class: "message-body" },
      message.is_ephemeral && h("div", { class: "muted whisper" }, "Only visible to you"),
      message.subtype === "thread_broadcast" &&
        !inThread &&
        h("div", { class: "muted" }, "replied to a thread"),
      !isCompact &&
        h(
          "div",
          { class: "message-head" },
          h("strong", { class: "author" }, name),
          message.bot_id && h("span", { class: "badge" }, "App"),
          timeNode(message.ts),
        ),
      contentNode(message, at),
      saysEdited(message) && h("span", { class: "muted edited" }, "(edited)"),
      fileNodes(message.files ?? []),
      (message.attachments ?? []).map(attachmentNode),
      reactionsNode(message, at),
      !inThread && message.reply_count > 0 && repliesButton(message),
    ),
  );
  if (!isGone) node.append(toolbar(message, { at, node, inThread }));
  return node;
}

export function authorOf(message) {
  if (message.user === "USLACKBOT") return "Slackbot";
  return (
    message.username ?? message.bot_profile?.name ?? (message.user ? nameOf(message.user) : state.bot.name)
  );
}

/** Slack does not say it of what an app changed in blocks. */
const saysEdited = ({ edited, bot_id, blocks }) => edited && !(bot_id && blocks?.length);

function contentNode(message, at) {
  const announcement = announcements[message.subtype];
  if (announcement) return h("div", { class: "muted" }, announcement);
  const context = {
    async act(element, value) {
      if (element.confirm && !(await confirmed(element.confirm))) return;
      await act("click", { ...at, name: element.action_id, ...(value === undefined ? {} : { value }) });
    },
  };
  const body = message.blocks?.length ? blockNodes(message.blocks, context) : mrkdwn(message.text ?? "");
  return h("div", { class: message.subtype === "me_message" ? "content me" : "content" }, body);
}

function avatarNode(message, name) {
  if (message.icons?.emoji)
    return h("div", { class: "avatar avatar-emoji", "aria-hidden": "true" }, withEmoji(message.icons.emoji));
  const src = message.icon_url ?? `/avatars/${message.user ?? message.bot_id ?? "bot"}.svg`;
  return h("img", { class: "avatar", src, alt: "", title: name, loading: "lazy" });
}

export function timeNode(ts) {
  const date = new Date(Number(ts) * 1000);
  return h(
    "time",
    { datetime: date.toISOString(), title: date.toLocaleString() },
    date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }),
  );
}

function attachmentNode(attachment) {
  const title = attachment.title ?? attachment.fallback ?? "";
  return h(
    "div",
    { class: "attachment" },
    attachment.from_url ? link(attachment.from_url, title) : h("strong", {}, title),
    attachment.text && h("div", {}, mrkdwn(attachment.text)),
  );
}

function reactionsNode(message, at) {
  if (!message.reactions?.length) return null;
  const pills = message.reactions.map(({ name, users, count }) =>
    h(
      "button",
      {
        type: "button",
        class: users.includes(state.me.id) ? "reaction mine" : "reaction",
        "aria-pressed": users.includes(state.me.id),
        title: users.map((id) => nameOf(id)).join(", "),
        onClick: () => act("react", { ...at, emoji: name }),
      },
      reactionNode(name),
      h("span", {}, String(count)),
    ),
  );
  return h("div", { class: "reactions" }, pills);
}

function repliesButton(message) {
  const faces = message.reply_users.slice(0, 4).map((id) => h("img", { src: `/avatars/${id}.svg`, alt: "" }));
  const count = message.reply_count === 1 ? "1 reply" : `${message.reply_count} replies`;
  const isOpen = place.thread === message.ts;
  return h(
    "button",
    { type: "button", class: "replies", "aria-expanded": isOpen, onClick: () => go({ thread: message.ts }) },
    faces,
    h("strong", {}, count),
    h("span", { class: "muted" }, "Last ", timeNode(message.latest_reply)),
  );
}
