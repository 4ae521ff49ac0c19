import { h } from "./dom.js";
import { act, go, place, state } from "./store.js";

/** Where one can go, and who one is. */
export function showSidebar(sidebar) {
  const content = JSON.stringify([state.channels, state.direct, state.me, state.people, place]);
  if (sidebar.dataset.content === content) return;
  sidebar.dataset.content = content;
  sidebar.replaceChildren(
    h("div", { class: "team" }, h("strong", {}, state.team), h("span", {}, "Slack simulator")),
    h("h2", {}, "Channels"),
    h(
      "ul",
      {},
      state.channels.map((channel) => entry(`# ${channel.name}`, channel)),
    ),
    h("h2", {}, "Apps"),
    h("ul", {}, homeEntry(), entry(state.bot.name, state.direct)),
    h("span", { class: "spacer" }),
    whoAmI(),
  );
}

function entry(label, channel) {
  const isHere = place.tab === "channel" && place.channel === channel.id;
  place.seen[channel.id] ??= channel.latest;
  const isUnread = !isHere && channel.latest > place.seen[channel.id];
  return item(label, {
    isHere,
    isUnread,
    onClick: () => leaveSidebar(go({ tab: "channel", channel: channel.id, thread: "" })),
  });
}

function homeEntry() {
  const onClick = () => leaveSidebar(go({ tab: "home", thread: "" }), act("openHome"));
  return item("App Home", { isHere: place.tab === "home", isUnread: false, onClick });
}

function item(label, { isHere, isUnread, onClick }) {
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: isUnread ? "unread" : "",
        "aria-current": isHere ? "page" : undefined,
        onClick,
      },
      label,
      isUnread && h("span", { class: "dot", role: "img", "aria-label": "unread" }),
    ),
  );
}

function leaveSidebar() {
  document.body.classList.remove("sidebar-open");
}

/** As the status in Slack's own menu; others see it as a dot. */
function presenceButton() {
  const isActive = state.people.find(({ id }) => id === state.me.id)?.presence === "active";
  return h(
    "button",
    {
      type: "button",
      class: isActive ? "presence active" : "presence",
      onClick: () => act("setPresence", { presence: isActive ? "away" : "active" }),
    },
    isActive ? "Active: set yourself as away" : "Away: set yourself as active",
  );
}

function whoAmI() {
  const select = h(
    "select",
    { id: "me", onChange: () => go({ as: select.value, thread: place.thread }) },
    state.people.map(({ name, realName }) =>
      h("option", { value: name, selected: name === state.me.name }, realName),
    ),
  );
  return h(
    "div",
    { class: "me" },
    h("img", { src: `/avatars/${state.me.id}.svg`, alt: "" }),
    h("label", { for: "me" }, "You are"),
    select,
    presenceButton(),
  );
}
