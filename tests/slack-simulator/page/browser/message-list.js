import { h, keep } from "./dom.js";
import { authorOf, messageNode } from "./message.js";
import { place } from "./store.js";

/** Fills a list with messages, keeping what did not change, and stays at the end if it was there. */
export function showMessages(list, messages, { inThread }) {
  const wasAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const isNew = list.dataset.showing !== `${place.as}/${place.channel}/${inThread ? place.thread : ""}`;
  keep(list, entries(messages, inThread));
  list.dataset.showing = `${place.as}/${place.channel}/${inThread ? place.thread : ""}`;
  if (wasAtEnd || isNew) list.scrollTop = list.scrollHeight;
}

function entries(messages, inThread) {
  const wanted = [];
  let before;
  for (const message of messages) {
    const day = dayOf(message.ts);
    if (!inThread && day !== (before && dayOf(before.ts)))
      wanted.push({
        key: `day ${day}`,
        content: day,
        render: () => h("div", { class: "day" }, h("span", {}, day)),
      });
    const isCompact = Boolean(before && follows(before, message)) && !(inThread && before === messages[0]);
    const isOpen = place.thread === message.ts;
    wanted.push({
      key: message.ts,
      content: JSON.stringify([message, isCompact, isOpen, place.as]),
      render: () => messageNode(message, { isCompact, inThread }),
    });
    if (inThread && message === messages[0]) {
      const count = messages.length - 1;
      const text = count === 1 ? "1 reply" : `${count} replies`;
      wanted.push({
        key: "count",
        content: text,
        render: () => h("div", { class: "day count" }, h("span", {}, text)),
      });
    }
    before = message;
  }
  return wanted;
}

function follows(before, message) {
  const isQuiet = [before, message].every(
    ({ subtype }) => !subtype || subtype === "bot_message" || subtype === "file_share",
  );
  return (
    isQuiet &&
    !before.reply_count &&
    !message.is_ephemeral &&
    !before.is_ephemeral &&
    authorOf(before) === authorOf(message) &&
    before.bot_id === message.bot_id &&
    Number(message.ts) - Number(before.ts) < 300
  );
}

function dayOf(ts) {
  const date = new Date(Number(ts) * 1000);
  return date.toDateString() === new Date().toDateString()
    ? "Today"
    : date.toLocaleDateString(undefined, { weekday: "long", day: "numeric", month: "long" });
}
