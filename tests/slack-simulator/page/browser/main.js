import { showChannel } from "./channel.js";
import { showHome } from "./home.js";
import { showModal } from "./modal.js";
import { showSidebar } from "./sidebar.js";
import { onState, place, refresh, state, watch } from "./store.js";
import { showThread } from "./thread.js";

const [sidebar, main, thread] = ["sidebar", "main", "thread"].map((id) => document.getElementById(id));

onState(() => {
  showSidebar(sidebar);
  if (place.tab === "home") showHome(main);
  else if (state.channel) showChannel(main);
  showThread(thread);
  showModal();
  document.title = `${place.tab === "home" ? "Home" : state.channel?.name || state.bot.name} · Slack simulator`;
});

main.addEventListener("click", () => document.body.classList.remove("sidebar-open"), true);
await refresh();
watch();
