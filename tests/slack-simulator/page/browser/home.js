import { blockNodes } from "./blocks.js";
import { menuButton } from "./channel.js";
import { confirmed } from "./confirm.js";
import { h } from "./dom.js";
import { act, state } from "./store.js";

/** The app's Home tab. */
export function showHome(main) {
  const content = JSON.stringify(state.home);
  if (main.dataset.home === content && main.querySelector(".home")) return;
  main.dataset.home = content;
  main.setAttribute("aria-label", "App Home");
  const context = {
    values: state.home?.state.values,
    async act(element, value) {
      if (element.confirm && !(await confirmed(element.confirm))) return;
      await act("clickInView", { name: element.action_id, ...(value === undefined ? {} : { value }) });
    },
  };
  const body = state.home
    ? blockNodes(state.home.blocks, context)
    : h("p", { class: "muted" }, "This is where the app greets you once it has published its Home.");
  main.replaceChildren(
    h(
      "header",
      { class: "head" },
      menuButton(),
      h("h1", {}, state.bot.name),
      h("span", { class: "muted" }, "Home"),
    ),
    h("div", { class: "home" }, body),
  );
}
